package importer

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
	"sangu/internal/ledger"
)

// lead writes one row of a lead ledger. A lead that is there is left as it is:
// what was reported first stays.
func (w *writer) lead(ctx context.Context, _ *ledger.Sheet, r ledger.Row) (outcome, error) {
	_, there, err := w.lookups.FindLead(ctx, r.Texts["company"], r.Texts["subject"])
	if err != nil || there {
		return unchanged, err
	}
	f := recruit.LeadFacts{
		Company:      r.Texts["company"],
		Subject:      r.Texts["subject"],
		Channel:      library.Channel(r.Words["channel"]),
		ContactName:  r.Texts["contact"],
		ContactPhone: r.Texts["contact_phone"],
		Note:         joinedNote(r.Texts["note"], r.Texts["progress"]),
		NextOn:       r.Dates["next_on"],
		NextAction:   r.Texts["next_action"],
	}
	if f.Channel == "" {
		f.Channel = library.SelfCame
	}
	if m, ok := r.Money["amount"]; ok {
		y := domain.Yuan(m.Amount)
		f.Amount = &y
	}
	if owners := w.ids(r.People["owner"]); len(owners) > 0 {
		f.OwnerID = owners[0]
	}
	if err := w.referrer(ctx, r.Texts["referrer"], &f); err != nil {
		return unchanged, err
	}
	unit := r.Units["first_unit"]
	if unit.IsZero() {
		unit = w.actor.UnitID
	}
	if err := w.mayWrite(org.LeadWrite, unit, "first_unit"); err != nil {
		return unchanged, err
	}
	verdict := r.Texts["verdict"]
	valid, plain := assessed(verdict)
	if !plain {
		f.Note = strings.TrimSpace(f.Note + " " + verdict)
	}
	l, err := w.Leads.LogWithin(ctx, w.actor, "", f, unit, r.Dates["reported_on"])
	if err != nil || !plain {
		return created, err
	}
	_, err = w.Leads.AssessWithin(ctx, w.actor, l, valid, verdict, l.ReportedOn)
	return created, inColumn(err, "verdict")
}

// assessed tells what a ledger says came of looking at a lead; words that say
// neither yes nor no are not plain.
func assessed(verdict string) (valid, plain bool) {
	if strings.Contains(verdict, "不") {
		return false, true
	}
	for _, yes := range []string{"符合", "可行", "有效"} {
		if strings.Contains(verdict, yes) {
			return true, true
		}
	}
	return false, false
}

// joinedNote puts what a lead's row says besides into one note.
func joinedNote(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, "；")
}

// referrer ties a named referrer to a client or enterprise of the libraries.
func (w *writer) referrer(ctx context.Context, name string, f *recruit.LeadFacts) error {
	f.ReferrerName = name
	if name == "" {
		return nil
	}
	o, client, found, err := w.Clients.Named(ctx, "", name)
	if err != nil || !found {
		return err
	}
	if !client.IsZero() {
		f.ReferrerKind, f.ReferrerID = domain.SubjectClient, client
		return nil
	}
	if id, ok, err := w.lookups.EnterpriseOf(ctx, o.ID); err != nil || ok {
		f.ReferrerKind, f.ReferrerID = domain.SubjectEnterprise, id
		return err
	}
	return nil
}
