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
		"no quiet hours":                  {from: "", to: "", made: at(23, 0), want: at(23, 0)},
		"before they begin":               {from: "12:00", to: "14:00", made: at(11, 59), want: at(11, 59)},
		"as they begin":                   {from: "12:00", to: "14:00", made: at(12, 0), want: at(14, 0)},
		"as they end":                     {from: "12:00", to: "14:00", made: at(14, 0), want: at(14, 0)},
		"over midnight, before it":        {from: "21:30", to: "07:30", made: at(22, 0), want: at(31, 30)},
		"over midnight, after it":         {from: "21:30", to: "07:30", made: at(6, 0), want: at(7, 30)},
		"over midnight, in the afternoon": {from: "21:30", to: "07:30", made: at(15, 0), want: at(15, 0)},
	} {
		s := notice.DefaultSettings()
		s.QuietFrom, s.QuietTo = c.from, c.to
		if got := s.ShowsAt(c.made); !got.Equal(c.want) {
			t.Errorf("%s: shows at %s, want %s", name, got.In(domain.Zone), c.want)
		}
	}
}

func TestWhatIsFollowedIsKnownByItsAction(t *testing.T) {
	t.Parallel()
	for action, want := range map[string]notice.Kind{"stage.move": notice.StageMoved, "note.phone": notice.Commented,
		"visit.complete": notice.Commented,
		"attachment.add": notice.Filed, "project.update": "", "stage.correct": ""} {
		if got, ok := notice.FollowerKind(action); got != want || ok != (want != "") {
			t.Errorf("%s is told as %q", action, got)
		}
	}
}
