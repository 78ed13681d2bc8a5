package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// ProjectBatch changes projects in batches: who answers for them and how they
// are classed. Where they stand is moved one by one, with its evidence.
type ProjectBatch struct{ *Projects }

// Kind implements BatchTarget.
func (ProjectBatch) Kind() string { return domain.SubjectProject }

// Fields implements library.BatchTarget.
func (ProjectBatch) Fields() []string { return ProjectBatchFields() }

// Rights implements BatchTarget.
func (ProjectBatch) Rights() []domain.Right { return []domain.Right{org.ProjectRead, org.ProjectWrite} }

// References implements BatchTarget.
func (ProjectBatch) References() map[string]string {
	return map[string]string{"responsible_unit_id": "unit", "attracting_unit_id": "unit", "host_unit_id": "unit", "leader_ids": "person"}
}

// projectField reaches one text of a project's facts.
func projectField(f *ProjectFacts, name string) *string {
	switch name {
	case "responsible_unit_id":
		return (*string)(&f.ResponsibleUnitID)
	case "attracting_unit_id":
		return (*string)(&f.AttractingUnitID)
	case "host_unit_id":
		return (*string)(&f.HostUnitID)
	case "kind":
		return &f.Kind
	case "channel":
		return (*string)(&f.Channel)
	case "chain":
		return &f.Chain
	case "purpose":
		return &f.Purpose
	case "construction":
		return &f.Construction
	case "horizon":
		return &f.Horizon
	}
	return nil
}

// ProjectBatchFields lists what a batch may set on projects.
func ProjectBatchFields() []string {
	return []string{"leader_ids", "responsible_unit_id", "attracting_unit_id", "host_unit_id", "kind", "channel", "chain", "purpose",
		"construction", "horizon"}
}

// CheckEdit implements BatchTarget: the rules hold on any project alike.
func (ProjectBatch) CheckEdit(set Edit) error {
	var c domain.Check
	some := ProjectFacts{Name: "-", ResponsibleUnitID: "-"}
	for name, value := range set {
		if at := projectField(&some, name); at != nil {
			*at = value
		} else {
			c.That(name == "leader_ids", name, "input.unknown")
		}
	}
	c.Add("", some.Check())
	return c.Err()
}

// Told implements BatchTarget: as given says of one project.
func (ProjectBatch) Told(c BatchChange) []domain.Recipient {
	out := newlyNamed(c, "leader_ids")
	if unit := domain.ID(c.After["responsible_unit_id"]); !unit.IsZero() {
		out = append(out, domain.Recipient{Kind: string(notice.Assigned), UnitID: unit, Roles: answering()})
	}
	return out
}

// Record implements BatchTarget.
func (b ProjectBatch) Record(ctx context.Context, actor domain.Actor, id domain.ID) (BatchRecord, error) {
	p, err := b.Store.Project(ctx, actor, id)
	if err != nil {
		return BatchRecord{}, err
	}
	var leaders []domain.ID
	for _, a := range p.Leaders {
		if a.ToOn.IsZero() {
			leaders = append(leaders, a.PersonID)
		}
	}
	values := Edit{"leader_ids": JoinIDs(leaders)}
	for _, name := range ProjectBatchFields()[1:] {
		values[name] = *projectField(&p.ProjectFacts, name)
	}
	edited := func(set Edit) (ProjectFacts, []domain.ID) {
		f, who := p.ProjectFacts, leaders
		for name, value := range set {
			if at := projectField(&f, name); at != nil {
				*at = value
			} else {
				who = SplitIDs(value)
			}
		}
		return f, who
	}
	return BatchRecord{
		Editable: Editable{ID: id, Title: p.Name, Version: p.Version, UpdatedAt: p.UpdatedAt, Values: values},
		Check: func(ctx context.Context, set Edit) error {
			if err := b.within(ctx, actor, org.ProjectWrite, domain.Ref{Kind: domain.SubjectProject, ID: id}); err != nil {
				return err
			}
			f, _ := edited(set)
			return f.Check()
		},
		Write: func(ctx context.Context, set Edit) (int, error) {
			f, who := edited(set)
			q, err := b.ReviseWithin(ctx, actor, id, p.Version, f, who, p.Dossier)
			return q.Version, err
		},
	}, nil
}
