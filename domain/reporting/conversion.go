package reporting

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/survival"
)

// Conversion is signed-to-started: the plain rates and, beside them, the curve
// that allows for projects which have not had time.
type Conversion struct {
	Basis
	Scope  Scope
	Total  Signing
	Groups []Signing
	By     Grouping
	Curve  Curve
}

// Conversion counts signings and how far they had come by the cut-off. It returns
// a KindForbidden error without the right to read reports, and a KindInvalid error
// for a grouping that does not exist or by the rules of the filter.
func (s *Reports) Conversion(ctx context.Context, actor domain.Actor, f ReportFilter, by Grouping) (Conversion, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Conversion{}, err
	}
	if !slices.Contains(Groupings(), by) {
		return Conversion{}, domain.InvalidField("by", "input.enum", "allowed", Groupings())
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return Conversion{}, err
	}
	units, err := s.store.UnitNames(ctx)
	if err != nil {
		return Conversion{}, err
	}
	out := Conversion{Basis: s.BasisOf(f, rule), Scope: scopeOf(actor, f.Projects, units), By: by}
	if f.AsOf.IsZero() && !f.LateEntry && rule.Plain() && slices.Contains([]Grouping{ByAll, ByUnit, ByLeader, ByChain, ByChannel, ByMonth},
		by) {
		out, err = s.conversionNow(ctx, actor, f, out)
	} else {
		out, err = s.conversionOf(ctx, actor, f, out)
	}
	out.shrink()
	return out, err
}

// shrink draws the groups' shares towards the share of the whole.
func (c *Conversion) shrink() {
	whole := RateOf(int64(c.Total.Started.Count), int64(c.Total.Signed.Count)).Value
	for i, g := range c.Groups {
		c.Groups[i].Shrunk = survival.Shrunk(g.Started.Count, g.Signed.Count, whole)
	}
}

// conversionOf counts snapshot by snapshot.
func (s *Reports) conversionOf(ctx context.Context, actor domain.Actor, f ReportFilter, out Conversion) (Conversion, error) {
	all, err := s.snapshots(ctx, actor, f, out.Rule)
	if err != nil {
		return Conversion{}, err
	}
	units, err := s.store.UnitNames(ctx)
	if err != nil {
		return Conversion{}, err
	}
	signed := counted(all, f.Until, out.Rule)
	for _, g := range tallied(signed, ByAll, f.Until, out.Rule, units) {
		out.Total = g
	}
	if out.By != ByAll {
		out.Groups = tallied(signed, out.By, f.Until, out.Rule, units)
	}
	w := waits(signed, f.Until, out.Rule)
	if f.LateEntry {
		w = watched(signed, w)
	}
	out.Curve, err = CurveOf(w)
	return out, err
}

// watched returns waits from the day each signing was recorded; what had ended
// before was never watched, and is left out.
func watched(signed []ProjectSnapshot, waits []Waiting) []Waiting {
	var out []Waiting
	for i, w := range waits {
		if c := signed[i]; !c.KnownOn.IsZero() {
			w.Entry = max(0, c.KnownOn.DaysSince(c.SignedOn().Latest()))
		}
		if w.Entry == 0 || w.Slack != Unbounded && w.Entry < w.least() {
			out = append(out, w)
		}
	}
	return out
}

// conversionNow lets the store count projects as they are now.
func (s *Reports) conversionNow(ctx context.Context, actor domain.Actor, f ReportFilter, out Conversion) (Conversion, error) {
	total, err := s.store.SignedGroups(ctx, actor, f, ByAll)
	if err != nil {
		return Conversion{}, err
	}
	if len(total) > 0 {
		out.Total = total[0]
	}
	if out.By != ByAll {
		if out.Groups, err = s.store.SignedGroups(ctx, actor, f, out.By); err != nil {
			return Conversion{}, err
		}
	}
	waits, err := s.store.Waitings(ctx, actor, f)
	if err != nil {
		return Conversion{}, err
	}
	out.Curve, err = CurveOf(waits)
	return out, err
}
