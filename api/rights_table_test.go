package api_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/apptest"
)

var updateRights = flag.Bool("update-rights", false, "write who may call what today into testdata/rights.txt; read every line that changes")

const rightsFile = "testdata/rights.txt"

// anyID is an ID that names nothing.
const anyID = "0199f5a0-0000-7000-8000-000000000000"

var pathParameter = regexp.MustCompile(`\{(\w+)\}`)

// effectful are operations that a request without a body carries out, so that
// only those who may not call them are tried.
func effectful() []string {
	return []string{"POST /sample", "DELETE /sample", "DELETE /session", "GET /live"}
}

// An endpoint is one line of the table: an operation with a parameter of each kind
// filled in.
type endpoint struct{ name, method, url string }

func endpoints(t *testing.T, p *apptest.Product) []endpoint {
	t.Helper()
	var doc struct {
		Paths map[string]map[string]json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal(p.Nobody().Request(http.MethodGet, "/api/openapi.json", nil).Body, &doc); err != nil {
		t.Fatal(err)
	}
	values := map[string]string{"key": "columns.projects", "kind": "project", "year": "2026", "file": "none.ics"}
	var out []endpoint
	for path, methods := range doc.Paths {
		for method := range methods {
			url := pathParameter.ReplaceAllStringFunc(path, func(name string) string {
				if v, ok := values[strings.Trim(name, "{}")]; ok {
					return v
				}
				return anyID
			})
			out = append(out, endpoint{strings.ToUpper(method) + " " + path, strings.ToUpper(method), "/api/v1" + url})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].name < out[j].name })
	return out
}

// refusedFor says who is refused: "nobody" where a visitor is, then the roles.
func refusedFor(t *testing.T, p *apptest.Product, e endpoint, people map[org.Role]*apptest.Person) []string {
	t.Helper()
	var out []string
	if p.Nobody().Request(e.method, e.url, nil).Status == http.StatusUnauthorized {
		out = append(out, "nobody")
	}
	for _, role := range org.Roles() {
		if slices.Contains(effectful(), e.name) && e.name != "POST /sample" {
			continue
		}
		if e.name == "POST /sample" && (role == org.SystemAdmin || role == org.OfficeAdmin) {
			continue
		}
		if people[role].Request(e.method, e.url, nil, "If-Match", `"1"`).Status == http.StatusForbidden {
			out = append(out, string(role))
		}
	}
	return out
}

// Every operation refuses whom testdata/rights.txt says, and nobody else: a right
// that is taken off a line of routes.go, or given to another role, shows there.
// The table is read against the roles of the trade, not against the code.
func TestEveryOperationRefusesThoseWithoutItsRight(t *testing.T) {
	t.Parallel()
	if *updateRights {
		writeRights(t)
		return
	}
	want := readTable(t, rightsFile)
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		people := oneOfEachRole(p)
		all := endpoints(t, p)
		for _, e := range all {
			if got := strings.Join(refusedFor(t, p, e, people), " "); got != want[e.name] {
				t.Errorf("%s refuses [%s], want [%s]", e.name, got, want[e.name])
			}
		}
		if len(all) != len(want) {
			t.Errorf("%d operations, and the table has %d", len(all), len(want))
		}
	})
}

func oneOfEachRole(p *apptest.Product) map[org.Role]*apptest.Person {
	out := map[org.Role]*apptest.Person{}
	for _, role := range org.Roles() {
		unit := "县水务局"
		if role.Administrator() || role == org.PrincipalLeader || role == org.CountyLeader {
			unit = "赤城县"
		}
		out[role] = p.Appoint(role, unit)
	}
	return out
}

// readTable reads a file of lines "name: value".
func readTable(t *testing.T, file string) map[string]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]string{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		name, refused, ok := strings.Cut(lines.Text(), ": ")
		if !ok {
			t.Fatalf("line %q", lines.Text())
		}
		out[name] = strings.TrimSpace(refused)
	}
	return out
}

func writeRights(t *testing.T) {
	t.Helper()
	p := apptest.New(t, "sqlite")
	people := oneOfEachRole(p)
	var b strings.Builder
	for _, e := range endpoints(t, p) {
		fmt.Fprintf(&b, "%s: %s\n", e.name, strings.Join(refusedFor(t, p, e, people), " "))
	}
	if err := os.WriteFile(rightsFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// roleRights is the table of roles as the trade has it (permissions of the county's
// notice): it is written here a second time on purpose, so that neither table can
// change alone.
func roleRights() map[org.Role]string {
	const reads = "lead.read project.read client.read enterprise.read visit.read report.read"
	const enters = " lead.write project.write client.write enterprise.write visit.write stage.move"
	return map[org.Role]string{
		org.Officer:         reads + " lead.write lead.assess project.write stage.move visit.write client.write export.run import.run",
		org.UnitClerk:       reads + enters + " lead.assess export.run import.run",
		org.UnitHead:        reads + enters + " lead.assess export.run record.withdraw",
		org.CountyLeader:    reads + " visit.write lead.write",
		org.PrincipalLeader: reads + " visit.write lead.write",
		org.OfficeAdmin: reads + enters +
			" lead.assess rule.manage import.run export.run unit.add record.withdraw record.purge",
		org.Verifier:      reads + " stage.confirm",
		org.Inspector:     reads,
		org.SystemAdmin:   "unit.manage person.manage",
		org.SecurityAdmin: "role.grant",
		org.AuditAdmin:    "audit.read",
	}
}

func TestEachRoleHasTheRightsOfTheTradesTable(t *testing.T) {
	t.Parallel()
	for _, role := range org.Roles() {
		want := map[domain.Right]bool{}
		for right := range strings.FieldsSeq(roleRights()[role]) {
			want[domain.Right(right)] = true
		}
		got := map[domain.Right]bool{}
		for _, a := range role.Allowances() {
			for _, right := range a.Rights {
				got[right] = true
			}
		}
		for right := range got {
			if !want[right] {
				t.Errorf("%s may %s, and the table does not say so", role, right)
			}
		}
		for right := range want {
			if !got[right] {
				t.Errorf("%s may not %s, and the table says so", role, right)
			}
		}
	}
}
