package api_test

import (
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// A referral is what the channel says, in every report, filter and export: a lead
// with a referrer that came by an intermediary is none.
func TestEveryReportAndFilterKnowsTheSameReferrals(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		openGates(office)
		for company, more := range map[string]apptest.Doc{"引荐": {"channel": "referral", "referrer_kind": "enterprise", "referrer_name": "老客商"},
			"以商": {"channel": "referral"}, "中介": {"channel": "intermediary", "referrer_kind": "person", "referrer_name": "某中介"},
			"上门": {"channel": "doorstep"}} {
			lead := apptest.Doc{"company": company + "公司", "subject": company + "项目", "amount": 320_000_000}
			for k, v := range more {
				lead[k] = v
			}
			if more.Text("channel") == "intermediary" {
				lead["referrer_kind"], lead["referrer_id"] = "client", office.Post("/clients", apptest.Doc{"name": "某中介公司"}).
					Want(http.StatusCreated).JSON().Text("id")
			}
			made := office.Post("/leads", lead).Want(http.StatusCreated).JSON()
			at := "/leads/" + made.Text("id")
			office.Post(at+"/assess", apptest.Doc{"valid": true, "verdict": "符合"}, "If-Match", version(1)).Want(http.StatusOK)
			id := office.Post(at+"/convert", apptest.Doc{"kind": "industry"}, "If-Match", version(2)).Want(http.StatusOK).JSON().Text("project_id")
			move(office, id, apptest.Doc{"code": "SIGNED", "occurred_on": apptest.Day}).Want(http.StatusCreated)
		}
		get := func(path string) apptest.Doc { return office.Get(path).Want(http.StatusOK).JSON() }
		signedIn := func(path, key string) int {
			for _, g := range get(path).Items("groups") {
				if g.Text("key") == key {
					return g.In("signed").Int("count")
				}
			}
			return 0
		}
		for name, n := range map[string]int{
			"the filter of projects":        get("/projects/totals?channel=referral").Int("count"),
			"the filter of leads":           len(get("/leads?channel=referral").Items("items")),
			"the filter of reports":         get("/reports/conversion?channel=referral").In("total").In("signed").Int("count"),
			"conversion by channel":         signedIn("/reports/conversion?by=channel", "referral"),
			"conversion by referral":        signedIn("/reports/conversion?by=referral", "yes"),
			"the same as of today":          signedIn("/reports/conversion?by=referral&as_of="+apptest.Day, "yes"),
			"the rows behind it":            len(get("/reports/rows?by=referral&key=yes&figure=signed").Items("items")),
			"what is none of them, of four": signedIn("/reports/conversion?by=referral", "no"),
		} {
			if n != 2 {
				t.Errorf("%s counts %d, want 2", name, n)
			}
		}
	})
}
