package api_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// attach uploads evidence of a kind to a project.
func attach(t *testing.T, who *apptest.Person, project domain.ID, kind string) {
	t.Helper()
	attachFile(t, who, project, kind, kind+".pdf", fmt.Appendf(nil, "%%PDF-1.4 %s of %s", kind, project))
}

func attachFile(t *testing.T, who *apptest.Person, project domain.ID, kind, name string, body []byte) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, value := range map[string]string{"subject_kind": "project", "subject_id": string(project), "kind": kind} {
		if err := w.WriteField(name, value); err != nil {
			t.Fatal(err)
		}
	}
	f, err := w.CreateFormFile("file", name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	who.Request(http.MethodPost, "/api/v1/attachments", b.Bytes(), "Content-Type", w.FormDataContentType()).Want(http.StatusCreated)
}

func version(n int) string { return fmt.Sprintf(`"%d"`, n) }

func TestALeadBecomesAProjectThatIsSignedAndStarted(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		officer := p.Appoint(org.Officer, "县商务局")
		head := p.Appoint(org.UnitHead, "县商务局")
		lead := officer.Post("/leads", apptest.Doc{"company": "北京绿森板业科技有限公司", "subject": "植物纤维防火复合板材生产", "channel": "referral",
			"amount": 320_000_000}).Want(http.StatusCreated).JSON()
		lead = officer.Post("/leads/"+lead.Text("id")+"/assess", apptest.Doc{"valid": true, "verdict": "符合主导产业"}, "If-Match", version(1)).
			Want(http.StatusOK).JSON()
		lead = officer.Post("/leads/"+lead.Text("id")+"/convert", apptest.Doc{"kind": "industry", "host_unit_id": p.Units["龙关镇"].ID},
			"If-Match", version(2)).Want(http.StatusOK).JSON()
		id := lead.ID("project_id")
		project := officer.Get("/projects/" + string(id)).Want(http.StatusOK).JSON()
		if project.Text("stage") != "QUALIFIED" || project.Text("client_name") != "北京绿森板业科技有限公司" ||
			project.Int("total_investment") != 320_000_000 {
			t.Fatalf("project made of the lead: %v", project)
		}
		officer.Post("/leads/"+lead.Text("id")+"/convert", apptest.Doc{}, "If-Match", version(3)).Want(http.StatusConflict)

		visit := officer.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "北京绿森板业科技有限公司", "project_ids": []domain.ID{id},
			"client_ids": []string{lead.Text("client_id")}}).Want(http.StatusCreated).JSON()
		done := officer.Post("/visits/"+visit.Text("id")+"/complete",
			apptest.Doc{"outcome": "intent", "summary": "董事长同意签约", "steps": []apptest.Doc{{"title": "送合同文本", "due_on": apptest.Day}}}, "If-Match",
			version(1)).Want(http.StatusOK).JSON()
		if len(done.Items("steps")) != 1 || done.Text("state") != "done" {
			t.Fatalf("completed visit: %v", done)
		}
		if due := officer.Get("/desk").Want(http.StatusOK).JSON().Items("due"); len(due) != 1 || due[0].Text("title") != "送合同文本" {
			t.Errorf("desk after the visit: %v", due)
		}

		move := func(who *apptest.Person, code string) *apptest.Answer {
			now := who.Get("/projects/" + string(id)).Want(http.StatusOK).JSON()
			return who.Post("/projects/"+string(id)+"/stage-events", apptest.Doc{"code": code, "occurred_on": apptest.Day}, "If-Match",
				version(now.Int("version")))
		}
		refused := move(head, "SIGNED").Want(http.StatusUnprocessableEntity).Fields()
		if refused["evidence.contract"] != "stage.missing" || refused["field.contract_amount"] != "stage.missing" ||
			refused["field.client_id"] != "" {
			t.Errorf("missing for signing: %v", refused)
		}
		if refused["visit"] != "" || refused["evidence.intent_letter"] != "stage.missing" ||
			refused["evidence.review_minutes"] != "stage.missing" {
			t.Errorf("missing of the stages that are skipped: %v", refused)
		}
		project["contract_amount"], project["industry"], project["company_name"], project["company_code"] = 300_000_000, "20", "龙关绿森板业有限公司",
			"91130732MA0CEXQ31L"
		facts := apptest.Doc{}
		for _, name := range []string{"name", "kind", "client_id", "responsible_unit_id", "host_unit_id", "total_investment", "contract_amount",
			"industry", "company_name", "company_code", "leader_ids"} {
			facts[name] = project[name]
		}
		head.Put("/projects/"+string(id), project.Int("version"), facts).Want(http.StatusOK)
		for _, kind := range []string{"intent_letter", "review_minutes", "contract"} {
			attach(t, head, id, kind)
		}
		move(head, "SIGNED").Want(http.StatusCreated)
		for _, kind := range []string{"business_licence", "filing", "construction_permit", "site_photo", "construction_contract"} {
			attach(t, head, id, kind)
		}
		started := move(head, "STARTED").Want(http.StatusCreated).JSON()
		if started.Text("stage") != "STARTED" || len(started.Items("events")) != 3 {
			t.Errorf("after the start: %v", started)
		}
		line := officer.Get("/timeline?subject_kind=project&subject_id=" + string(id)).Want(http.StatusOK).JSON()
		if n := line.Int("count"); n < 10 {
			t.Errorf("timeline has %d lines, want all that happened", n)
		}
		stranger := p.Appoint(org.Officer, "县水务局")
		stranger.Get("/projects/" + string(id)).Want(http.StatusNotFound)
		stranger.Get("/timeline?subject_kind=project&subject_id=" + string(id)).Want(http.StatusNotFound)
		if n := stranger.Get("/projects").Want(http.StatusOK).JSON().Int("count"); n != 0 {
			t.Errorf("an officer of another unit sees %d projects, want none", n)
		}
	})
}

