package importer

import (
	"context"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
	"sangu/internal/ledger"
)

// visit writes one row of a visit ledger. It has been made, so it is done.
func (w *writer) visit(ctx context.Context, _ *ledger.Sheet, r ledger.Row) (outcome, error) {
	f := recruit.VisitFacts{
		Way:      r.Words["way"],
		On:       r.Dates["on"],
		Company:  r.Texts["company"],
		Place:    r.Texts["place"],
		Party:    strings.FieldsFunc(r.Texts["party"], comma),
		StartsAt: r.Texts["starts_at"],
		Met:      strings.TrimSpace(r.Texts["met"] + " " + r.Texts["met_title"]),
	}
	if f.Way == "" {
		f.Way = recruit.Out
	}
	if leaders := w.ids(r.People["leader"]); len(leaders) > 0 {
		f.LeaderID = leaders[0]
	}
	_, there, err := w.lookups.FindVisit(ctx, f.On, f.Company, f.LeaderID)
	if err != nil || there {
		return unchanged, err
	}
	if p, ok, err := w.lookups.FindProject(ctx, library.NameKey(r.Texts["project"])); err != nil {
		return unchanged, err
	} else if ok {
		f.Projects = []domain.ID{p}
	}
	_, client, _, err := w.Clients.Named(ctx, "", f.Company)
	if err != nil {
		return unchanged, err
	}
	if !client.IsZero() {
		f.Clients = []domain.ID{client}
	}
	v, err := w.Visits.ScheduleWithin(ctx, w.actor, "", f, w.actor.UnitID)
	if err != nil || f.On.After(domain.Today(w.Clock)) {
		return created, err
	}
	outcomeCode := "none"
	if code, ok := ledger.OutcomeOf(r.Texts["outcome"]); ok {
		outcomeCode = code
	}
	summary := r.Texts["outcome"]
	if summary == "" {
		summary = "—"
	}
	_, err = w.Visits.CompleteWithin(ctx, w.actor, v, recruit.Result{Outcome: outcomeCode, Summary: summary})
	return created, err
}

func comma(r rune) bool { return strings.ContainsRune("、,，;； ", r) }
