package api_test

import (
	"fmt"
	"net/http"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// setOver replaces what is edited as a whole, over the version that is there.
func setOver(who *apptest.Person, path string, body any) *apptest.Answer {
	return who.Put(path, who.Get(path).Want(http.StatusOK).JSON().Int("version"), body)
}

// Of two people who read the same state and both change it, the second is refused and
// told the current one; whoever names no version is refused too.
func TestTheSecondOfTwoEditsOfAWholeIsToldTheCurrentOne(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		whole := func(path string, change func(d apptest.Doc)) apptest.Doc {
			d := office.Get(path).Want(http.StatusOK).JSON()
			delete(d, "version")
			delete(d, "ready")
			delete(d, "allotments")
			change(d)
			return d
		}
		rename := func(name string) func(d apptest.Doc) { return func(d apptest.Doc) { d["name"] = name } }
		target := func(n int) func(d apptest.Doc) {
			return func(d apptest.Doc) {
				d["items"] = []apptest.Doc{{"unit_id": p.Units["赤城县"].ID, "indicator": "signed", "value": n}}
			}
		}
		first := func(d apptest.Doc) { d["items"] = d["items"].([]any)[:1] }
		for _, c := range []struct {
			path            string
			change, another func(d apptest.Doc)
		}{
			{path: "/colour-rules", change: rename("甲"), another: rename("乙")},
			{path: "/score-scheme", change: rename("甲"), another: rename("乙")},
			{path: "/targets/2026", change: target(7), another: target(8)},
			{path: "/targets/2027", change: target(7), another: target(8)},
			{path: "/suspicion-limits", change: func(d apptest.Doc) { d["capital_times"] = 15 },
				another: func(d apptest.Doc) { d["capital_times"] = 16 }},
			{path: "/gates", change: first, another: func(d apptest.Doc) { d["items"] = []any{} }},
		} {
			for version := 1; version <= 2; version++ { // over nothing, and over what somebody set
				read := office.Get(c.path).Want(http.StatusOK)
				if tag := read.Header.Get("ETag"); tag != fmt.Sprintf("%q", fmt.Sprint(version)) || read.JSON().Int("version") != version {
					t.Errorf("%s has the tag %s and version %d, want %d", c.path, tag, read.JSON().Int("version"), version)
				}
				set := office.Put(c.path, version, whole(c.path, c.change)).Want(http.StatusOK)
				if tag := set.Header.Get("ETag"); tag != fmt.Sprintf("%q", fmt.Sprint(version+1)) {
					t.Errorf("%s is set to the tag %s, want %d", c.path, tag, version+1)
				}
				now := office.Get(c.path).Want(http.StatusOK).JSON()
				current := office.Put(c.path, version, whole(c.path, c.another)).Want(http.StatusPreconditionFailed).JSON().In("current")
				delete(now, "allotments") // of targets, how they were handed down is no part of what is edited
				if fmt.Sprint(current) != fmt.Sprint(now) {
					t.Errorf("%s: a stale edit is told\n%v, want\n%v", c.path, current, now)
				}
				if after := office.Get(c.path).Want(http.StatusOK).JSON(); after.Int("version") != version+1 {
					t.Errorf("%s: a stale edit made version %d of %d", c.path, after.Int("version"), version+1)
				}
			}
			office.Request(http.MethodPut, "/api/v1"+c.path, whole(c.path, c.another)).Want(http.StatusUnprocessableEntity)
		}
	})
}
