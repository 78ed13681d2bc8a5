package pipeline

import (
	"testing"

	"sangu/domain/library"
)

func TestGatesAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	valid := func() Gates {
		return Gates{{Stage: library.Qualified, Needs: []Requirement{{Field: "industry"}, {Evidence: "filing", Reasoned: true}}},
			{Stage: library.Started, Needs: []Requirement{{Visit: true}, {AnyOf: []string{"design", "filing"}, Reasoned: true}},
				Equipment: []Requirement{{Evidence: "payment_voucher"}}, NotCounted: []string{"survey"}}}
	}
	first := func(change func(r *Requirement)) func(*Gates) { return func(g *Gates) { change(&(*g)[0].Needs[0]) } }
	paper := func(change func(r *Requirement)) func(*Gates) { return func(g *Gates) { change(&(*g)[0].Needs[1]) } }
	holdRules(t, valid, Gates.Check, []rule[Gates]{
		{"no gate at all is taken", func(g *Gates) { *g = nil }, ""},
		{"a stage has one gate", func(g *Gates) { (*g)[1].Stage = library.Qualified }, "items[1].stage gate.twice"},
		{"the first stage has no gate", func(g *Gates) { (*g)[0].Stage = library.Lead }, "items[0].stage input.enum"},
		{"a stage that there is not has no gate", func(g *Gates) { (*g)[0].Stage = "BUILT" }, "items[0].stage input.enum"},
		{"the last stage has a gate", func(g *Gates) { (*g)[1].Stage = library.FullCapacity }, ""},
		{"a field that there is not is refused", first(func(r *Requirement) { r.Field = "weather" }), "items[0].needs[0].field input.enum"},
		{"a paper that there is not is refused", paper(func(r *Requirement) { r.Evidence = "poem" }),
			"items[0].needs[1].evidence input.enum"},
		{"one of some papers is one of those that there are", func(g *Gates) { (*g)[1].Needs[1].AnyOf[0] = "poem" },
			"items[1].needs[1].any_of input.enum"},
		{"a paper in place of another is one that there is", paper(func(r *Requirement) { r.Instead = []string{"poem"} }),
			"items[0].needs[1].instead input.enum"},
		{"a requirement of nothing is refused", first(func(r *Requirement) { *r = Requirement{} }),
			"items[0].needs[0].any_of input.required"},
		{"a paper in place of another goes with a reason", paper(func(r *Requirement) { r.Reasoned, r.Instead = false, []string{"design"} }),
			"items[0].needs[1].instead gate.instead_without_reason"},
		{"a reason stands for no field", first(func(r *Requirement) { r.Reasoned = true }), "items[0].needs[0].reasoned gate.reason_for_paper"},
		{"a reason stands for no visit", func(g *Gates) { (*g)[1].Needs[0].Reasoned = true },
			"items[1].needs[0].reasoned gate.reason_for_paper"},
		{"a paper is not in place of itself", paper(func(r *Requirement) { r.Instead = []string{"design", "filing"} }),
			"items[0].needs[1].instead gate.instead_of_itself"},
		{"a paper is in place of one of some", func(g *Gates) { (*g)[1].Needs[1].Instead = []string{"design"} }, ""},
		{"what buyers of equipment show is held to the same rules", func(g *Gates) { (*g)[1].Equipment[0].Evidence = "poem" },
			"items[1].equipment[0].evidence input.enum"},
		{"works that are not counted have a name", func(g *Gates) { (*g)[1].NotCounted = []string{"survey", " "} },
			"items[1].not_counted[1] input.required"},
	})
	for _, gates := range []Gates{StandardGates(), ReadyGates()} {
		if err := gates.Check(); err != nil {
			t.Errorf("the product's own gates: %v", err)
		}
	}
}

func TestReasonsForPapersAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	gates := Gates{{Stage: library.Started, Needs: []Requirement{{Evidence: "filing", Reasoned: true}, {Evidence: "site_photo"}},
		Equipment: []Requirement{{Evidence: "payment_voucher", Reasoned: true}}}}
	type written struct {
		PaperReason
		p   library.Project
		all []PaperReason
	}
	valid := func() written {
		return written{PaperReason: PaperReason{Need: "evidence.filing", Text: "技改项目无需备案"}}
	}
	had := func(w *written) { w.all = []PaperReason{{ID: "had", Need: w.Need, Text: "技改项目"}} }
	holdRules(t, valid, func(w written) error { return w.check(gates, w.p, w.all) }, []rule[written]{
		{"no reason stands for a paper that must be there", func(w *written) { w.Need = "evidence.site_photo" }, "need reason.not_allowed"},
		{"no reason stands for what the project is not asked for", func(w *written) { w.p.Construction = library.PurchaseOnly },
			"need reason.not_allowed"},
		{"a reason stands for what a buyer of equipment is asked for", func(w *written) {
			w.p.Construction, w.Need = library.PurchaseOnly, "evidence.payment_voucher"
		}, ""},
		{"no text where there is no reason is refused", func(w *written) { w.Text = "" }, "reason input.required"},
		{"no text takes back a reason", func(w *written) {
			had(w)
			w.Text = ""
		}, ""},
		{"a reason that no gate allows any more is taken back", func(w *written) {
			w.Need = "evidence.site_photo"
			had(w)
			w.Text = ""
		}, ""},
		{"a reason that no gate allows any more is not written again", func(w *written) {
			w.Need = "evidence.site_photo"
			had(w)
		}, "need reason.not_allowed"},
		{"a reason that was taken back is not taken back again", func(w *written) {
			had(w)
			w.all = append(w.all, PaperReason{ID: "back", Need: w.Need})
			w.Text = ""
		}, "reason input.required"},
	})
}
