package api_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// A wireRecord is a kind of record that is made and changed as a whole: two bodies
// that differ in every field.
type wireRecord struct {
	path          string
	first, second apptest.Doc
	// masked are fields that an answer shows otherwise than they were sent.
	masked []string
	// fixed are fields that only a new record takes.
	fixed []string
}

// Every field that a record can be sent is stored and answered, when it is made and
// when it is changed: one that a mapper of the wire, of the entity or of the row
// leaves out is named. A field that the document has and no body here fails too.
func TestEveryFieldOfTheWireIsWrittenAndRead(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		doc := p.Nobody().Request(http.MethodGet, "/api/openapi.json", nil).JSON()
		for _, r := range wireRecords(p, office) {
			for name := range r.first {
				if reflect.DeepEqual(r.first[name], r.second[name]) && !slices.Contains(r.fixed, name) {
					t.Errorf("%s: both bodies say the same of %s", r.path, name)
				}
			}
			bodyIsWhole(t, doc, r)
			made := office.Post(r.path, r.first).Want(http.StatusCreated).JSON()
			at := r.path + "/" + made.Text("id")
			if r.path != "/contacts" {
				made = office.Get(at).Want(http.StatusOK).JSON()
			}
			saysWhatWasSent(t, r, r.first, made)
			for _, name := range r.fixed {
				delete(r.second, name)
			}
			changed := office.Put(at, made.Int("version"), r.second).Want(http.StatusOK).JSON()
			saysWhatWasSent(t, r, r.second, changed)
		}
	})
}

// bodyIsWhole fails where the document knows a field that the bodies leave out.
func bodyIsWhole(t *testing.T, doc apptest.Doc, r wireRecord) {
	t.Helper()
	schema := doc.In("paths").In(r.path).In("post").In("requestBody").In("content").In("application/json").In("schema")
	if ref := schema.Text("$ref"); ref != "" {
		schema = doc.In("components").In("schemas").In(ref[strings.LastIndex(ref, "/")+1:])
	}
	for name := range schema.In("properties") {
		if _, ok := r.first[name]; !ok && name != "id" {
			t.Errorf("%s takes %s, and the bodies of this test do not say it", r.path, name)
		}
	}
}

func saysWhatWasSent(t *testing.T, r wireRecord, sent, got apptest.Doc) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(sent)) {
		if slices.Contains(r.masked, name) {
			continue
		}
		if want, have := plain(t, sent[name]), answeredAs(got, name); !reflect.DeepEqual(want, have) {
			t.Errorf("%s: %s was sent as %v and is answered as %v", r.path, name, want, have)
		}
	}
}

// answeredAs is a field of an answer in the form in which it is sent: people and
// records that are answered by name are sent by ID.
func answeredAs(got apptest.Doc, name string) any {
	if name == "leader_ids" {
		var out []any
		for _, a := range got.Items("leaders") {
			if a.Text("to_on") == "" {
				out = append(out, a.Text("person_id"))
			}
		}
		return out
	}
	if kind, ok := strings.CutSuffix(name, "_ids"); ok {
		if _, there := got[name]; !there {
			var out []any
			for _, l := range got.Items("links") {
				if l.Text("kind") == kind {
					out = append(out, l.Text("id"))
				}
			}
			return out
		}
	}
	return got[name]
}

// plain is a value as JSON has it.
func plain(t *testing.T, v any) any {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
