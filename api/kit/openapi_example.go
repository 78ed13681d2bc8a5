package kit

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
)

// An example is what the tests met of one operation: the last three by status.
// tools/contract/examples writes it.
type example struct {
	Request  json.RawMessage            `json:"request"`
	Answers  map[string]json.RawMessage `json:"answers"`
	Problems map[string]recordedProblem `json:"problems"`
}

type recordedProblem struct {
	Codes  []string        `json:"codes"`
	Fields []string        `json:"fields"`
	Body   json.RawMessage `json:"body"`
}

// readExamples returns the examples of all files by the operation's id. Without
// files there are none.
func readExamples(files fs.FS) (map[string]example, error) {
	all := map[string]example{}
	if files == nil {
		return all, nil
	}
	names, err := fs.Glob(files, "examples/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, &all); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	return all, nil
}

// needsBody reports whether a request without a body is always refused: some
// field of it is required, or it is an upload.
func (o Operation) needsBody() bool { return hasRequired(o.in) }

func hasRequired(t reflect.Type) bool {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Struct && hasRequired(f.Type) {
			return true
		}
		if f.Tag.Get("formData") != "" {
			return true
		}
		rules := strings.Split(f.Tag.Get("validate"), ",")
		if f.Tag.Get("json") != "" && (rules[0] == "required" || f.Tag.Get("required") == "true") {
			return true
		}
	}
	return false
}
