package api_test

import (
	"net/http"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// statisticsBase makes the ten items of the statistics base the gate of 开工, as
// the office takes them over.
func statisticsBase(office *apptest.Person) {
	gates := office.Get("/gates").Want(http.StatusOK).JSON()
	office.Put("/gates", gates.Int("version"), apptest.Doc{"items": gates.Items("ready")}).Want(http.StatusOK)
}

// missing gives what a project still lacks for a stage, by the names of the needs.
func missing(who *apptest.Person, project, stage string) (out []string) {
	for _, n := range who.Get("/projects/" + project + "/stage-events?toward=" + stage).Want(http.StatusOK).JSON().Items("needs") {
		if n["met"] != true {
			out = append(out, n.Text("name"))
		}
	}
	return out
}

// Ten items: three always, the filing or with a reason one of three papers, land,
// planning and environment unless a reason says why not. Each reason is kept, told,
// and looked at by the verifier as the paper would have been.
func TestTheTenItemsOfTheStatisticsBaseAreARuleOfTheOffice(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, verifier := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Verifier, "县发改局")
		clerk, stranger := p.Appoint(org.UnitHead, "县水务局"), p.Appoint(org.UnitHead, "县财政局")
		openGates(office)
		facts := apptest.Doc{"name": "甲项目", "responsible_unit_id": p.Units["县水务局"].ID, "contract_amount": 300_000_000}
		id := reached(office, facts, "SIGNED 2026-01-10", "PERMITTING 2026-02-10")
		statisticsBase(office)
		project := office.Get("/projects/" + id).JSON()
		for _, kind := range []string{"site_photo", "construction_contract", "land_contract"} {
			attach(t, office, project.ID("id"), kind)
		}
		explain := func(who *apptest.Person, need, reason string) *apptest.Answer {
			return who.Post("/projects/"+id+"/paper-reasons", apptest.Doc{"need": need, "reason": reason})
		}
		start := apptest.Doc{"code": "STARTED", "occurred_on": "2026-03-01"}
		refused := move(clerk, id, start).Want(http.StatusUnprocessableEntity).Fields()
		for _, want := range []string{"field.content", "evidence.filing", "evidence.planning_permit", "evidence.environment"} {
			if refused[want] != "stage.missing" {
				t.Errorf("%s is not named as missing: %v", want, refused)
			}
		}

		// Only where the gate lets it, by those whose project it is, with words.
		if bad := explain(clerk, "evidence.site_photo", "没拍").Want(http.StatusUnprocessableEntity).Fields(); bad["need"] != "reason.not_allowed" {
			t.Errorf("a reason for the photo: %v", bad)
		}
		if bad := explain(clerk, "evidence.filing", "  ").Want(http.StatusUnprocessableEntity).Fields(); bad["reason"] != "input.required" {
			t.Errorf("a reason without words: %v", bad)
		}
		explain(stranger, "evidence.filing", "不是我的项目").Want(http.StatusNotFound)
		explain(verifier, "evidence.filing", "核查员不报").Want(http.StatusForbidden)

		// The filing wants one of three papers beside the reason; the others none.
		explain(clerk, "evidence.filing", "技改备案在市局办理，县里无件").Want(http.StatusOK)
		if n := missing(clerk, id, "STARTED"); !strings.Contains(strings.Join(n, " "), "evidence.filing") {
			t.Errorf("a reason alone stands for the filing: missing are %v", n)
		}
		attach(t, office, project.ID("id"), "feasibility")
		explain(clerk, "evidence.planning_permit", "利用原有厂房").Want(http.StatusOK)
		explain(clerk, "evidence.environment", "写错了").Want(http.StatusOK)
		explain(clerk, "evidence.environment", "").Want(http.StatusOK)
		explain(clerk, "evidence.environment", "").Want(http.StatusUnprocessableEntity)
		if n := strings.Join(missing(clerk, id, "STARTED"), " "); n != "field.content evidence.environment" {
			t.Errorf("missing are %q", n)
		}
		same := apptest.Doc{"id": "01a21184-0000-7000-8000-0000000000aa", "need": "evidence.environment", "reason": "名录外项目，免办环评"}
		for range 2 {
			clerk.Post("/projects/"+id+"/paper-reasons", same).Want(http.StatusOK)
		}
		now := office.Get("/projects/" + id).JSON()
		facts["content"] = "年产两万套"
		office.Put("/projects/"+id, now.Int("version"), facts).Want(http.StatusOK)
		history := move(clerk, id, start).Want(http.StatusCreated).JSON()
		told := 0
		for _, line := range clerk.Get("/timeline?subject_kind=project&subject_id=" + id).Want(http.StatusOK).JSON().Items("items") {
			if line.Text("action") == "stage.explain" {
				told++
			}
		}
		if told != 5 {
			t.Errorf("the timeline tells %d times of a reason, want 5", told)
		}

		var claim apptest.Doc
		for _, e := range history.Items("events") {
			if e.Text("code") == "STARTED" {
				claim = e
			}
		}
		reasons := claim.Items("reasons")
		if len(reasons) != 3 {
			t.Fatalf("the claim stands on %v", reasons)
		}
		verdicts := "/stage-events/" + claim.Text("id") + "/verdicts"
		if bad := verifier.Post(verdicts, apptest.Doc{"agrees": true}).Want(http.StatusUnprocessableEntity).
			Fields(); bad["reasons"] != "verdict.reasons_unread" {
			t.Errorf("confirmed without a look at the reasons: %v", bad)
		}
		var looked []string
		for _, r := range reasons {
			looked = append(looked, r.Text("id"))
		}
		verifier.Post(verdicts, apptest.Doc{"agrees": true, "reasons": looked[1:]}).Want(http.StatusUnprocessableEntity)
		done := verifier.Post(verdicts, apptest.Doc{"agrees": true, "reasons": looked}).Want(http.StatusOK).JSON()
		for _, e := range done.Items("events") {
			if e.Text("id") == claim.Text("id") && e["confirmed"] != true {
				t.Errorf("not confirmed: %v", e)
			}
		}
	})
}

