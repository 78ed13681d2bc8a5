// Package ics writes calendars for other programs: RFC 5545, lines of CRLF
// folded at 75 octets. It is a leaf.
package ics

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Calendar is a published calendar.
type Calendar struct {
	Name string
	// Made is when this was written, in any zone.
	Made   time.Time
	Events []Event
}

// Event is one entry. UID stays the same as long as the entry lives; Sequence
// grows with each change.
type Event struct {
	UID      string
	Sequence int
	// Start is the instant; or, for a whole day, any instant whose date in its
	// own zone is the day.
	Start    time.Time
	WholeDay bool
	Lasts    time.Duration // of what is no whole day
	Summary  string
	About    string
	Place    string
}

const (
	limit = 75 // octets of a line, its CRLF not counted
	day   = "20060102"
	utc   = "20060102T150405Z"
)

// Bytes returns the calendar in iCalendar form.
func (c Calendar) Bytes() []byte {
	var b writer
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.line("PRODID", "-//Sangu//Calendar//ZH")
	b.line("CALSCALE", "GREGORIAN")
	b.line("METHOD", "PUBLISH")
	b.line("X-WR-CALNAME", Escape(c.Name))
	b.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
	b.line("X-PUBLISHED-TTL", "PT1H")
	for _, e := range c.Events {
		b.event(e, c.Made)
	}
	b.line("END", "VCALENDAR")
	return []byte(b.String())
}

type writer struct{ strings.Builder }

func (b *writer) event(e Event, made time.Time) {
	b.line("BEGIN", "VEVENT")
	b.line("UID", e.UID)
	b.line("DTSTAMP", made.UTC().Format(utc))
	b.line("SEQUENCE", strconv.Itoa(e.Sequence))
	if e.WholeDay {
		b.line("DTSTART;VALUE=DATE", e.Start.Format(day))
		b.line("DTEND;VALUE=DATE", e.Start.AddDate(0, 0, 1).Format(day))
		b.line("TRANSP", "TRANSPARENT")
	} else {
		b.line("DTSTART", e.Start.UTC().Format(utc))
		b.line("DTEND", e.Start.Add(e.Lasts).UTC().Format(utc))
	}
	b.line("SUMMARY", Escape(e.Summary))
	if e.About != "" {
		b.line("DESCRIPTION", Escape(e.About))
	}
	if e.Place != "" {
		b.line("LOCATION", Escape(e.Place))
	}
	b.line("END", "VEVENT")
}

// line writes a property whose value is escaped already.
func (b *writer) line(name, value string) {
	b.WriteString(Fold(name + ":" + value))
	b.WriteString("\r\n")
}

// Escape returns a text as a property value: with backslash, semicolon, comma and
// line breaks escaped, and without other control characters (RFC 5545 §3.3.11).
func Escape(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t' || r >= ' ' && r != 0x7f:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Fold returns a line broken into ones of at most 75 octets, never inside a
// character; each after the first begins with a space (RFC 5545 §3.1).
func Fold(s string) string {
	var b strings.Builder
	room := limit
	for len(s) > room {
		at := room
		for at > 0 && !utf8.RuneStart(s[at]) {
			at--
		}
		if at == 0 {
			at = room // no UTF-8 at all
		}
		b.WriteString(s[:at])
		b.WriteString("\r\n ")
		s, room = s[at:], limit-1
	}
	b.WriteString(s)
	return b.String()
}
