package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// LeadBatch changes leads in batches: whose they are and what comes next. The
// unit that reported first is never changed.
type LeadBatch struct{ *Leads }

// Kind implements library.BatchTarget.
func (LeadBatch) Kind() string { return domain.SubjectLead }

// Fields implements library.BatchTarget.
func (LeadBatch) Fields() []string { return LeadBatchFields() }

// Rights implements library.BatchTarget.
func (LeadBatch) Rights() []domain.Right { return []domain.Right{org.LeadRead, org.LeadWrite} }

// References implements library.BatchTarget.
func (LeadBatch) References() map[string]string { return map[string]string{"owner_id": "person"} }

// LeadBatchFields lists what a batch may set on leads.
func LeadBatchFields() []string {
	return []string{"owner_id", "channel", "industry", "next_on", "next_action"}
}

// put sets one field of a lead's facts; it reports whether there is such a one.
func (f *LeadFacts) put(name, value string) (known bool, err error) {
	switch name {
	case "owner_id":
		f.OwnerID = domain.ID(value)
	case "channel":
		f.Channel = library.Channel(value)
	case "industry":
		f.Industry = value
	case "next_on":
		f.NextOn, err = domain.ParseDate(value)
	case "next_action":
		f.NextAction = value
	default:
		return false, nil
	}
	return true, err
}

// CheckEdit implements library.BatchTarget.
func (LeadBatch) CheckEdit(set library.Edit) error {
	var c domain.Check
	some := LeadFacts{Company: "-", Subject: "-", Channel: library.SelfCame}
	for name, value := range set {
		known, err := some.put(name, value)
		c.That(known, name, "input.unknown")
		c.That(err == nil, name, "input.date")
		c.That(name != "owner_id" || value != "", name, "input.required")
	}
	c.Add("", some.Check())
	return c.Err()
}

// Told implements library.BatchTarget.
func (LeadBatch) Told(c library.BatchChange) []domain.Recipient {
	return handed(domain.ID(c.Before["owner_id"]), domain.ID(c.After["owner_id"]))
}

// Record implements library.BatchTarget.
func (b LeadBatch) Record(ctx context.Context, actor domain.Actor, id domain.ID) (library.BatchRecord, error) {
	l, err := b.Store.Lead(ctx, actor, id)
	if err != nil {
		return library.BatchRecord{}, err
	}
	edited := func(set library.Edit) (LeadFacts, error) {
		f := l.LeadFacts
		for name, value := range set {
			if _, err := f.put(name, value); err != nil {
				return f, err
			}
		}
		return f, f.Check()
	}
	return library.BatchRecord{
		Editable: library.Editable{ID: id, Title: title(l), Version: l.Version, UpdatedAt: l.UpdatedAt,
			Values: library.Edit{"owner_id": string(l.OwnerID),
				"channel": string(l.Channel), "industry": l.Industry, "next_on": l.NextOn.String(), "next_action": l.NextAction}},
		Check: func(ctx context.Context, set library.Edit) error {
			if ok, err := b.Within.Within(ctx, actor, org.LeadWrite, domain.Ref{Kind: domain.SubjectLead, ID: id}); err != nil || !ok {
				return orForbidden(err)
			}
			if l.State == Converted {
				return domain.Conflict("lead.converted")
			}
			_, err := edited(set)
			return err
		},
		Write: func(ctx context.Context, set library.Edit) (int, error) {
			f, err := edited(set)
			if err != nil {
				return 0, err
			}
			changed := l
			changed.LeadFacts = f
			changed, err = b.save(ctx, actor, "lead.update", l, changed)
			return changed.Version, err
		},
	}, nil
}
