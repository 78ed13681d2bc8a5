package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

func TestTheContactOfAConvertedLeadBecomesOneOfTheClientUnlessTheClientHasIt(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		client := ""
		convert := func(subject, name, phone string) []apptest.Doc {
			lead := office.Post("/leads", apptest.Doc{"company": "绿森板业", "subject": subject, "channel": "self", "contact_name": name,
				"contact_phone": phone}).Want(http.StatusCreated).JSON()
			lead = office.Post("/leads/"+lead.Text("id")+"/convert", apptest.Doc{"kind": "industry"}, "If-Match", version(1)).
				Want(http.StatusOK).JSON()
			client = lead.Text("client_id")
			return office.Get("/clients/" + client).Want(http.StatusOK).JSON().Items("contacts")
		}
		for _, c := range []struct {
			subject, name, phone string
			want                 int
		}{
			{"一期", "王建国", "13800138000", 1},
			{"二期", "王建国", "138 0013 8000", 1},
			{"三期", "王建国", "", 1},
			{"四期", "王建国", "13900139000", 2},
			{"五期", "李梅", "", 3},
			{"六期", "", "", 3},
		} {
			if got := convert(c.subject, c.name, c.phone); len(got) != c.want {
				t.Errorf("%s: the client has %d contacts, want %d: %v", c.subject, len(got), c.want, got)
			}
		}
	})
}
