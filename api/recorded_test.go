package api_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"sangu/internal/apptest"
)

var update = flag.Bool("update", false, "write what is answered today into testdata/recorded.txt")

const recordedFile = "testdata/recorded.txt"

// An answered is one request of the recorded set with what was answered.
type answered struct {
	request string // role, language, method and path, with names in place of ids
	status  int
	body    string // normalised
}

func (a answered) outcome() string {
	return fmt.Sprintf("%d %x", a.status, sha256.Sum256([]byte(a.body)))
}

// Every request of the recorded set answers what it answered when it was
// recorded, on both databases. A line of the file is role, language, method,
// path, status and the hash of the body; it ends with the database's name where
// the two answer differently. Changes on purpose are recorded with -update.
// Bodies are written below SANGU_RECORDED_DIR: all of them with -update, those
// that differ without it.
func TestTheRecordedRequestsAnswerTheSameBytes(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	answers := map[string][]answered{}
	t.Run("each database", func(t *testing.T) {
		known := recordedLines(t)
		for _, database := range []string{"sqlite", "postgres"} {
			t.Run(database, func(t *testing.T) {
				t.Parallel()
				all := answerAll(recordedCounty(t, database))
				mu.Lock()
				answers[database] = all
				mu.Unlock()
				if *update {
					keepBodies(t, database, all)
					return
				}
				keepBodies(t, database, compare(t, database, known, all))
			})
		}
	})
	if *update && !t.Failed() {
		writeRecorded(t, answers["sqlite"], answers["postgres"])
	}
}

// compare fails the test for each answer that is not as recorded, and returns
// those answers.
func compare(t *testing.T, database string, known map[string]string, all []answered) (differing []answered) {
	t.Helper()
	asked := map[string]bool{}
	for _, a := range all {
		want, ok := known[a.request+" "+database]
		if !ok {
			want, ok = known[a.request]
		}
		if asked[a.request] {
			t.Errorf("%s is asked twice", a.request)
		}
		asked[a.request] = true
		if !ok {
			t.Errorf("%s is not recorded", a.request)
		} else if got := a.outcome(); got != want {
			t.Errorf("%s answers %.16s, recorded is %.16s", a.request, got, want)
			differing = append(differing, a)
		}
	}
	for request := range known {
		if !asked[strings.TrimSuffix(strings.TrimSuffix(request, " sqlite"), " postgres")] {
			t.Errorf("%s is recorded and no longer asked", request)
		}
	}
	return differing
}

