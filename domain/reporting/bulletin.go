package reporting

import (
	"context"
	"fmt"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// Bulletin is a month's figures as published 通报: frozen, and able to be counted
// again from what was known when it was published.
type Bulletin struct {
	ID          domain.ID
	Month       string // "2026-09"
	RuleVersion int
	// EffectiveOn is the month's last day, or the day of publishing where that is
	// earlier; AsOf the instant up to which things were known.
	EffectiveOn domain.Date
	AsOf        time.Time
	// Figures is the printed form, byte for byte.
	Figures     string
	PublishedAt time.Time
	ByName      string
}

// BulletinFigures is what a bulletin prints, before the store freezes it.
type BulletinFigures struct {
	Month       string
	RuleVersion int
	RuleName    string
	EffectiveOn string
	// Method is how it was counted, so that it is counted again alike: 0 counts a start
	// that is known from a later stage in the month of that stage, and what a verifier
	// denied as claimed; from 1 on neither is counted.
	Method int
	Total  BulletinLine
	Units  []BulletinLine
	Stages []BulletinStep
}

// BulletinLine is one unit's line; amounts in 元.
type BulletinLine struct {
	Unit              string
	Signed            int
	SignedConfirmed   int
	SignedAmount      domain.Yuan
	Fulfilling        int
	Started           int
	StartedConfirmed  int
	InProduction      int
	ProducedConfirmed int
	Ended             int
	FundsReported     domain.Yuan
	FundsVerified     domain.Yuan
	MonthSigned       int
	MonthStarted      int
	// MonthSignedUnsure and MonthStartedUnsure may be of the month as well: their days
	// are not known so well.
	MonthSignedUnsure  int
	MonthStartedUnsure int
}

// BulletinStep is one step of the funnel.
type BulletinStep struct {
	Stage  string
	Count  int
	Amount domain.Yuan
}

// BulletinStore keeps bulletins.
type BulletinStore interface {
	Bulletins(ctx context.Context) ([]Bulletin, error)
	Bulletin(ctx context.Context, id domain.ID) (Bulletin, error)
	AddBulletin(ctx context.Context, b Bulletin) error
	// Print gives figures the form that is frozen: the same figures give the
	// same bytes. Printed reads it back.
	Print(f BulletinFigures) (string, error)
	Printed(text string) (BulletinFigures, error)
}

// BulletinView is a bulletin with what has been corrected since.
type BulletinView struct {
	Bulletin
	Printed BulletinFigures
	// Same reports whether counting again from what was known then gives the
	// frozen bytes.
	Same        bool
	Corrections []Correction
}

// Bulletins lists bulletins, the newest month first. It returns a KindForbidden
// error without the right to read reports.
func (s *Reports) Bulletins(ctx context.Context, actor domain.Actor) ([]Bulletin, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, err
	}
	return s.bulletinStore.Bulletins(ctx)
}

// everywhere returns the actor that a bulletin is counted by: its figures are
// those of the whole county, not of whoever looks.
func everywhere() domain.Actor {
	return domain.RunAs("system.bulletin", org.ProjectRead, org.ReportRead)
}

// Publish freezes the figures of a month written as "2026-09". It returns a
// KindForbidden error unless the actor may manage rules, a KindInvalid error for
// what is no month or has not begun, and a KindConflict error if the month is
// published already.
func (s *Reports) Publish(ctx context.Context, actor domain.Actor, month string) (Bulletin, error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return Bulletin{}, err
	}
	today := domain.Today(s.Clock)
	first, err := firstOf(month, today)
	if err != nil {
		return Bulletin{}, err
	}
	var b Bulletin
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		rule, err := s.Rule(ctx, -1)
		if err != nil {
			return err
		}
		now := s.Clock.Now()
		b = Bulletin{
			ID:          s.IDs.New(),
			Month:       month,
			RuleVersion: rule.Version,
			EffectiveOn: lastOf(first, today),
			AsOf:        now,
			PublishedAt: now,
			ByName:      actor.Name,
		}
		figures, err := s.figures(ctx, b, now, presentMethod)
		if err != nil {
			return err
		}
		b.Figures = figures
		if err := s.bulletinStore.AddBulletin(ctx, b); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "bulletin.publish", Subject: domain.Ref{Kind: domain.SubjectBulletin, ID: b.ID},
			Title: month, Quiet: true,
			Tell: []domain.Recipient{{Kind: string(notice.Bulletin), Roles: org.RolesWith(org.ReportRead)}}})
	})
	return b, err
}

