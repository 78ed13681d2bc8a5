package notice

import (
	"context"
	"slices"
	"time"

	"sangu/domain"
)

// Limits of what a person may choose.
const (
	maxEarlyDays = 3  // days
	minIdleDays  = 5  // days
	maxIdleDays  = 60 // days
)

// Place is where a notice shows besides the bell, which counts every one.
type Place string

// The places: a card in a corner of the screen that goes by itself, and the
// machine's own notice while the product is open behind other windows.
const (
	Corner  Place = "corner"
	Desktop Place = "desktop"
)

// Places lists them.
func Places() []Place { return []Place{Corner, Desktop} }

// Settings is what a person wants to be notified of, how early, when and where.
type Settings struct {
	// Off are the kinds that the person does not want.
	Off []Kind
	// EarlyDays is how many days ahead a person is notified of a step that falls
	// due, 0 to 3.
	EarlyDays int
	// IdleDays is after how many days without a word a lead is idle, 5 to 60.
	IdleDays int
	// DigestAt is the time of day, HH:MM, from which the person is notified of
	// what is due, once a day.
	DigestAt string
	// QuietFrom and QuietTo, HH:MM, bound the hours in which nothing shows; both
	// empty for none. They may reach over midnight.
	QuietFrom, QuietTo string
	// Where is where a notice shows besides the bell.
	Where []Place
}

// DefaultSettings returns the settings of a person who chose none.
func DefaultSettings() Settings {
	return Settings{EarlyDays: 1, IdleDays: DefaultIdleDays, DigestAt: "08:00"}
}

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
func (s Settings) Check() error {
	var c domain.Check
	for _, k := range s.Off {
		c.That(k.Known(), "off", "input.enum", "allowed", Kinds())
	}
	c.That(s.EarlyDays >= 0 && s.EarlyDays <= maxEarlyDays, "early_days", "input.range", "min", 0, "max", maxEarlyDays)
	c.That(s.IdleDays >= minIdleDays && s.IdleDays <= maxIdleDays, "idle_days", "input.range", "min", minIdleDays, "max", maxIdleDays)
	for i, p := range s.Where {
		c.That(slices.Contains(Places(), p) && !slices.Contains(s.Where[:i], p), "where", "input.enum", "allowed", Places())
	}
	c.That(isClockTime(s.DigestAt), "digest_at", "notice.time")
	c.That(s.QuietFrom == "" && s.QuietTo == "" || isClockTime(s.QuietFrom), "quiet_from", "notice.time")
	c.That(s.QuietFrom == "" && s.QuietTo == "" || isClockTime(s.QuietTo), "quiet_to", "notice.time")
	return c.Err()
}

func isClockTime(s string) bool {
	t, err := time.Parse("15:04", s)
	return err == nil && t.Format("15:04") == s
}

// Wants reports whether the person wants notices of the kind.
func (s Settings) Wants(k Kind) bool { return !slices.Contains(s.Off, k) }

// ShowsAt returns when a notice made at an instant shows: at once, or when the
// quiet hours end.
func (s Settings) ShowsAt(made time.Time) time.Time {
	if s.QuietFrom == s.QuietTo {
		return made
	}
	local := made.In(domain.Zone)
	now := local.Format("15:04")
	overnight := s.QuietFrom > s.QuietTo
	quiet := now >= s.QuietFrom && now < s.QuietTo
	if overnight {
		quiet = now >= s.QuietFrom || now < s.QuietTo
	}
	if !quiet {
		return made
	}
	end, err := time.Parse("15:04", s.QuietTo)
	if err != nil {
		return made
	}
	day := domain.DateOf(made)
	if overnight && now >= s.QuietFrom {
		day = day.AddDays(1)
	}
	return day.Start().Add(time.Duration(end.Hour())*time.Hour + time.Duration(end.Minute())*time.Minute).UTC()
}

// Settings returns what the actor chose, or DefaultSettings.
func (s *Notices) Settings(ctx context.Context, actor domain.Actor) (Settings, error) {
	return s.store.NoticeSettings(ctx, actor.PersonID)
}

// UpdateSettings keeps what the actor wants; the last write wins. It returns a
// KindInvalid error where a rule is broken. It writes no audit, since the choice
// does not concern the county's affairs.
func (s *Notices) UpdateSettings(ctx context.Context, actor domain.Actor, n Settings) (Settings, error) {
	if err := n.Check(); err != nil {
		return Settings{}, err
	}
	return n, s.Work.Do(ctx, func(ctx context.Context) error { return s.store.SaveNoticeSettings(ctx, actor.PersonID, n) })
}