// recordedLines returns the recorded outcome of each request, keyed by the
// request and, where the databases differ, the database.
func recordedLines(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	if *update {
		return out
	}
	f, err := os.Open(recordedFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		parts := strings.Split(lines.Text(), " ")
		if len(parts) < 6 {
			t.Fatalf("line %q is none of a request", lines.Text())
		}
		key := strings.Join(append(parts[:4:4], parts[6:]...), " ")
		out[key] = parts[4] + " " + parts[5]
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func writeRecorded(t *testing.T, sqlite, postgres []answered) {
	t.Helper()
	if len(sqlite) != len(postgres) {
		t.Fatalf("%d answers on SQLite, %d on PostgreSQL", len(sqlite), len(postgres))
	}
	var b strings.Builder
	for i, a := range sqlite {
		other := postgres[i]
		if a.outcome() == other.outcome() {
			fmt.Fprintf(&b, "%s %s\n", a.request, a.outcome())
			continue
		}
		fmt.Fprintf(&b, "%s %s sqlite\n%s %s postgres\n", a.request, a.outcome(), other.request, other.outcome())
	}
	if err := os.WriteFile(recordedFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

var fileUnsafe = regexp.MustCompile(`[^\p{L}\p{N}.=-]+`)

// keepBodies writes answers below SANGU_RECORDED_DIR, where that is set.
func keepBodies(t *testing.T, database string, all []answered) {
	t.Helper()
	dir := os.Getenv("SANGU_RECORDED_DIR")
	if dir == "" {
		return
	}
	dir = filepath.Join(dir, database)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		// The hash tells apart what is the same without its marks.
		name := []rune(fileUnsafe.ReplaceAllString(a.request, "_"))
		file := fmt.Sprintf("%s-%.3x", string(name[:min(len(name), 60)]), sha256.Sum256([]byte(a.request)))
		if err := os.WriteFile(filepath.Join(dir, file), []byte(a.request+"\n"+a.body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var (
	anyUUID     = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
	nextCursor  = regexp.MustCompile(`"next":"([A-Za-z0-9_-]+)"`)
	requestName = regexp.MustCompile(`"request_id":"[^"]+"`)
	fraction    = regexp.MustCompile(`(\d{2}:\d{2}:\d{2})\.\d+`)
)

// normal returns a body without what may differ while the answer is the same:
//   - ids: of records that have a name they become it, others are numbered as
//     they appear in the body, for how many ids are made before them is no part
//     of the answer;
//   - fractions of seconds, for the tests' clock goes on by a microsecond with
//     each reading, and how often it is read is no part of the answer;
//   - the ids of requests, which are random;
//   - cursors, which hold ids and instants, are opened and treated likewise.
//
// Workbooks and documents are archives, whose compression is no part of the
// answer either: their parts are compared.
func (c county) normal(body []byte) string {
	text := string(body)
	if bytes.HasPrefix(body, []byte("PK\x03\x04")) {
		text = unzipped(c.p.T, body)
	}
	text = nextCursor.ReplaceAllStringFunc(text, func(s string) string {
		raw, err := base64.RawURLEncoding.DecodeString(nextCursor.FindStringSubmatch(s)[1])
		if err != nil {
			return s
		}
		return `"next":` + string(raw)
	})
	text = requestName.ReplaceAllString(text, `"request_id":"{request}"`)
	text = fraction.ReplaceAllString(text, "$1")
	numbers := map[string]string{}
	return anyUUID.ReplaceAllStringFunc(text, func(id string) string {
		if name, ok := c.names[id]; ok {
			return "{" + name + "}"
		}
		if numbers[id] == "" {
			numbers[id] = fmt.Sprintf("{id %d}", len(numbers)+1)
		}
		return numbers[id]
	})
}

func unzipped(t *testing.T, body []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	// A workbook's sheets come in no certain order.
	slices.SortFunc(archive.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var b strings.Builder
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n", f.Name)
		if _, err := io.Copy(&b, r); err != nil {
			t.Fatal(err)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// answerAll sends the recorded set in turn.
func answerAll(c county) []answered {
	var out []answered
	for _, q := range append(recordedReads(), recordedRefusals()...) {
		for _, lang := range q.langs {
			for _, role := range q.roles {
				who := *c.people[role]
				who.Lang = lang
				method := q.method
				if method == "" {
					method = http.MethodGet
				}
				path := c.resolve(q.path)
				var body any
				if q.body != "" {
					body = c.resolve(q.body)
				}
				a := who.Request(method, "/api/v1"+path, body, q.headers...)
				request := strings.Join([]string{role, lang, method, strings.ReplaceAll(q.path, " ", "%20")}, " ")
				out = append(out, answered{request, a.Status, c.normal(a.Body)})
			}
		}
	}
	return out
}

// resolve puts ids in place of {kind:name}.
func (c county) resolve(s string) string {
	return placeholder.ReplaceAllStringFunc(s, func(m string) string {
		id, ok := c.ids[strings.Trim(m, "{}")]
		if !ok {
			c.p.T.Fatalf("the recorded county has no %s", m)
		}
		return id
	})
}

var placeholder = regexp.MustCompile(`\{[a-z]+:[^{}"]+\}`)

// A county is the product of the recorded set, with its people signed in and
// the names of its records.
type county struct {
	p      *apptest.Product
	people map[string]*apptest.Person
	names  map[string]string // id to kind:name
	ids    map[string]string // and back
	feed   map[string]string // the secret address of a calendar
}
