package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// VisitBatch changes visits in batches: who sees to them, who leads, and when
// and where a journey of many goes. A visit that is over stands; what came of it is
// said one by one.
type VisitBatch struct{ *Visits }

// Kind implements library.BatchTarget.
func (VisitBatch) Kind() string { return domain.SubjectVisit }

// Fields implements library.BatchTarget.
func (VisitBatch) Fields() []string { return VisitBatchFields() }

// Rights implements library.BatchTarget.
func (VisitBatch) Rights() []domain.Right { return []domain.Right{org.VisitRead, org.VisitWrite} }

// References implements library.BatchTarget.
func (VisitBatch) References() map[string]string {
	return map[string]string{"owner_id": "person", "leader_id": "person"}
}

// VisitBatchFields lists what a batch may set on visits.
func VisitBatchFields() []string {
	return []string{"owner_id", "leader_id", "way", "on", "place", "purpose"}
}

// put sets one field of a visit's facts; it reports whether there is such a one.
func (f *VisitFacts) put(name, value string) (known bool, err error) {
	switch name {
	case "owner_id":
		f.OwnerID = domain.ID(value)
	case "leader_id":
		f.LeaderID = domain.ID(value)
	case "way":
		f.Way = value
	case "on":
		f.On, err = domain.ParseDate(value)
	case "place":
		f.Place = value
	case "purpose":
		f.Purpose = value
	default:
		return false, nil
	}
	return true, err
}

// edited gives the facts with an edit in them.
func (f VisitFacts) edited(set library.Edit) (VisitFacts, error) {
	for name, value := range set {
		if _, err := f.put(name, value); err != nil {
			return f, err
		}
	}
	return f, f.Check()
}

// sameVisit reports whether an edit leaves who led, when and where as it was: of
// a visit that is over, only who sees to it is changed in a batch.
func (f VisitFacts) sameVisit(n VisitFacts) bool {
	return f.LeaderID == n.LeaderID && f.Way == n.Way && f.On == n.On && f.Place == n.Place && f.Purpose == n.Purpose
}

// CheckEdit implements library.BatchTarget. A visit stays with somebody, on a day.
func (VisitBatch) CheckEdit(set library.Edit) error {
	var c domain.Check
	on, _ := domain.NewDate(2000, 1, 1)
	some := VisitFacts{Way: Out, On: on, Company: "-"}
	for name, value := range set {
		known, err := some.put(name, value)
		c.That(known, name, "input.unknown")
		c.That(err == nil, name, "input.date")
		c.That(value != "" || name != "owner_id", name, "input.required")
	}
	c.Add("", some.Check())
	return c.Err()
}

// Told implements library.BatchTarget.
func (VisitBatch) Told(c library.BatchChange) []domain.Recipient {
	return append(handed(domain.ID(c.Before["owner_id"]), domain.ID(c.After["owner_id"])),
		handed(domain.ID(c.Before["leader_id"]), domain.ID(c.After["leader_id"]))...)
}

// Record implements library.BatchTarget.
func (b VisitBatch) Record(ctx context.Context, actor domain.Actor, id domain.ID) (library.BatchRecord, error) {
	v, err := b.Store.Visit(ctx, actor, id)
	if err != nil {
		return library.BatchRecord{}, err
	}
	return library.BatchRecord{
		Editable: library.Editable{ID: id, Title: v.Company, Version: v.Version, UpdatedAt: v.UpdatedAt,
			Values: library.Edit{"owner_id": string(v.OwnerID),
				"leader_id": string(v.LeaderID), "way": v.Way, "on": v.On.String(), "place": v.Place, "purpose": v.Purpose}},
		Check: func(ctx context.Context, set library.Edit) error {
			if ok, err := b.Within.Within(ctx, actor, org.VisitWrite, domain.Ref{Kind: domain.SubjectVisit, ID: id}); err != nil || !ok {
				return orForbidden(err)
			}
			f, err := v.edited(set)
			if v.State == Cancelled || v.State == Done && !v.sameVisit(f) {
				return domain.Conflict("visit.not_planned")
			}
			return err
		},
		Write: func(ctx context.Context, set library.Edit) (int, error) {
			f, err := v.edited(set)
			if err != nil {
				return 0, err
			}
			changed := v
			changed.VisitFacts = f
			changed, err = b.save(ctx, actor, "visit.update", v, changed)
			return changed.Version, err
		},
	}, nil
}
