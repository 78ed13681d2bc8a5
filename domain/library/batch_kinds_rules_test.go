package library_test

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

func TestAnEditIsRefusedWhereNoRecordCouldTakeIt(t *testing.T) {
	t.Parallel()
	projects, clients, enterprises := library.ProjectBatch(&library.Projects{}), library.ClientBatch(&library.Clients{}),
		library.EnterpriseBatch(&library.Enterprises{})
	edit := func(target library.BatchTarget, set library.Edit) func() error {
		return func() error { return target.CheckEdit(set) }
	}
	refuses(t, []refusal{
		{"leaders of projects are set", edit(projects, library.Edit{"leader_ids": "b,a"}), nil},
		{"leaders of projects are cleared", edit(projects, library.Edit{"leader_ids": ""}), nil},
		{"a project stays with a unit", edit(projects, library.Edit{"responsible_unit_id": ""}), []string{"responsible_unit_id input.required"}},
		{"a project's kind is of the vocabulary", edit(projects, library.Edit{"kind": "rockets"}), []string{"kind input.enum"}},
		{"a project's stage is not set", edit(projects, library.Edit{"stage": "SIGNED"}), []string{"stage input.unknown"}},
		{"a client's owner is set", edit(clients, library.Edit{"owner_id": "a"}), nil},
		{"a client stays with somebody", edit(clients, library.Edit{"owner_id": ""}), []string{"owner_id input.required"}},
		{"a client stays with a unit", edit(clients, library.Edit{"unit_id": ""}), []string{"unit_id input.required"}},
		{"a client's class is cleared", edit(clients, library.Edit{"investor_class": ""}), nil},
		{"a client's tiers are of the vocabulary", edit(clients, library.Edit{"tiers": "listed,rich"}), []string{"tiers input.enum"}},
		{"a client's name is not set", edit(clients, library.Edit{"name": "百龙"}), []string{"name input.unknown"}},
		{"leaders of enterprises are cleared", edit(enterprises, library.Edit{"leader_ids": ""}), nil},
		{"an enterprise stays with a unit", edit(enterprises, library.Edit{"unit_id": ""}), []string{"unit_id input.required"}},
		{"an enterprise's place is cleared", edit(enterprises, library.Edit{"host_unit_id": ""}), nil},
		{"an enterprise has a state", edit(enterprises, library.Edit{"state": ""}), []string{"state input.enum"}},
		{"an enterprise's products are not set", edit(enterprises, library.Edit{"products": "水泥"}), []string{"products input.unknown"}},
		{"faults come field by field, then the unknown ones by name, then the rules",
			edit(enterprises, library.Edit{"z": "1", "unit_id": "", "a": "1", "industry": "00"}),
			[]string{"unit_id input.required", "a input.unknown", "z input.unknown", "industry project.industry_unknown"}},
	})
}

func TestEveryFieldOfABatchIsReadAsItWasSet(t *testing.T) {
	t.Parallel()
	m, projects, clients, enterprises, _ := county()
	words := map[string]string{"leader_ids": "a,b", "responsible_unit_id": "u1", "attracting_unit_id": "u2", "host_unit_id": "u3",
		"kind": "tourism", "channel": "event", "chain": "竹木", "purpose": "prosperous", "construction": "new", "horizon": "near",
		"owner_id": "o", "unit_id": "u4", "investor_class": "foreign", "tiers": "global_500,listed", "industry": "30", "state": "halted"}
	for id, target := range map[domain.ID]library.BatchTarget{"p": library.ProjectBatch(projects), "c": library.ClientBatch(clients),
		"e": library.EnterpriseBatch(enterprises)} {
		actor := everywhere(org.ProjectWrite, org.ClientWrite, org.EnterpriseWrite)
		set := library.Edit{}
		for _, f := range target.Fields() {
			set[f] = words[f]
		}
		before, err := target.Record(t.Context(), actor, id)
		if err != nil {
			t.Fatal(err)
		}
		if err := before.Check(t.Context(), set); err != nil {
			t.Errorf("%s refuses %v: %v", target.Kind(), set, err)
		}
		version, err := before.Write(t.Context(), set)
		if err != nil || version != 4 {
			t.Errorf("%s: version %d, %v", target.Kind(), version, err)
		}
		if p, ok := m.projects[id]; ok {
			p.Leaders = m.assigned
			m.projects[id] = p
		}
		if e, ok := m.enterprises[id]; ok {
			e.Leaders = m.assigned
			m.enterprises[id] = e
		}
		after, err := target.Record(t.Context(), actor, id)
		if err != nil || len(after.Changed(set)) > 0 {
			t.Errorf("%s does not say %v, %v", target.Kind(), after.Changed(set), err)
		}
		m.assigned = nil
	}
}
