package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
)

// EnterpriseBatch changes enterprises in batches: who looks after them, where
// they are, and how they fare.
type EnterpriseBatch struct{ *Enterprises }

// Kind implements BatchTarget.
func (EnterpriseBatch) Kind() string { return domain.SubjectEnterprise }

// Fields implements library.BatchTarget.
func (EnterpriseBatch) Fields() []string { return EnterpriseBatchFields() }

// Rights implements BatchTarget.
func (EnterpriseBatch) Rights() []domain.Right {
	return []domain.Right{org.EnterpriseRead, org.EnterpriseWrite}
}

// References implements BatchTarget.
func (EnterpriseBatch) References() map[string]string {
	return map[string]string{"leader_ids": "person", "unit_id": "unit", "host_unit_id": "unit"}
}

// EnterpriseBatchFields lists what a batch may set on enterprises.
func EnterpriseBatchFields() []string {
	return []string{"leader_ids", "unit_id", "host_unit_id", "industry", "state"}
}

// enterpriseField reaches one text of an enterprise's facts.
func enterpriseField(f *EnterpriseFacts, name string) *string {
	switch name {
	case "unit_id":
		return (*string)(&f.UnitID)
	case "host_unit_id":
		return (*string)(&f.HostUnitID)
	case "industry":
		return &f.Industry
	case "state":
		return (*string)(&f.State)
	}
	return nil
}

// CheckEdit implements BatchTarget: the rules hold on any enterprise alike.
func (EnterpriseBatch) CheckEdit(set Edit) error {
	var c domain.Check
	some := EnterpriseFacts{OrganizationFacts: OrganizationFacts{Name: "-"}, State: Normal}
	for name, value := range set {
		if at := enterpriseField(&some, name); at != nil {
			*at = value
		} else {
			c.That(name == "leader_ids", name, "input.unknown")
		}
		c.That(value != "" || name != "unit_id", name, "input.required")
	}
	c.Add("", some.Check())
	return c.Err()
}

// Told implements BatchTarget.
func (EnterpriseBatch) Told(c BatchChange) []domain.Recipient { return newlyNamed(c, "leader_ids") }

// Record implements BatchTarget.
func (b EnterpriseBatch) Record(ctx context.Context, actor domain.Actor, id domain.ID) (BatchRecord, error) {
	e, err := b.Store.Enterprise(ctx, actor, id)
	if err != nil {
		return BatchRecord{}, err
	}
	var leaders []domain.ID
	for _, a := range e.Leaders {
		if a.ToOn.IsZero() {
			leaders = append(leaders, a.PersonID)
		}
	}
	values := Edit{"leader_ids": JoinIDs(leaders)}
	for _, name := range EnterpriseBatchFields()[1:] {
		values[name] = *enterpriseField(&e.EnterpriseFacts, name)
	}
	edited := func(set Edit) (EnterpriseFacts, []domain.ID) {
		f, who := e.EnterpriseFacts, leaders
		for name, value := range set {
			if at := enterpriseField(&f, name); at != nil {
				*at = value
			} else {
				who = SplitIDs(value)
			}
		}
		return f, who
	}
	return BatchRecord{
		Editable: Editable{ID: id, Title: e.Name, Version: e.Version, UpdatedAt: e.UpdatedAt, Values: values},
		Check: func(ctx context.Context, set Edit) error {
			if err := b.within(ctx, actor, org.EnterpriseWrite, domain.Ref{Kind: domain.SubjectEnterprise, ID: id}); err != nil {
				return err
			}
			f, _ := edited(set)
			return f.Check()
		},
		Write: func(ctx context.Context, set Edit) (int, error) {
			f, who := edited(set)
			return e.Version + 1, b.ReviseWithin(ctx, actor, id, e.Version, f, who)
		},
	}, nil
}
