// Package apptest puts the whole product together for tests, on both databases
// and with a clock that tests set.
package apptest

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"sangu/demo"
	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/app"
	"sangu/internal/pgtest"
	"sangu/repository/sqlkit"
)

// Clock is a clock that stands until it is moved.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now implements domain.Clock. Each reading is a microsecond later, so that
// what is recorded in turn is ordered.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Microsecond)
	return c.now
}

// Set moves the clock to noon of a business day.
func (c *Clock) Set(day string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = domain.MustDate(day).Start().Add(12 * time.Hour).UTC()
}

// Product is the product under test.
type Product struct {
	*app.App
	T *testing.T
	// Database is "sqlite" or "postgres".
	Database string
	Clock    *Clock
	Units    map[string]org.Unit
}

// Day is the business day on which tests begin.
const Day = "2026-09-26"

// Each runs a test on a fresh product on SQLite and on PostgreSQL, each with
// the demonstration county's units and leaders loaded and nobody signed in.
func Each(t *testing.T, test func(t *testing.T, p *Product)) {
	t.Helper()
	for _, database := range pgtest.Databases(t) {
		t.Run(database, func(t *testing.T) {
			t.Parallel()
			test(t, New(t, database))
		})
	}
}

// New puts together a product on one database.
func New(t *testing.T, database string) *Product {
	t.Helper()
	clock := &Clock{}
	clock.Set(Day)
	o := sqlkit.Options{Clock: clock}
	if database == "postgres" {
		o.URL = pgtest.DSN(t)
	} else {
		o.Dir = t.TempDir()
	}
	ctx := context.Background()
	a, err := app.New(ctx, app.Options{Database: o, CheapPasswords: true})
	if err != nil {
		t.Fatalf("put the product together: %v", err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	if _, err := a.LoadRoster(ctx, demo.Units); err != nil {
		t.Fatalf("load the county: %v", err)
	}
	p := &Product{App: a, T: t, Database: database, Clock: clock, Units: map[string]org.Unit{}}
	units, err := a.Services.Units.All(ctx)
	if err != nil {
		t.Fatalf("read units: %v", err)
	}
	for _, u := range units {
		p.Units[u.Name] = u
	}
	return p
}

// Password is that of everybody whom tests appoint.
const Password = "Test-2026-pass"

// Person is somebody signed in, who makes requests.
type Person struct {
	p     *Product
	ID    domain.ID
	Actor domain.Actor
	login string
	token string
	// Lang is sent with each request when set.
	Lang string
}

// Appoint makes a person with a role at a unit and signs in.
func (p *Product) Appoint(role org.Role, unit string) *Person {
	p.T.Helper()
	ctx := context.Background()
	system := domain.RunAs("system.test", org.PersonManage, org.RoleGrant)
	login := strings.ReplaceAll(string(role), "_", "-") + "." + string(domain.UUIDs{}.New())[24:]
	v, err := p.Services.People.Add(ctx, system, org.NewPerson{Name: "测试" + login, Login: login, Password: Password})
	p.must(err)
	_, err = p.Services.People.Appoint(ctx, system, org.NewPost{PersonID: v.ID, UnitID: p.Units[unit].ID, Role: role, Main: true})
	p.must(err)
	who := &Person{p: p, ID: v.ID, login: login}
	who.SignInAgain()
	return who
}

// SignInAgain opens a new session, as after the old one idled out.
func (who *Person) SignInAgain() {
	p, ctx := who.p, context.Background()
	p.T.Helper()
	_, secret, err := p.Services.Sessions.SignIn(ctx, domain.Actor{}, who.login, Password, "test")
	p.must(err)
	who.Actor, err = p.Services.Sessions.BySession(ctx, secret)
	p.must(err)
	who.token = secret
}

// Nobody makes requests without signing in.
func (p *Product) Nobody() *Person { return &Person{p: p} }

func (p *Product) must(err error) {
	p.T.Helper()
	if err != nil {
		p.T.Fatal(err)
	}
}

// Answer is what the API answered.
type Answer struct {
	t      *testing.T
	Status int
	Header http.Header
	Body   []byte
}

// Request sends one request; headers are names and values in turn.
func (who *Person) Request(method, path string, body any, headers ...string) *Answer {
	who.p.T.Helper()
	var sent []byte
	switch b := body.(type) {
	case nil:
	case string:
		sent = []byte(b)
	case []byte:
		sent = b
	default:
		var err error
		sent, err = json.Marshal(b)
		who.p.must(err)
	}
	req := httptest.NewRequest(method, path, bytes.NewReader(sent))
	who.Sign(req)
	if who.Lang != "" {
		req.Header.Set("Accept-Language", who.Lang)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	who.p.Handler.ServeHTTP(w, req)
	if c := contractOf(who.p.Handler); c == nil {
		who.p.T.Error("the API's document could not be read")
	} else if err := c.check(exchange{method: method, url: path, status: w.Code, contentType: w.Header().Get("Content-Type"),
		sent: sent, body: w.Body.Bytes()}); err != nil {
		who.p.T.Error(err)
	}
	return &Answer{t: who.p.T, Status: w.Code, Header: w.Header(), Body: w.Body.Bytes()}
}

// Sign lets a request be the person's.
func (who *Person) Sign(r *http.Request) {
	if who.token != "" {
		r.AddCookie(&http.Cookie{Name: "sangu_session", Value: who.token})
	}
}

// Get is Request under /api/v1, as Post, Put and Delete are.
func (who *Person) Get(path string) *Answer {
	who.p.T.Helper()
	return who.Request(http.MethodGet, "/api/v1"+path, nil)
}

// Post sends a create or an action.
func (who *Person) Post(path string, body any, headers ...string) *Answer {
	who.p.T.Helper()
	return who.Request(http.MethodPost, "/api/v1"+path, body, headers...)
}

// Put sends a write over a version.
func (who *Person) Put(path string, version int, body any) *Answer {
	who.p.T.Helper()
	raw, _ := json.Marshal(version)
	return who.Request(http.MethodPut, "/api/v1"+path, body, "If-Match", `"`+string(raw)+`"`)
}

// Want fails the test unless the status is as wanted.
func (a *Answer) Want(status int) *Answer {
	a.t.Helper()
	if a.Status != status {
		a.t.Fatalf("status %d, want %d: %s", a.Status, status, a.Body)
	}
	return a
}

// JSON returns the body as a document to look into.
func (a *Answer) JSON() Doc {
	a.t.Helper()
	var d Doc
	if err := json.Unmarshal(a.Body, &d); err != nil {
		a.t.Fatalf("body is no JSON object: %v: %s", err, a.Body)
	}
	return d
}

// Fields returns the field errors of a problem, path to code.
func (a *Answer) Fields() map[string]string {
	a.t.Helper()
	out := map[string]string{}
	fields, _ := a.JSON()["fields"].([]any)
	for _, f := range fields {
		m, _ := f.(map[string]any)
		path, _ := m["path"].(string)
		code, _ := m["code"].(string)
		out[path] = code
	}
	return out
}

// Doc is a decoded JSON object.
type Doc map[string]any

// Text returns a text member.
func (d Doc) Text(name string) string { s, _ := d[name].(string); return s }

// ID returns a member that is an ID.
func (d Doc) ID(name string) domain.ID { return domain.ID(d.Text(name)) }

// Int returns a number member.
func (d Doc) Int(name string) int { f, _ := d[name].(float64); return int(f) }

// Items returns the objects of a list member.
func (d Doc) Items(name string) []Doc {
	list, _ := d[name].([]any)
	out := make([]Doc, 0, len(list))
	for _, v := range list {
		if m, ok := v.(map[string]any); ok {
			out = append(out, m)
		}
	}
	return out
}

// In returns a member that is an object.
func (d Doc) In(name string) Doc { m, _ := d[name].(map[string]any); return m }
