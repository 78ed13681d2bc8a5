package goals

import (
	"fmt"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
)

// Evidence is a file on a project, as the checks need it.
type Evidence struct {
	ID         domain.ID
	ProjectID  domain.ID
	Kind       string
	Name       string
	SHA256     string
	DatedOn    domain.Date
	Photo      library.Photo
	UploadedOn domain.Date
}

// day returns the day that the picture itself names, or else the day written beside it.
func (e Evidence) day() domain.Date {
	if e.Photo.TakenOn.IsZero() {
		return e.DatedOn
	}
	return e.Photo.TakenOn
}

// CheckInput is all that the checks look at.
type CheckInput struct {
	Cases     []reporting.ProjectSnapshot
	Evidence  []Evidence
	Funds     []pipeline.FundEntry
	Bulletins []reporting.Bulletin
	// Capital is what the company of a project, or else its investor, is
	// registered with, where that is known.
	Capital map[domain.ID]domain.Yuan
	// Corrected are stage events that were corrected or voided, with when.
	Corrected []pipeline.Event
	Limits    Limits
	Today     domain.Date
}

// Anomalies runs every check and returns what they found, by project, kind and key.
func (m CheckInput) Anomalies() []Anomaly {
	var out []Anomaly
	for _, check := range []func() []Anomaly{m.amounts, m.entries, m.sameEvidence, m.papers, m.places, m.capital, m.unitShares,
		m.signedTwice, m.movedBack} {
		out = append(out, check()...)
	}
	slices.SortStableFunc(out, func(a, b Anomaly) int {
		return strings.Compare(string(a.ProjectID)+a.Kind+a.Key, string(b.ProjectID)+b.Kind+b.Key)
	})
	return out
}

// amounts compares what is verified with what is reported, and both with the
// contract.
func (m CheckInput) amounts() []Anomaly {
	var out []Anomaly
	looked := map[domain.ID]bool{}
	for _, e := range m.Funds {
		_, known := e.Verified()
		looked[e.ProjectID] = looked[e.ProjectID] || known
	}
	for _, c := range m.Cases {
		claimed := c.FundsClaimed()
		if looked[c.ProjectID] && claimed > 0 && float64(c.FundsVerified) < m.Limits.VerifiedShare*float64(claimed) {
			out = append(out, Anomaly{ProjectID: c.ProjectID, Kind: "verified_below", Key: "",
				Facts: map[string]any{"reported": int64(claimed), "verified": int64(c.FundsVerified)}})
		}
		for name, limit := range map[string]*domain.Yuan{"contract": c.ContractAmount, "total": c.TotalInvestment} {
			if limit != nil && claimed > *limit {
				out = append(out, Anomaly{ProjectID: c.ProjectID, Kind: "above_contract", Key: name,
					Facts: map[string]any{"reported": int64(claimed), "limit": int64(*limit)}})
			}
		}
	}
	return out
}

// entries looks at how a project's money falls: in round sums, or in the last
// week of a month.
func (m CheckInput) entries() []Anomaly {
	byProject := map[domain.ID][]pipeline.FundEntry{}
	for _, e := range pipeline.EffectiveFunds(m.Funds) {
		byProject[e.ProjectID] = append(byProject[e.ProjectID], e)
	}
	var out []Anomaly
	for id, list := range byProject {
		round := 0
		quarters, lastWeeks := map[string]domain.Yuan{}, map[string]domain.Yuan{}
		counts := map[string]int{}
		for _, e := range list {
			if e.Amount%(100*domain.Wan) == 0 {
				round++
			}
			q := fmt.Sprintf("%d-Q%d", e.PaidOn.Year(), (e.PaidOn.Month()+2)/3)
			quarters[q] += e.Amount
			counts[q]++
			if e.PaidOn.AddDays(7).Month() != e.PaidOn.Month() {
				lastWeeks[q] += e.Amount
			}
		}
		if len(list) >= m.Limits.RoundLeast && float64(round) >= m.Limits.RoundShare*float64(len(list)) {
			out = append(out, Anomaly{ProjectID: id, Kind: "round_numbers", Key: "", Facts: map[string]any{"round": round, "entries": len(list)}})
		}
		for q, sum := range quarters {
			if counts[q] >= m.Limits.LastWeekLeast && float64(lastWeeks[q]) > m.Limits.LastWeekShare*float64(sum) {
				out = append(out, Anomaly{ProjectID: id, Kind: "last_week", Key: q,
					Facts: map[string]any{"quarter": q, "last_week": int64(lastWeeks[q]), "sum": int64(sum)}})
			}
		}
	}
	return out
}

// sameEvidence finds one file on two projects.
func (m CheckInput) sameEvidence() []Anomaly {
	first := map[string]Evidence{}
	names := m.names()
	var out []Anomaly
	for _, e := range m.Evidence {
		before, ok := first[e.SHA256]
		if !ok {
			first[e.SHA256] = e
			continue
		}
		if before.ProjectID != e.ProjectID {
			out = append(out, Anomaly{ProjectID: e.ProjectID, Kind: "same_evidence", Key: e.SHA256[:min(16, len(e.SHA256))],
				Facts: map[string]any{"file": e.Name, "file_id": string(e.ID), "other": names[before.ProjectID], "other_id": string(before.ProjectID)}})
		}
	}
	return out
}

