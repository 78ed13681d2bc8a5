package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// What nobody sees makes no name, and two spellings that look alike make no two records:
// a form's text is cleaned as a ledger's.
func TestTextsAreCleanedBeforeTheyAreCheckedAndKept(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		for name, said := range map[string]string{"a zero-width space": "\u200b", "a byte order mark": "\ufeff",
			"blanks of three kinds": " \u3000\u00a0", "a direction mark": "\u202e"} {
			refused := office.Post("/clients", apptest.Doc{"name": said, "investor_class": "private"})
			if refused.Status != http.StatusUnprocessableEntity || refused.Fields()["name"] != "input.required" {
				t.Errorf("a firm of %s: %d %s", name, refused.Status, refused.Body)
			}
		}
		control := office.Post("/clients", apptest.Doc{"name": "恒瑞\u0007食品", "investor_class": "private"})
		if control.Status != http.StatusUnprocessableEntity || control.Fields()["name"] != "text.control_character" {
			t.Errorf("a bell in a name: %d %s", control.Status, control.Body)
		}
		first := office.Post("/clients", apptest.Doc{"name": " 恒瑞食品\u3000 ", "credit_code": "９１１１００００７００１９４０５８Ｌ", "code_override": "照抄证照",
			"investor_class": "private", "needs": "一行\r\n\r\n\r\n二行 "}).Want(http.StatusCreated).JSON()
		if first.Text("name") != "恒瑞食品" || first.Text("credit_code") != "91110000700194058L" || first.Text("needs") != "一行\n\n二行" {
			t.Errorf("kept as %q, %q, %q", first.Text("name"), first.Text("credit_code"), first.Text("needs"))
		}
		lead := office.Post("/leads", apptest.Doc{"company": "恒瑞食品\u200b", "subject": "冷链　二期 ", "channel": "self"}).
			Want(http.StatusCreated).JSON()
		if lead.Text("company") != "恒瑞食品" || lead.Text("subject") != "冷链 二期" {
			t.Errorf("a lead is kept as %q, %q", lead.Text("company"), lead.Text("subject"))
		}
		visit := office.Post("/visits", apptest.Doc{"way": "out", "on": apptest.Day, "company": "恒瑞食品", "party": []any{" 王强 ", "李\u200b秀芳"}}).
			Want(http.StatusCreated).JSON()
		if party := visit["party"].([]any); len(party) != 2 || party[0] != "王强" || party[1] != "李秀芳" {
			t.Errorf("the party is kept as %q", party)
		}
	})
}
