package kit

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"html/template"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"
)

// A referenceRow is an operation as the readable page shows it.
type referenceRow struct {
	ID, Method, Path, Summary, Right string
	Refusals                         []refusal
	Request                          string
	Answers, Problems                []referenceBody
}

// A referenceBody is one recorded answer, indented.
type referenceBody struct{ Status, Body string }

type referenceSection struct {
	Name, About string
	Rows        []referenceRow
}

//go:embed reference.html
var referenceText string

var referencePage = template.Must(template.New("reference").Parse(referenceText))

// reference returns the readable page of the operations, with an example and the
// codes of each. It is made once: it is the same for everybody.
func (s *Server) reference() (gin.HandlerFunc, error) {
	examples, err := readExamples(s.Examples)
	if err != nil {
		return nil, err
	}
	sections := make([]referenceSection, len(s.Sections))
	for i, section := range s.Sections {
		sections[i] = referenceSection{Name: section.Name, About: section.About}
		for _, o := range section.Operations {
			sections[i].Rows = append(sections[i].Rows, referenceOf(o, examples[o.id]))
		}
	}
	var page bytes.Buffer
	if err := referencePage.Execute(&page, sections); err != nil {
		return nil, err
	}
	return func(c *gin.Context) { c.Data(200, "text/html; charset=utf-8", page.Bytes()) }, nil
}

func referenceOf(o Operation, e example) referenceRow {
	row := referenceRow{ID: o.id, Method: o.method, Path: pathV1 + o.documentPath(), Summary: o.summary,
		Right: cmp.Or(string(o.right), "signed in"), Refusals: o.refusals(e), Request: indented(e.Request)}
	if o.public {
		row.Right = "open"
	}
	for status, body := range e.Answers {
		row.Answers = append(row.Answers, referenceBody{Status: status, Body: indented(body)})
	}
	for status, p := range e.Problems {
		row.Problems = append(row.Problems, referenceBody{Status: status, Body: indented(p.Body)})
	}
	byStatus := func(a, b referenceBody) int { return cmp.Compare(a.Status, b.Status) }
	slices.SortFunc(row.Answers, byStatus)
	slices.SortFunc(row.Problems, byStatus)
	return row
}

func indented(raw json.RawMessage) string {
	var b bytes.Buffer
	if len(raw) == 0 || json.Indent(&b, raw, "", "  ") != nil {
		return ""
	}
	return b.String()
}

// Status returns the status as the page shows it.
func (r refusal) Status() string { return strconv.Itoa(r.status) }

// About returns the refusal's sentence.
func (r refusal) About() string { return r.about }

// Codes returns its codes, and Fields those of fields.
func (r refusal) Codes() []string { return r.codes }

// Fields returns the codes of fields that were met.
func (r refusal) Fields() []string { return r.fields }
