package api_test

import (
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

// subscribed reads a calendar as a program without a session does.
func subscribed(p *apptest.Product, address string) string {
	a := p.Nobody().Request(http.MethodGet, address, nil).Want(http.StatusOK)
	if media := a.Header.Get("Content-Type"); media != "text/calendar; charset=utf-8" {
		p.T.Errorf("media type %q", media)
	}
	return string(a.Body)
}

var uidLine = regexp.MustCompile(`(?m)^UID:(.*)\r$`)

func uids(calendar string) []string {
	var out []string
	for _, m := range uidLine.FindAllStringSubmatch(calendar, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return out
}

func TestACalendarFeedIsReadByItsSecretAddressAloneUntilItIsRenewedOrRevoked(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		agenda(p, office)
		if f := office.Get("/account/calendar-feed").Want(http.StatusOK).JSON(); f["active"] != false {
			t.Errorf("a feed before one was made: %v", f)
		}
		first := office.Post("/account/calendar-feed", apptest.Doc{}).Want(http.StatusCreated).JSON().Text("address")
		if !strings.HasPrefix(first, "/api/v1/calendar/") || len(first) < 60 {
			t.Fatalf("address %q", first)
		}
		if f := office.Get("/account/calendar-feed").Want(http.StatusOK).JSON(); f["active"] != true || f.Text("address") != "" {
			t.Errorf("the address is told again: %v", f)
		}
		before := subscribed(p, first)
		if n := len(uids(before)); n != 8 {
			t.Errorf("%d events, want 8:\n%s", n, before)
		}
		if !strings.Contains(before, "DTSTART:20261009T013000Z\r\n") || !strings.Contains(before, "SUMMARY:拜访 甲公司\r\n") ||
			!strings.Contains(before, "DTSTART;VALUE=DATE:20261012\r\n") {
			t.Errorf("the feed says\n%s", before)
		}
		visit := entries(office, october+"&kinds=visit")["visit"]
		patch(office, "/visits/"+visit.Text("id"), `"1"`, apptest.Doc{"on": "2026-10-22"}).Want(http.StatusOK)
		if after := subscribed(p, first); !slices.Equal(uids(before), uids(after)) ||
			!strings.Contains(after, "DTSTART:20261022T013000Z\r\nDTEND:20261022T023000Z\r\n") || !strings.Contains(after, "SEQUENCE:2\r\n") {
			t.Errorf("after a move the feed says\n%s", after)
		}
		second := office.Post("/account/calendar-feed", apptest.Doc{"mine": true}).Want(http.StatusCreated).JSON().Text("address")
		p.Nobody().Request(http.MethodGet, first, nil).Want(http.StatusNotFound)
		subscribed(p, second)
		office.Request(http.MethodDelete, "/api/v1/account/calendar-feed", nil).Want(http.StatusNoContent)
		office.Request(http.MethodDelete, "/api/v1/account/calendar-feed", nil).Want(http.StatusNoContent)
		for _, gone := range []string{first, second, strings.TrimSuffix(second, ".ics"), "/api/v1/calendar/x.ics", "/api/v1/calendar/.ics"} {
			if code := p.Nobody().Request(http.MethodGet, gone, nil).Want(http.StatusNotFound).JSON().
				Text("code"); code != "calendar_feed.not_found" {
				t.Errorf("%s: code %s", gone, code)
			}
		}
		p.Nobody().Post("/account/calendar-feed", apptest.Doc{}).Want(http.StatusUnauthorized)
	})
}

func TestACalendarFeedHoldsThePersonsScopeInThePersonsLanguageAndEndsWithThePerson(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office, colleague, stranger := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.Officer, "县文旅局")
		agenda(p, office)
		colleague.Lang = "en"
		issue := func(who *apptest.Person, mine bool) string {
			return who.Post("/account/calendar-feed", apptest.Doc{"mine": mine}).Want(http.StatusCreated).JSON().Text("address")
		}
		if n := len(uids(subscribed(p, issue(stranger, false)))); n != 0 {
			t.Errorf("an officer of another unit is sent %d events", n)
		}
		if n := len(uids(subscribed(p, issue(colleague, true)))); n != 0 {
			t.Errorf("a colleague's own are %d events", n)
		}
		address := issue(colleague, false)
		all := subscribed(p, address)
		if len(uids(all)) != 7 || !strings.Contains(all, "SUMMARY:Planned start: 丙项目\r\n") {
			t.Errorf("a colleague's scope in English:\n%s", all)
		}
		system := domain.RunAs("system.test", org.RoleGrant, org.PersonManage)
		ctx := context.Background()
		posts, err := p.Services.People.Get(ctx, colleague.ID)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Services.People.Dismiss(ctx, system, posts.Posts[0].ID, posts.Posts[0].Version, domain.MustDate(apptest.Day)); err != nil {
			t.Fatal(err)
		}
		p.Clock.Set("2026-09-28")
		if n := len(uids(subscribed(p, address))); n != 0 {
			t.Errorf("after the post ended %d events are sent", n)
		}
	})
}

func TestTheStoreKeepsOnlyTheHashOfAFeedsSecret(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		address := office.Post("/account/calendar-feed", apptest.Doc{}).Want(http.StatusCreated).JSON().Text("address")
		secret := strings.TrimSuffix(address[strings.LastIndex(address, "/")+1:], ".ics")
		f, err := p.Services.Feeds.Of(context.Background(), office.Actor)
		if err != nil || f.Hash == "" || strings.Contains(f.Hash, secret) {
			t.Errorf("stored %q for %q: %v", f.Hash, secret, err)
		}
		trail := p.Appoint(org.AuditAdmin, "赤城县").Get("/audit?limit=200").Want(http.StatusOK)
		if body := string(trail.Body); !strings.Contains(body, "calendar_feed.issue") || strings.Contains(body, secret) ||
			strings.Contains(body, f.Hash) {
			t.Error("the audit must say that a feed was made, and neither its secret nor its hash")
		}
	})
}
