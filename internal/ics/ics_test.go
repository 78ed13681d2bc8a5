package ics_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"sangu/internal/ics"
)

func TestALineIsFoldedAt75OctetsAndNeverInsideACharacter(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", strings.Repeat("a", 75), strings.Repeat("a", 76), strings.Repeat("三顾", 60),
		"a" + strings.Repeat("茅", 200), strings.Repeat("𠮷", 90)} {
		folded := ics.Fold(s)
		for i, line := range strings.Split(folded, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || i > 0 && line[0] != ' ' {
				t.Errorf("line %d of %d octets: %q", i, len(line), line)
			}
		}
		if back := strings.ReplaceAll(folded, "\r\n ", ""); back != s {
			t.Errorf("unfolded %q, want %q", back, s)
		}
	}
	if ics.Fold(strings.Repeat("a", 75)) != strings.Repeat("a", 75) {
		t.Error("a line of 75 octets was folded")
	}
}

func TestATextIsEscaped(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"甲,乙;丙":          `甲\,乙\;丙`,
		`C:\三顾`:          `C:\\三顾`,
		"一\r\n二\n三\r四":   `一\n二\n三\n四`,
		"铃\x07\x00声\x7f": "铃声",
		"时间：9:30":        "时间：9:30",
	} {
		if got := ics.Escape(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

func TestACalendarIsWrittenAsTheStandardSays(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("UTC+8", 8*3600)
	c := ics.Calendar{Name: "三顾,日程", Made: time.Date(2026, 9, 26, 4, 0, 0, 0, time.UTC), Events: []ics.Event{
		{UID: "visit-1@sangu", Sequence: 2, Start: time.Date(2026, 9, 26, 9, 30, 0, 0, zone), Lasts: time.Hour, Summary: "拜访;甲", Place: "北京,朝阳"},
		{UID: "lead-2@sangu", Sequence: 1, Start: time.Date(2026, 9, 30, 0, 0, 0, 0, zone), WholeDay: true, Summary: "回电", About: "第一行\n第二行"},
	}}
	want := strings.Join([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sangu//Calendar//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
		`X-WR-CALNAME:三顾\,日程`,
		"REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
		"BEGIN:VEVENT", "UID:visit-1@sangu", "DTSTAMP:20260926T040000Z", "SEQUENCE:2", "DTSTART:20260926T013000Z", "DTEND:20260926T023000Z",
		`SUMMARY:拜访\;甲`, `LOCATION:北京\,朝阳`, "END:VEVENT",
		"BEGIN:VEVENT", "UID:lead-2@sangu", "DTSTAMP:20260926T040000Z", "SEQUENCE:1", "DTSTART;VALUE=DATE:20260930",
		"DTEND;VALUE=DATE:20261001", "TRANSP:TRANSPARENT", "SUMMARY:回电",
		`DESCRIPTION:第一行\n第二行`, "END:VEVENT", "END:VCALENDAR", ""}, "\r\n")
	if got := string(c.Bytes()); got != want {
		t.Errorf("written\n%s\nwant\n%s", got, want)
	}
}
