package recruit_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

func TestAnEditOfLeadsOrVisitsIsRefusedWhereNoneCouldTakeIt(t *testing.T) {
	t.Parallel()
	leads, visits := recruit.LeadBatch(&recruit.Leads{}), recruit.VisitBatch(&recruit.Visits{})
	for _, c := range []struct {
		sentence string
		err      error
		refused  []string
	}{
		{"a lead's owner is set", leads.CheckEdit(library.Edit{"owner_id": "a"}), nil},
		{"a lead stays with somebody", leads.CheckEdit(library.Edit{"owner_id": ""}), []string{"owner_id input.required"}},
		{"a lead's channel is of the vocabulary", leads.CheckEdit(library.Edit{"channel": "dream"}), []string{"channel input.enum"}},
		{"a lead's industry is of the standard", leads.CheckEdit(library.Edit{"industry": "00"}), []string{"industry project.industry_unknown"}},
		{"a lead's next day is cleared", leads.CheckEdit(library.Edit{"next_on": ""}), nil},
		{"a lead's next day is a day", leads.CheckEdit(library.Edit{"next_on": "2026-02-30"}), []string{"next_on input.date"}},
		{"a lead's unit is not set", leads.CheckEdit(library.Edit{"unit_id": "u"}), []string{"unit_id input.unknown"}},
		{"a visit's leader is cleared", visits.CheckEdit(library.Edit{"leader_id": ""}), nil},
		{"a visit stays with somebody", visits.CheckEdit(library.Edit{"owner_id": ""}), []string{"owner_id input.required"}},
		{"a visit's way is of the vocabulary", visits.CheckEdit(library.Edit{"way": "sideways"}), []string{"way input.enum"}},
		{"a visit is on a day", visits.CheckEdit(library.Edit{"on": ""}), []string{"on input.required"}},
		{"a visit's day is a day", visits.CheckEdit(library.Edit{"on": "tomorrow"}), []string{"on input.date", "on input.required"}},
		{"a visit's outcome is not set", visits.CheckEdit(library.Edit{"outcome": "signed"}), []string{"outcome input.unknown"}},
	} {
		var got []string
		if e, ok := errors.AsType[*domain.Error](c.err); ok {
			for _, f := range e.Fields {
				got = append(got, f.Path+" "+f.Code)
			}
		}
		if !slices.Equal(got, c.refused) {
			t.Errorf("%s: refused %q, want %q", c.sentence, got, c.refused)
		}
	}
}

// oneLead, oneVisit and batchReach answer a batch with one record in reach.
type oneLead struct {
	recruit.LeadStore
	lead recruit.Lead
}

func (s oneLead) Lead(context.Context, domain.Actor, domain.ID) (recruit.Lead, error) {
	return s.lead, nil
}

type oneVisit struct {
	recruit.VisitStore
	visit recruit.Visit
}

func (s oneVisit) Visit(context.Context, domain.Actor, domain.ID) (recruit.Visit, error) {
	return s.visit, nil
}

type batchReach bool

func (r batchReach) Within(context.Context, domain.Actor, domain.Right, domain.Ref) (bool, error) {
	return bool(r), nil
}

func TestABatchChangesLeadsAndVisitsAsTheirStateAllows(t *testing.T) {
	t.Parallel()
	on := domain.DateOf(time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC))
	lead := recruit.LeadFacts{Company: "百龙", Subject: "竹木", Channel: library.SelfCame, OwnerID: "me"}
	visit := recruit.VisitFacts{Company: "百龙", Way: recruit.Out, On: on, OwnerID: "me"}
	leads := func(state recruit.LeadState, in batchReach) library.BatchTarget {
		return recruit.LeadBatch(recruit.NewLeads(oneLead{lead: recruit.Lead{LeadFacts: lead, State: state}}, in,
			&recruit.Leads{}))
	}
	visits := func(state recruit.VisitState, in batchReach) library.BatchTarget {
		return recruit.VisitBatch(recruit.NewVisits(oneVisit{visit: recruit.Visit{VisitFacts: visit, State: state}}, in,
			&recruit.Visits{}))
	}
	owner := library.Edit{"owner_id": "other"}
	check := func(target library.BatchTarget, set library.Edit) error {
		r, err := target.Record(t.Context(), domain.Actor{}, "id")
		if err != nil {
			return err
		}
		return r.Check(t.Context(), set)
	}
	for _, c := range []struct {
		sentence string
		err      error
		kind     domain.Kind
	}{
		{"a lead in reach takes an owner", check(leads(recruit.Valid, true), owner), ""},
		{"a lead out of reach does not", check(leads(recruit.Valid, false), owner), domain.KindForbidden},
		{"a lead that was converted does not", check(leads(recruit.Converted, true), owner), domain.KindConflict},
		{"a planned visit takes an owner", check(visits(recruit.Planned, true), owner), ""},
		{"a visit out of reach does not", check(visits(recruit.Planned, false), owner), domain.KindForbidden},
		{"a cancelled visit does not", check(visits(recruit.Cancelled, true), owner), domain.KindConflict},
		{"a done visit takes an owner", check(visits(recruit.Done, true), owner), ""},
		{"a done visit takes no leader", check(visits(recruit.Done, true), library.Edit{"leader_id": "x"}), domain.KindConflict},
		{"a done visit takes no way", check(visits(recruit.Done, true), library.Edit{"way": recruit.In}), domain.KindConflict},
		{"a done visit takes no day", check(visits(recruit.Done, true), library.Edit{"on": "2026-09-02"}), domain.KindConflict},
		{"a done visit takes no place", check(visits(recruit.Done, true), library.Edit{"place": "重庆"}), domain.KindConflict},
		{"a done visit takes no purpose", check(visits(recruit.Done, true), library.Edit{"purpose": "签约"}), domain.KindConflict},
		{"a planned visit takes another day", check(visits(recruit.Planned, true), library.Edit{"on": "2026-09-02"}), ""},
	} {
		if got := domain.KindOf(c.err); got != c.kind {
			t.Errorf("%s: %q, want %q", c.sentence, got, c.kind)
		}
	}
}
