package notice

import (
	"context"
	"slices"
	"time"

	"sangu/domain"
)

// Limits of what a person may choose.
const (
	maxEarly = 3  // days
	minIdle  = 5  // days
	maxIdle  = 60 // days
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

// Settings is what a person wants to be told, how early, when and where.
type Settings struct {
	// Off are the kinds that the person does not want.
	Off []Kind
	// EarlyDays is how many days ahead a step that falls due is told of.
	EarlyDays int
	// IdleDays is after how many days without a word a lead is told of.
	IdleDays int
	// DigestAt is the time of day, HH:MM, from which what is due is told, once a
	// day.
	DigestAt string
	// QuietFrom and QuietTo, HH:MM, bound the hours in which nothing shows; both
	// empty for none. They may reach over midnight.
	QuietFrom, QuietTo string
	// Where is where a notice shows besides the bell.
	Where []Place
}

// Standard is what holds until a person chooses.
func Standard() Settings { return Settings{EarlyDays: 1, IdleDays: 15, DigestAt: "08:00"} }

// Check gives the rules that the settings break.
func (s Settings) Check() error {
	var c domain.Check
	for _, k := range s.Off {
		c.That(k.Known(), "off", "input.enum", "allowed", Kinds())
	}
	c.That(s.EarlyDays >= 0 && s.EarlyDays <= maxEarly, "early_days", "input.range", "min", 0, "max", maxEarly)
	c.That(s.IdleDays >= minIdle && s.IdleDays <= maxIdle, "idle_days", "input.range", "min", minIdle, "max", maxIdle)
	for i, p := range s.Where {
		c.That(slices.Contains(Places(), p) && !slices.Contains(s.Where[:i], p), "where", "input.enum", "allowed", Places())
	}
	c.That(hour(s.DigestAt), "digest_at", "notice.time")
	c.That(s.QuietFrom == "" && s.QuietTo == "" || hour(s.QuietFrom), "quiet_from", "notice.time")
	c.That(s.QuietFrom == "" && s.QuietTo == "" || hour(s.QuietTo), "quiet_to", "notice.time")
	return c.Err()
}

func hour(s string) bool {
	t, err := time.Parse("15:04", s)
	return err == nil && t.Format("15:04") == s
}

// Wants reports whether the person wants notices of the kind.
func (s Settings) Wants(k Kind) bool { return !slices.Contains(s.Off, k) }

// ShowsAt is when a notice made at an instant shows: at once, or when the quiet
// hours end.
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

// Settings gives what the actor chose, or the standard.
func (s *Notices) Settings(ctx context.Context, actor domain.Actor) (Settings, error) {
	return s.Store.NoticeSettings(ctx, actor.PersonID)
}

// Choose keeps what the actor wants; the last one to come stays. It writes no
// audit: nothing here is said of the county's affairs.
func (s *Notices) Choose(ctx context.Context, actor domain.Actor, n Settings) (Settings, error) {
	if err := n.Check(); err != nil {
		return Settings{}, err
	}
	return n, s.Work.Do(ctx, func(ctx context.Context) error { return s.Store.SaveNoticeSettings(ctx, actor.PersonID, n) })
}
