package reporting

import "sangu/domain/library"

// presentMethod is the Method by which bulletins are counted now.
const presentMethod = 1

// ofMonth counts the signings and the starts of a month, and by the present method
// those that may be of it.
func (l *BulletinLine) ofMonth(signed []ProjectSnapshot, month string, rule CountingRule) {
	sureDays := !rule.countsDenied
	count := func(on Span, n, unsure *int) {
		switch {
		case on.IsZero():
		case !sureDays && on.Last.String()[:7] == month, on.period(1) == month:
			*n++
		case sureDays && on.Last.String()[:7] >= month && (on.First.IsZero() || on.First.String()[:7] <= month):
			*unsure++
		}
	}
	for _, p := range signed {
		count(p.When(library.Signed, CountingRule{}), &l.MonthSigned, &l.MonthSignedUnsure)
		count(p.When(library.Started, rule), &l.MonthStarted, &l.MonthStartedUnsure)
	}
}

// lineOf returns the printed line of a group.
func lineOf(g Signing) BulletinLine {
	return BulletinLine{Unit: g.Name, Signed: g.Signed.Count, SignedConfirmed: g.SignedConfirmed.Count, SignedAmount: g.Signed.Amount,
		Fulfilling: g.Fulfilling.Count,
		Started:    g.Started.Count, StartedConfirmed: g.StartedConfirmed.Count, InProduction: g.InProduction.Count,
		ProducedConfirmed: g.ProducedConfirmed.Count,
		Ended:             g.Terminated.Count, FundsReported: g.Funds, FundsVerified: g.FundsVerified}
}

// pathOf counts, for every stage, how many snapshots came at least so far and how
// many are there.
func pathOf(snapshots []ProjectSnapshot) []FunnelStage {
	var out []FunnelStage
	for _, stage := range library.Stages() {
		step := FunnelStage{Stage: stage}
		for _, p := range snapshots {
			t := Tally{Count: 1}
			if p.TotalInvestment != nil {
				t.Amount = *p.TotalInvestment
			}
			if p.Stage.Reached(stage) {
				step.Reached = step.Reached.Plus(t)
			}
			if p.Stage == stage && !p.Status.Over() {
				step.Now = step.Now.Plus(t)
			}
		}
		out = append(out, step)
	}
	return out
}
