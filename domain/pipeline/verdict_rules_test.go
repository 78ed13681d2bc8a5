package pipeline

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// person returns an actor with rights on the post of one unit.
func person(id, unit domain.ID, rights ...domain.Right) domain.Actor {
	return domain.Actor{PersonID: id, UnitID: unit, Grants: []domain.Grant{{Rights: rights, Scope: domain.ScopeAll, UnitID: unit}}}
}

func TestWhoMayVerify(t *testing.T) {
	t.Parallel()
	p := library.Project{ProjectFacts: library.ProjectFacts{ResponsibleUnitID: "bureau", AttractingUnitID: "town"}}
	verifier := func() domain.Actor { return person("verifier", "statistics", org.StageConfirm) }
	check := func(a domain.Actor) error { return MayVerify(a, p, "reporter", "agrees") }
	holdRules(t, verifier, check, []rule[domain.Actor]{
		{"nobody verifies without the right", func(a *domain.Actor) { a.Grants[0].Rights = nil }, "actor.right_missing"},
		{"nobody verifies what he reported", func(a *domain.Actor) { a.PersonID = "reporter" }, "agrees verdict.own_report"},
		{"nobody verifies projects that his unit is responsible for", func(a *domain.Actor) { a.Grants[0].UnitID = "bureau" },
			"agrees verdict.own_unit"},
		{"nobody verifies projects that his unit attracted", func(a *domain.Actor) { a.Grants[0].UnitID = "town" }, "agrees verdict.own_unit"},
		{"a second post counts as much", func(a *domain.Actor) { a.Grants = append(a.Grants, domain.Grant{UnitID: "town"}) },
			"agrees verdict.own_unit"},
		{"a grant that is of no unit is of no unit of the project", func(a *domain.Actor) { a.Grants[0].UnitID = "" }, ""},
	})
	if err := MayVerify(person("", "statistics", org.StageConfirm), p, "", "agrees"); err != nil {
		t.Errorf("what nobody reported is verified by anybody of another unit, but: %v", err)
	}
	if err := MayVerify(person("v", "", org.StageConfirm), library.Project{}, "reporter", "agrees"); err != nil {
		t.Errorf("a project of no unit is verified by a verifier of no unit, but: %v", err)
	}
}

func TestVerdictsAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	e := event("signed", Code(library.Signed), "2026-06-01")
	type given struct {
		Verdict
		events []Event
	}
	valid := func() given { return given{Verdict{EventID: "signed", Agrees: true}, []Event{e}} }
	holdRules(t, valid, func(g given) error { return g.check(e, g.events, nil) }, []rule[given]{
		{"a no is taken with a reason", func(g *given) { g.Agrees, g.Note = false, "合同未盖章" }, ""},
		{"a no without a reason is refused", func(g *given) { g.Agrees, g.Note = false, " " }, "note input.required"},
		{"a verdict on an event that was corrected is refused", func(g *given) {
			g.events = append(g.events, Event{ID: "again", Code: e.Code, OccurredOn: e.OccurredOn, Corrects: e.ID})
		}, "verdict.corrected"},
	})
}

func TestHowManyAgreeForAnEventToBeConfirmed(t *testing.T) {
	t.Parallel()
	yes, no := Verdict{EventID: "e", Agrees: true}, Verdict{EventID: "e"}
	other := Verdict{EventID: "another", Agrees: true}
	for name, x := range map[string]struct {
		code     Code
		verdicts []Verdict
		want     bool
	}{
		"one is too few for a signing":             {Code(library.Signed), []Verdict{yes}, false},
		"two confirm a signing":                    {Code(library.Signed), []Verdict{yes, yes}, true},
		"one no outweighs two":                     {Code(library.Signed), []Verdict{yes, yes, no}, false},
		"nobody confirms no start":                 {Code(library.Started), nil, false},
		"one confirms a start":                     {Code(library.Started), []Verdict{yes}, true},
		"a verdict on another event confirms none": {Code(library.Started), []Verdict{other}, false},
	} {
		if got := (Event{ID: "e", Code: x.code}).Confirmed(x.verdicts); got != x.want {
			t.Errorf("%s: confirmed is %v", name, got)
		}
	}
}
