package pipeline

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
)

// denials returns a verifier's no on each of the events.
func denials(events ...domain.ID) []Verdict {
	var out []Verdict
	for _, id := range events {
		out = append(out, Verdict{EventID: id})
	}
	return out
}

func TestHowFarAProjectHasComeIsSaidOfClaimsThatStand(t *testing.T) {
	t.Parallel()
	signed, started := event("signed", Code(library.Signed), "2026-06-01"), event("started", Code(library.Started), "2026-07-01")
	produced := event("produced", Code(library.InProduction), "2026-09-01")
	again := event("again", Code(library.Started), "2026-08-01")
	replaced := again
	replaced.Corrects = "started"
	lost := event("lost", Terminate, "2026-10-01")
	yes := Verdict{EventID: "produced", Agrees: true}
	for name, x := range map[string]struct {
		events    []Event
		verdicts  []Verdict
		stage     library.Stage
		denied    library.Stage
		startedOn string
		produced  ClaimState
	}{
		"a claim that nobody judged stands": {[]Event{signed, started}, nil, library.Started, "", "2026-07-01", ""},
		"a denied claim leaves the stage before": {[]Event{signed, started}, denials("started"), library.Signed, library.Started, "",
			""},
		"a new claim stands again": {[]Event{signed, started, again}, denials("started"), library.Started, "", "2026-08-01", ""},
		"a claim that replaces the denied one stands": {[]Event{signed, started, replaced}, denials("started"), library.Started, "",
			"2026-08-01", ""},
		"a new claim that is denied too does not": {[]Event{signed, started, again}, denials("started", "again"), library.Signed,
			library.Started, "", ""},
		"what rests on a denied stage does not stand, though confirmed": {[]Event{signed, started, produced},
			append(denials("started"), yes), library.Signed, library.Started, "", RestsOnDenied},
		"it stands again with the stage below": {[]Event{signed, started, again, produced}, append(denials("started"), yes),
			library.InProduction, "", "2026-08-01", Recognised},
		"of two denied stages the first is named": {[]Event{signed, started, produced}, denials("produced", "signed"), "",
			library.Signed, "", NotRecognised},
	} {
		s := CurrentStateOf(x.events, x.verdicts)
		if s.Stage != x.stage || s.Denied != x.denied || s.Reached[library.Started].String() != x.startedOn {
			t.Errorf("%s: at %q, denied %q, started on %s", name, s.Stage, s.Denied, s.Reached[library.Started])
		}
		if got := ClaimStates(x.events, x.verdicts)["produced"]; got != x.produced {
			t.Errorf("%s: production is %q, want %q", name, got, x.produced)
		}
		if s.Confirmed[library.InProduction] != (x.produced == Recognised) {
			t.Errorf("%s: production is confirmed: %v", name, s.Confirmed[library.InProduction])
		}
	}
	if s := CurrentStateOf([]Event{signed, started, lost}, denials("started")); s.Status != library.Terminated || s.EndedOn.IsZero() {
		t.Errorf("a denied stage took the end of the project with it: %+v", s)
	}
	if s := CurrentStateOf([]Event{signed, started, lost}, denials("lost")); s.Status != library.Active || !s.EndedOn.IsZero() ||
		s.Stage != library.Started || s.Denied != "" {
		t.Errorf("an end that is not recognised ended the project: %+v", s)
	}
}

func TestTheContractAmountCountsWithItsSigning(t *testing.T) {
	t.Parallel()
	for stage, want := range map[library.Stage]bool{"": true, library.Started: true, library.Signed: false, library.Intent: false} {
		if SigningStands(stage) != want {
			t.Errorf("%q denied: the signing counts: %v", stage, !want)
		}
	}
}

func TestMovesAfterADenial(t *testing.T) {
	t.Parallel()
	valid := func() moved {
		return moved{Move: Move{Code: Code(library.Started), OccurredOn: domain.MustEventDay("2026-07-10")},
			events:   []Event{event("signed", Code(library.Signed), "2026-06-01"), event("started", Code(library.Started), "2026-07-01")},
			verdicts: denials("started")}
	}
	correct := func(m *moved) { m.Corrects, m.Note = "started", "录入有误" }
	produced := event("produced", Code(library.InProduction), "2026-07-05")
	holdRules(t, valid, func(m moved) error { return m.Check(m.events, m.verdicts, today) }, []rule[moved]{
		{"a denied stage is claimed anew", func(*moved) {}, ""},
		{"and so it is in place of the denied claim", correct, ""},
		{"on a day before the denied one too, as that happened on no day", func(m *moved) {
			m.OccurredOn = domain.MustEventDay("2026-06-20")
		}, ""},
		{"but not after a later stage that rests on it", func(m *moved) { m.events = append(m.events, produced) },
			"occurred_on stage.after_later"},
		{"a stage above a denied one is not claimed", func(m *moved) { m.Code = Code(library.Completed) },
			"code stage.rests_on_denied"},
		{"a stage below it is", func(m *moved) { m.Code = Code(library.Permitting) }, ""},
		{"a denied claim is not withdrawn", func(m *moved) { correct(m); m.Void = true }, "corrects stage.denied_stays"},
		{"nor made a claim of another stage", func(m *moved) { correct(m); m.Code = Code(library.Permitting) },
			"corrects stage.denied_stays"},
		{"a claim that rests on a denied one may be withdrawn", func(m *moved) {
			m.events = append(m.events, produced)
			m.Corrects, m.Note, m.Void, m.Code = "produced", "录入有误", true, ""
		}, ""},
	})
}

func TestNobodyConfirmsAStageAboveOneThatIsNotRecognised(t *testing.T) {
	t.Parallel()
	started, produced := event("started", Code(library.Started), "2026-07-01"), event("produced", Code(library.InProduction), "2026-09-01")
	type given struct {
		Verdict
		denied []Verdict
	}
	valid := func() given { return given{Verdict{EventID: "produced", Agrees: true}, nil} }
	holdRules(t, valid, func(g given) error { return g.check(produced, []Event{started, produced}, g.denied) }, []rule[given]{
		{"nobody confirms it", func(g *given) { g.denied = denials("started") }, "agrees verdict.rests_on_denied"},
		{"it may be denied as well", func(g *given) { g.denied, g.Agrees, g.Note = denials("started"), false, "没有产品" }, ""},
		{"it is confirmed where the stage below stands", func(*given) {}, ""},
	})
}
