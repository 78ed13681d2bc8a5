package apptest

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
)

// examplesEnv names the file to which the tests write their exchanges, one JSON
// object a line, for tools/contract/examples to choose the document's examples
// and codes from. Without it nothing is written.
const examplesEnv = "SANGU_EXAMPLES"

// A recorder writes exchanges that are not like those it has written before.
type recorder struct {
	file string
	mu   sync.Mutex
	seen map[string]int
}

func newRecorder(file string) *recorder { return &recorder{file: file, seen: map[string]int{}} }

func (r *recorder) recording() bool { return r.file != "" }

// mostAlike is how many exchanges of an operation with the same outcome are
// written: enough to choose a telling one from.
const mostAlike = 12

// largestRecorded is the length from which on a body makes no example, in bytes.
const largestRecorded = 200_000

// note writes an exchange of an operation. Exchanges are alike where operation,
// status and all codes are the same.
func (r *recorder) note(operation map[string]any, x exchange) error {
	if !r.recording() || len(x.body) > largestRecorded {
		return nil
	}
	id, _ := operation["operationId"].(string)
	code, fields := codesOf(x.body)
	slices.Sort(fields)
	key := fmt.Sprint(id, x.status, code, fields)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.seen[key]++; r.seen[key] > mostAlike {
		return nil
	}
	line := map[string]any{"operation": id, "status": x.status, "response": json.RawMessage(x.body)}
	if json.Valid(x.sent) {
		line["request"] = json.RawMessage(x.sent)
	}
	b, err := json.Marshal(line)
	if err != nil {
		return fmt.Errorf("record %s: %w", id, err)
	}
	f, err := os.OpenFile(r.file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(append(b, '\n'))
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// codesOf returns the code of a problem and those of its fields.
func codesOf(body []byte) (code string, fields []string) {
	var p struct {
		Code   string
		Fields []struct{ Code string }
	}
	if json.Unmarshal(body, &p) != nil {
		return "", nil
	}
	for _, f := range p.Fields {
		if !slices.Contains(fields, f.Code) {
			fields = append(fields, f.Code)
		}
	}
	return p.Code, fields
}

// listsCode returns an error where an operation answers a code that its
// description does not list. `make examples` lists what the tests meet.
func listsCode(operation map[string]any, x exchange) error {
	if !strings.Contains(x.contentType, "problem") {
		return nil
	}
	responses, _ := operation["responses"].(map[string]any)
	response, _ := responses[fmt.Sprint(x.status)].(map[string]any)
	listed, ok := response["x-codes"].([]any)
	code, _ := codesOf(x.body)
	if ok && !slices.Contains(listed, any(code)) {
		return fmt.Errorf("%v answers %d %s, a code that the document does not list: make examples", operation["operationId"], x.status, code)
	}
	return nil
}
