package notice_test

import (
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
)

func TestNothingShowsInQuietHoursUntilTheyEnd(t *testing.T) {
	t.Parallel()
	day := domain.MustDate("2026-09-26").Start()
	at := func(hour, minute int) time.Time {
		return day.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
	}
	for name, c := range map[string]struct {
		from, to   string
		made, want time.Time
	}{
		"no quiet hours":                  {"", "", at(23, 0), at(23, 0)},
		"before they begin":               {"12:00", "14:00", at(11, 59), at(11, 59)},
		"as they begin":                   {"12:00", "14:00", at(12, 0), at(14, 0)},
		"as they end":                     {"12:00", "14:00", at(14, 0), at(14, 0)},
		"over midnight, before it":        {"21:30", "07:30", at(22, 0), at(31, 30)},
		"over midnight, after it":         {"21:30", "07:30", at(6, 0), at(7, 30)},
		"over midnight, in the afternoon": {"21:30", "07:30", at(15, 0), at(15, 0)},
	} {
		s := notice.Standard()
		s.QuietFrom, s.QuietTo = c.from, c.to
		if got := s.ShowsAt(c.made); !got.Equal(c.want) {
			t.Errorf("%s: shows at %s, want %s", name, got.In(domain.Zone), c.want)
		}
	}
}

func TestWhatIsFollowedIsKnownByItsAction(t *testing.T) {
	t.Parallel()
	for action, want := range map[string]notice.Kind{"stage.move": notice.StageMoved, "note.phone": notice.Commented, "visit.complete": notice.Commented,
		"attachment.add": notice.Filed, "project.update": "", "stage.correct": ""} {
		if got, ok := notice.Followed(action); got != want || ok != (want != "") {
			t.Errorf("%s is told as %q", action, got)
		}
	}
}
