package kit_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sangu/internal/apptest"
)

// describedOperation is what the document says of one operation.
type describedOperation struct {
	ID        string `json:"operationId"`
	Summary   string
	About     string `json:"description"`
	Tags      []string
	Security  *[]map[string][]string
	Body      *struct{ Required *bool } `json:"requestBody"`
	Responses map[string]struct {
		Ref   string `json:"$ref"`
		About string `json:"description"`
	}
	Parameters []struct{ In, Name string }
}

type describedAPI struct {
	Info       struct{ License, Contact struct{ Name string } }
	Tags       []struct{ Name, Description string }
	Security   []map[string][]string
	Paths      map[string]map[string]describedOperation
	Components struct {
		SecuritySchemes map[string]struct{ Type, In, Name, Scheme string }
		Responses       map[string]struct{ Description string }
	}
}

func documentOf(t *testing.T, p *apptest.Product) describedAPI {
	t.Helper()
	w := httptest.NewRecorder()
	p.Handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/openapi.json", nil))
	var d describedAPI
	if err := json.Unmarshal(w.Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEveryOperationIsDescribedInFull(t *testing.T) {
	t.Parallel()
	d := documentOf(t, apptest.New(t, "sqlite"))
	if d.Info.License.Name != "MIT" || d.Info.Contact.Name == "" {
		t.Errorf("the document has no license or nobody to turn to: %+v", d.Info)
	}
	session, token := d.Components.SecuritySchemes["session"], d.Components.SecuritySchemes["token"]
	if session.Type != "apiKey" || session.In != "cookie" || session.Name != "sangu_session" || token.Scheme != "bearer" {
		t.Errorf("the document does not say how one signs in: %+v", d.Components.SecuritySchemes)
	}
	if len(d.Security) != 2 {
		t.Errorf("operations need one of %v, want the session or the token", d.Security)
	}
	tags := map[string]bool{}
	for _, tag := range d.Tags {
		tags[tag.Name] = tag.Description != ""
	}
	open := map[string]bool{"signIn": true, "getSetup": true, "setUp": true, "listDemoAccounts": true, "downloadCalendarFeed": true}
	for path, methods := range d.Paths {
		for method, o := range methods {
			if o.Summary == "" || o.About == "" || len(o.Tags) != 1 || !tags[o.Tags[0]] {
				t.Errorf("%s has no summary, description or described tag", o.ID)
			}
			if isOpen := o.Security != nil && len(*o.Security) == 0; isOpen != open[o.ID] {
				t.Errorf("%s: open is %v, want %v", o.ID, isOpen, open[o.ID])
			}
			if o.Body != nil && o.Body.Required == nil {
				t.Errorf("%s does not say whether it needs a body", o.ID)
			}
			wantResponses(t, path, method, o)
		}
	}
}

// wantResponses holds that an operation says how it refuses.
func wantResponses(t *testing.T, path, method string, o describedOperation) {
	t.Helper()
	want := []string{"401", "503", "default"}
	if method != "get" {
		want = append(want, "403")
	}
	if strings.Contains(path, "{id}") {
		want = append(want, "404")
	}
	for _, p := range o.Parameters {
		if p.Name == "If-Match" {
			want = append(want, "412", "422")
		}
	}
	if o.Body != nil {
		want = append(want, "422")
	}
	if o.ID == "signIn" {
		want = append(want, "429")
	}
	for _, status := range want {
		if r, ok := o.Responses[status]; !ok || r.Ref == "" && r.About == "" {
			t.Errorf("%s does not say when it answers %s", o.ID, status)
		}
	}
}

func TestUnderTheAPIWhatIsNotThereIsAProblem(t *testing.T) {
	t.Parallel()
	p := apptest.New(t, "sqlite")
	for _, c := range []struct {
		name, method, path, code string
		status                   int
	}{
		{name: "an address that is not there", method: http.MethodGet, path: "/api/v1/nothing", status: http.StatusNotFound,
			code: "request.not_found"},
		{name: "a method that the address does not have", method: http.MethodDelete, path: "/api/v1/leads",
			status: http.StatusMethodNotAllowed, code: "request.method"},
		{name: "a method that the document does not have", method: http.MethodPost, path: "/api/openapi.json",
			status: http.StatusMethodNotAllowed, code: "request.method"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := p.Nobody().Request(c.method, c.path, nil)
			if a.Status != c.status || a.JSON().Text("code") != c.code {
				t.Errorf("answered %d %s, want %d %s", a.Status, a.Body, c.status, c.code)
			}
			if got := a.Header.Get("Content-Type"); got != "application/problem+json" {
				t.Errorf("content type %q is none of a problem", got)
			}
			if allow := a.Header.Get("Allow"); (allow != "") != (c.status == http.StatusMethodNotAllowed) {
				t.Errorf("Allow is %q with %d", allow, c.status)
			}
		})
	}
}

func TestSignInsThatComeTooOftenAreAnswered429(t *testing.T) {
	t.Parallel()
	p := apptest.New(t, "sqlite")
	for range 100 {
		a := p.Nobody().Post("/session", apptest.Doc{"login": "nobody.here", "password": "wrong"})
		if a.Status == http.StatusTooManyRequests {
			if a.JSON().Text("code") != "request.too_many" || a.Header.Get("Retry-After") == "" {
				t.Errorf("429 without its code or Retry-After: %s", a.Body)
			}
			return
		}
	}
	t.Error("a hundred sign-ins at once were all let through")
}
