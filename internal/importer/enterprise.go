package importer

import (
	"context"
	"reflect"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/internal/ledger"
)

// enterprise writes one row of an enterprise ledger.
func (w *writer) enterprise(ctx context.Context, s *ledger.Sheet, r ledger.Row) (outcome, error) {
	code := library.CreditCode(r.Words["credit_code"])
	o, _, found, err := w.Clients.Named(ctx, code, r.Texts["name"])
	if err != nil {
		return unchanged, err
	}
	var id domain.ID
	var before library.Enterprise
	there := false
	if found {
		if id, there, err = w.lookups.EnterpriseOf(ctx, o.ID); err != nil {
			return unchanged, err
		}
	}
	if there {
		if before, err = w.Enterprises.Enterprise(ctx, w.actor, id); err != nil {
			return unchanged, err
		}
	}
	f, leaders := w.enterpriseFacts(s, r, before, code)
	if !there {
		_, err := w.Enterprises.AddWithin(ctx, w.actor, "", f, leaders)
		return created, err
	}
	var held []domain.ID
	for _, a := range before.Leaders {
		if a.ToOn.IsZero() {
			held = append(held, a.PersonID)
		}
	}
	if reflect.DeepEqual(f, before.EnterpriseFacts) && slices.Equal(held, leaders) {
		return unchanged, nil
	}
	return updated, w.Enterprises.ReviseWithin(ctx, w.actor, id, 0, f, leaders)
}

func (w *writer) enterpriseFacts(
	s *ledger.Sheet,
	r ledger.Row,
	before library.Enterprise,
	code library.CreditCode,
) (library.EnterpriseFacts, []domain.ID) {
	f := before.EnterpriseFacts
	f.OrganizationFacts = organization(r.Texts["name"], code)
	if id, ok := r.Units["host_area"]; ok {
		f.HostUnitID = id
		if f.UnitID.IsZero() {
			f.UnitID = id
		}
	}
	for key, into := range map[string]*string{"products": &f.Products, "upstream": &f.Upstream,
		"downstream": &f.Downstream, "requests": &f.Requests} {
		if t := r.Texts[key]; t != "" {
			*into = t
		}
	}
	if i := r.Words["industry"]; i != "" {
		f.Industry = i
	}
	if tick, ok := r.Ticks["above_scale"]; ok {
		f.AboveScale = tick
	}
	if st := library.OperatingState(r.Words["state"]); st != "" && st != f.State {
		f.State = st
		f.StateSince = s.AsOf
		if f.StateSince.IsZero() || f.StateSince.After(domain.Today(w.Clock)) {
			f.StateSince = domain.Today(w.Clock)
		}
	}
	return f, w.ids(r.People["leader"])
}
