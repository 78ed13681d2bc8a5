package library

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/org"
)

// ClientBatch changes clients in batches: whose they are and how they are
// classed. What a client is called and wants is its own.
type ClientBatch struct{ *Clients }

// Kind implements BatchTarget.
func (ClientBatch) Kind() string { return domain.SubjectClient }

// Fields implements library.BatchTarget.
func (ClientBatch) Fields() []string { return ClientBatchFields() }

// Rights implements BatchTarget.
func (ClientBatch) Rights() []domain.Right { return []domain.Right{org.ClientRead, org.ClientWrite} }

// References implements BatchTarget.
func (ClientBatch) References() map[string]string {
	return map[string]string{"owner_id": "person", "unit_id": "unit"}
}

// ClientBatchFields lists what a batch may set on clients.
func ClientBatchFields() []string { return []string{"owner_id", "unit_id", "investor_class", "tiers"} }

// put sets one field of a client's facts; it reports whether there is such a one.
func (f *ClientFacts) put(name, value string) bool {
	switch name {
	case "owner_id":
		f.OwnerID = domain.ID(value)
	case "unit_id":
		f.UnitID = domain.ID(value)
	case "investor_class":
		f.InvestorClass = value
	case "tiers":
		f.Tiers = nil
		if value != "" {
			f.Tiers = strings.Split(value, ",")
		}
	default:
		return false
	}
	return true
}

// CheckEdit implements BatchTarget: the rules hold on any client alike. A client
// stays with somebody.
func (ClientBatch) CheckEdit(set Edit) error {
	var c domain.Check
	some := ClientFacts{OrganizationFacts: OrganizationFacts{Name: "-"}}
	for name, value := range set {
		c.That(some.put(name, value), name, "input.unknown")
		c.That(value != "" || name != "owner_id" && name != "unit_id", name, "input.required")
	}
	c.Add("", some.Check())
	return c.Err()
}

// Told implements BatchTarget.
func (ClientBatch) Told(c BatchChange) []domain.Recipient { return newlyNamed(c, "owner_id") }

// Record implements BatchTarget.
func (b ClientBatch) Record(ctx context.Context, actor domain.Actor, id domain.ID) (BatchRecord, error) {
	k, err := b.Store.Client(ctx, actor, id)
	if err != nil {
		return BatchRecord{}, err
	}
	edited := func(set Edit) ClientFacts {
		f := k.ClientFacts
		for name, value := range set {
			f.put(name, value)
		}
		return f
	}
	return BatchRecord{
		Editable: Editable{ID: id, Title: k.Name, Version: k.Version, UpdatedAt: k.UpdatedAt,
			Values: Edit{"owner_id": string(k.OwnerID), "unit_id": string(k.UnitID),
				"investor_class": k.InvestorClass, "tiers": strings.Join(slices.Sorted(slices.Values(k.Tiers)), ",")}},
		Check: func(ctx context.Context, set Edit) error {
			if err := b.within(ctx, actor, org.ClientWrite, domain.Ref{Kind: domain.SubjectClient, ID: id}); err != nil {
				return err
			}
			return edited(set).Check()
		},
		Write: func(ctx context.Context, set Edit) (int, error) {
			return k.Version + 1, b.ReviseWithin(ctx, actor, id, k.Version, edited(set))
		},
	}, nil
}