// Who buys equipment alone shows contract, voucher and photo, all three, and no
// permit; a project that builds is not let through by them.
func TestEquipmentAloneIsEvidencedByThreePapers(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		statisticsBase(office)
		toStart := func(construction string) (string, []string) {
			made := office.Post("/projects", apptest.Doc{"name": "设备项目" + construction, "construction": construction,
				"responsible_unit_id": p.Units["县水务局"].ID}).Want(http.StatusCreated).JSON()
			return made.Text("id"), missing(office, made.Text("id"), "STARTED")
		}
		id, lacks := toStart("purchase")
		if got := strings.Join(lacks, " "); got != "evidence.purchase_contract evidence.payment_voucher evidence.equipment_photo" {
			t.Errorf("equipment alone lacks %q", got)
		}
		if _, lacks := toStart("new"); len(lacks) != 7 {
			t.Errorf("who builds lacks %v", lacks)
		}
		for _, kind := range []string{"purchase_contract", "payment_voucher"} {
			attach(t, office, office.Get("/projects/"+id).JSON().ID("id"), kind)
		}
		start := apptest.Doc{"code": "STARTED", "occurred_on": "2026-03-01"}
		if bad := move(office, id, start).Want(http.StatusUnprocessableEntity).
			Fields(); len(bad) != 1 || bad["evidence.equipment_photo"] != "stage.missing" {
			t.Errorf("two of three papers: %v", bad)
		}
		attach(t, office, office.Get("/projects/"+id).JSON().ID("id"), "equipment_photo")
		move(office, id, start).Want(http.StatusCreated)
	})
}

// A rule that cannot hold is refused where it is wrong, and nothing is written.
func TestAGateThatCannotHoldIsRefusedByField(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		before := office.Get("/gates").Want(http.StatusOK).JSON()
		need := func(facts apptest.Doc) apptest.Doc {
			out := apptest.Doc{"field": "", "evidence": "", "visit": false, "any_of": []string{}, "reasoned": false, "instead": []string{}}
			for k, v := range facts {
				out[k] = v
			}
			return out
		}
		gate := apptest.Doc{"stage": "STARTED", "not_counted": []string{" "}, "needs": []apptest.Doc{
			need(apptest.Doc{"evidence": "filing", "instead": []string{"design"}}),
			need(apptest.Doc{"field": "content", "reasoned": true}),
			need(apptest.Doc{"evidence": "filing", "reasoned": true, "instead": []string{"filing"}}),
			need(apptest.Doc{"evidence": "paper"}), need(nil)},
			"equipment": []apptest.Doc{need(apptest.Doc{"any_of": []string{"receipt"}})}}
		bad := office.Put("/gates", before.Int("version"), apptest.Doc{"items": []apptest.Doc{gate}}).Want(http.StatusUnprocessableEntity).
			Fields()
		for path, code := range map[string]string{"items[0].needs[0].instead": "gate.instead_without_reason",
			"items[0].needs[1].reasoned": "gate.reason_for_paper",
			"items[0].needs[2].instead":  "gate.instead_of_itself", "items[0].needs[3].evidence": "input.enum",
			"items[0].needs[4].any_of":     "input.required",
			"items[0].equipment[0].any_of": "input.enum", "items[0].not_counted[0]": "input.required"} {
			if bad[path] != code {
				t.Errorf("%s is %q, want %s", path, bad[path], code)
			}
		}
		if after := office.Get("/gates").JSON(); after.Int("version") != before.Int("version") {
			t.Errorf("a refused gate was written: version %d", after.Int("version"))
		}
	})
}