func (m CheckInput) names() map[domain.ID]string {
	out := map[domain.ID]string{}
	for _, c := range m.Cases {
		out[c.ProjectID] = c.Name
	}
	return out
}

// papers looks for starts without a permit, and photos of another time.
func (m CheckInput) papers() []Anomaly {
	permit := map[domain.ID]bool{}
	for _, e := range m.Evidence {
		permit[e.ProjectID] = permit[e.ProjectID] || e.Kind == "construction_permit"
	}
	started := map[domain.ID]domain.Date{}
	var out []Anomaly
	for _, c := range m.Cases {
		on := c.Reached[library.Started]
		if on.IsZero() || c.Status.Over() {
			continue
		}
		started[c.ProjectID] = c.When(library.Started, reporting.CountingRule{}).First
		if days := m.Today.DaysSince(on.Latest()); days > m.Limits.PermitGrace && !permit[c.ProjectID] {
			out = append(out, Anomaly{ProjectID: c.ProjectID, Kind: "no_permit", Key: on.String(),
				Facts: map[string]any{"started_on": on.String(), "days": days}})
		}
	}
	for _, e := range m.Evidence {
		on, ok := started[e.ProjectID]
		if !ok || on.IsZero() || e.Kind != "site_photo" || e.day().IsZero() {
			continue
		}
		if off := on.DaysSince(e.day()); off > m.Limits.PhotoGrace {
			out = append(out, Anomaly{ProjectID: e.ProjectID, Kind: "photo_date", Key: e.SHA256[:min(16, len(e.SHA256))],
				Facts: map[string]any{"file": e.Name, "file_id": string(e.ID), "dated_on": e.day().String(), "started_on": on.String()}})
		}
	}
	return out
}

// unitShares finds units that sign much and register little; the finding is on
// the largest signing that is not registered.
func (m CheckInput) unitShares() []Anomaly {
	type tally struct {
		name               string
		signed, registered int
		largest            reporting.ProjectSnapshot
	}
	units := map[domain.ID]*tally{}
	for _, c := range m.Cases {
		if c.SignedOn().IsZero() {
			continue
		}
		t := units[c.ResponsibleUnitID]
		if t == nil {
			t = &tally{name: c.ResponsibleUnit}
			units[c.ResponsibleUnitID] = t
		}
		t.signed++
		if c.Fulfilling(reporting.CountingRule{}).IsZero() {
			if t.largest.ProjectID.IsZero() || c.SignedAmount > t.largest.SignedAmount {
				t.largest = c
			}
		} else {
			t.registered++
		}
	}
	var out []Anomaly
	for _, t := range units {
		if t.signed >= m.Limits.UnitLeast && float64(t.registered) < m.Limits.RegisteredShare*float64(t.signed) {
			out = append(out, Anomaly{ProjectID: t.largest.ProjectID, Kind: "registered_share", Key: t.name,
				Facts: map[string]any{"unit": t.name, "signed": t.signed, "registered": t.registered}})
		}
	}
	return out
}

// signedTwice finds one client that signed in two areas within a year.
func (m CheckInput) signedTwice() []Anomaly {
	byClient := map[domain.ID][]reporting.ProjectSnapshot{}
	for _, c := range m.Cases {
		if !c.ClientID.IsZero() && !c.SignedOn().IsZero() && !c.HostUnitID.IsZero() {
			byClient[c.ClientID] = append(byClient[c.ClientID], c)
		}
	}
	var out []Anomaly
	for _, list := range byClient {
		slices.SortStableFunc(list, func(a, b reporting.ProjectSnapshot) int { return a.SignedOn().Compare(b.SignedOn()) })
		for i := 1; i < len(list); i++ {
			if a, b := list[i-1], list[i]; a.HostUnitID != b.HostUnitID && withinDays(a, b, m.Limits.SignedWithin) {
				out = append(out, Anomaly{ProjectID: b.ProjectID, Kind: "signed_twice", Key: string(a.ProjectID),
					Facts: map[string]any{"other": a.Name, "other_id": string(a.ProjectID), "other_on": a.SignedOn().String()}})
			}
		}
	}
	return out
}

// withinDays reports whether two signings lie no more than so many days apart for
// certain.
func withinDays(a, b reporting.ProjectSnapshot, most int) bool {
	first, last := a.When(library.Signed, reporting.CountingRule{}).First, b.SignedOn().Latest()
	return !first.IsZero() && last.DaysSince(first) <= most
}

// movedBack finds stages that were corrected after a bulletin had printed them.
func (m CheckInput) movedBack() []Anomaly {
	var out []Anomaly
	for _, e := range m.Corrected {
		for _, b := range m.Bulletins {
			if !e.OccurredOn.Latest().After(b.EffectiveOn) && e.RecordedAt.After(b.AsOf) {
				out = append(out, Anomaly{ProjectID: e.ProjectID, Kind: "moved_back", Key: string(e.ID),
					Facts: map[string]any{"stage": string(e.Code), "on": e.OccurredOn.String(), "month": b.Month}})
				break
			}
		}
	}
	return out
}