// firstOf returns the first day of a month written as "2026-09". It refuses what is
// no month, and a month that has not begun.
func firstOf(month string, today domain.Date) (domain.Date, error) {
	first, err := domain.ParseDate(month + "-01")
	if err != nil {
		return domain.Date{}, domain.InvalidField("month", "bulletin.month")
	}
	if first.After(today) {
		return domain.Date{}, domain.InvalidField("month", "input.future")
	}
	return first, nil
}

// lastOf returns the last day of the month, or today where the month still runs.
func lastOf(first, today domain.Date) domain.Date {
	next, _ := domain.NewDate(first.Year()+first.Month()/12, first.Month()%12+1, 1)
	if last := next.AddDays(-1); last.Before(today) {
		return last
	}
	return today
}

// figures counts a bulletin's figures as known at an instant, and returns them as
// printed. method is as in BulletinFigures.
func (s *Reports) figures(ctx context.Context, b Bulletin, asOf time.Time, method int) (string, error) {
	rule, err := s.Rule(ctx, b.RuleVersion)
	if err != nil {
		return "", err
	}
	rule.countsDenied = method < presentMethod
	snapshots, err := s.replayed(ctx, everywhere(), ReportFilter{Until: b.EffectiveOn, AsOf: asOf}, rule)
	if err != nil {
		return "", err
	}
	f := BulletinFigures{Month: b.Month, RuleVersion: rule.Version, RuleName: rule.Name, EffectiveOn: b.EffectiveOn.String(),
		Method: method, Units: []BulletinLine{}}
	signed := counted(snapshots, b.EffectiveOn, rule)
	for _, g := range tallied(signed, ByAll, b.EffectiveOn, rule, nil) {
		f.Total = lineOf(g)
	}
	f.Total.ofMonth(signed, b.Month, rule)
	for _, g := range tallied(signed, ByUnit, b.EffectiveOn, rule, nil) {
		line := lineOf(g)
		var own []ProjectSnapshot
		for _, p := range signed {
			for _, u := range p.credited(rule) {
				if string(u.UnitID) == g.Key {
					own = append(own, p)
				}
			}
		}
		line.ofMonth(own, b.Month, rule)
		f.Units = append(f.Units, line)
	}
	for _, step := range pathOf(snapshots) {
		f.Stages = append(f.Stages, BulletinStep{string(step.Stage), step.Reached.Count, step.Reached.Amount})
	}
	return s.bulletinStore.Print(f)
}

// Bulletin returns a frozen bulletin with whether counting again from what was
// known then gives the same bytes, and what later corrections would change. It
// returns a KindForbidden error without the right to read reports, and a
// KindNotFound error if there is no such bulletin.
func (s *Reports) Bulletin(ctx context.Context, actor domain.Actor, id domain.ID) (BulletinView, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return BulletinView{}, err
	}
	b, err := s.bulletinStore.Bulletin(ctx, id)
	if err != nil {
		return BulletinView{}, err
	}
	v := BulletinView{Bulletin: b}
	if v.Printed, err = s.bulletinStore.Printed(b.Figures); err != nil {
		return BulletinView{}, fmt.Errorf("read bulletin %s: %w", id, err)
	}
	again, err := s.figures(ctx, b, b.AsOf, v.Printed.Method)
	if err != nil {
		return BulletinView{}, err
	}
	v.Same = again == b.Figures
	current, err := s.figures(ctx, b, s.Clock.Now(), v.Printed.Method)
	if err != nil {
		return BulletinView{}, err
	}
	now, err := s.bulletinStore.Printed(current)
	if err != nil {
		return BulletinView{}, err
	}
	v.Corrections = corrections(v.Printed, now)
	return v, nil
}