func TestConversionMovesWithTheStartAndOpensItsRows(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, leader := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.PrincipalLeader, "赤城县")
		var ids []domain.ID
		for i := range 12 {
			made := office.Post("/projects", apptest.Doc{"name": fmt.Sprintf("测试项目 %d", i), "responsible_unit_id": p.Units["县水务局"].ID,
				"contract_amount": 100_000_000, "funds_reported": 20_000_000, "channel": "leader"}).Want(http.StatusCreated).JSON()
			ids = append(ids, made.ID("id"))
			for _, kind := range []string{"contract", "business_licence", "filing", "construction_permit", "site_photo", "construction_contract"} {
				attach(t, office, ids[i], kind)
			}
			client := office.Post("/clients", apptest.Doc{"name": fmt.Sprintf("投资方 %d", i)}).Want(http.StatusCreated).JSON()
			office.Put("/projects/"+made.Text("id"), 1, apptest.Doc{"name": made.Text("name"), "responsible_unit_id": p.Units["县水务局"].ID,
				"client_id": client.Text("id"), "contract_amount": 100_000_000, "company_name": made.Text("name"),
				"company_code": "91130732MA0CEXQ31L", "funds_reported": 20_000_000, "channel": "leader"}).Want(http.StatusOK)
			office.Post("/projects/"+made.Text("id")+"/stage-events", apptest.Doc{"code": "SIGNED", "occurred_on": "2026-01-10"}, "If-Match",
				version(2)).Want(http.StatusCreated)
		}
		rate := func() apptest.Doc {
			return leader.Get("/reports/conversion?by=unit").Want(http.StatusOK).JSON()
		}
		if started := rate().In("total").In("started").Int("count"); started != 0 {
			t.Fatalf("%d started before any start", started)
		}
		office.Post("/projects/"+string(ids[0])+"/stage-events", apptest.Doc{"code": "STARTED", "occurred_on": "2026-05-10"}, "If-Match",
			version(3)).Want(http.StatusCreated)
		office.Post("/projects/"+string(ids[1])+"/stage-events",
			apptest.Doc{"code": "TERMINATED", "occurred_on": "2026-06-10", "reason": "投资方退出"}, "If-Match", version(3)).Want(http.StatusCreated)
		after := rate()
		total := after.In("total")
		if total.In("signed").Int("count") != 12 || total.In("started").Int("count") != 1 || total.In("terminated").
			Int("count") != 1 || total.In("signed").Int("amount") != 1_200_000_000 {
			t.Errorf("total: %v", total)
		}
		rates := total.Items("rates")
		if v, _ := rates[1].In("count")["value"].(float64); v != 1.0/12 {
			t.Errorf("start rate %v, want 1/12", v)
		}
		if v, _ := rates[3].In("claimed")["value"].(float64); v != 0.2 {
			t.Errorf("funds rate as reported %v, want 0.2", v)
		}
		if v, known := rates[3].In("amount")["value"].(float64); v != 0 || !known {
			t.Errorf("funds rate as verified %v, want 0: nobody has verified any", v)
		}
		curve := after.In("curve")
		if curve.Int("n") != 12 || curve.Int("waiting") != 10 || len(curve.Items("points")) != 2 {
			t.Errorf("curve: %v", curve)
		}
		rows := leader.Get("/projects?reached=STARTED&signed_from=2026-01-01").Want(http.StatusOK).JSON()
		if rows.Int("count") != 1 {
			t.Errorf("the figure opens %d rows, want 1", rows.Int("count"))
		}
		funnel := leader.Get("/reports/funnel").Want(http.StatusOK).JSON()
		for _, s := range funnel.Items("stages") {
			if s.Text("stage") == "SIGNED" && s.In("reached").Int("count") != 12 {
				t.Errorf("funnel: %v", s)
			}
		}
		leader.Get("/reports/conversion?until=2027-01-01").Want(http.StatusUnprocessableEntity)
	})
}

func bytesContain(body []byte, text string) bool { return bytes.Contains(body, []byte(text)) }
