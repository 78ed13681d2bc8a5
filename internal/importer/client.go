package importer

import (
	"context"
	"reflect"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/internal/ledger"
)

// client writes one row of a client ledger.
func (w *writer) client(ctx context.Context, _ *ledger.Sheet, r ledger.Row) (outcome, error) {
	code := library.CreditCode(r.Words["credit_code"])
	_, id, _, err := w.Clients.Named(ctx, code, r.Texts["name"])
	if err != nil {
		return unchanged, err
	}
	if !id.IsZero() {
		return w.knownClient(ctx, id, r, code)
	}
	c, err := w.Clients.AddWithin(
		ctx,
		w.actor,
		"",
		library.ClientFacts{OrganizationFacts: organization(r.Texts["name"], code), InvestorClass: r.Words["investor_class"],
			OriginName: r.Texts["origin"], Strength: r.Texts["strength"], Terms: r.Texts["terms"], Needs: r.Texts["needs"]},
	)
	if err != nil {
		return created, err
	}
	return created, w.contact(ctx, c.ID, r)
}

// knownClient lays a row over a client that is there: a cell that says nothing
// changes nothing.
func (w *writer) knownClient(ctx context.Context, id domain.ID, r ledger.Row, code library.CreditCode) (outcome, error) {
	before, err := w.Clients.Client(ctx, w.actor, id)
	if err != nil {
		return unchanged, err
	}
	f := before.ClientFacts
	f.Name = r.Texts["name"]
	if code != "" {
		f.OrganizationFacts = organization(f.Name, code)
	}
	if class := r.Words["investor_class"]; class != "" {
		f.InvestorClass = class
	}
	for key, into := range map[string]*string{"origin": &f.OriginName, "strength": &f.Strength, "terms": &f.Terms, "needs": &f.Needs} {
		if t := r.Texts[key]; t != "" {
			*into = t
		}
	}
	if reflect.DeepEqual(f, before.ClientFacts) {
		return unchanged, nil
	}
	return updated, w.Clients.ReviseWithin(ctx, w.actor, id, 0, f)
}
