// Examples chooses, from the exchanges that the tests recorded, what the API's
// document shows of each operation: one answer of each success, the request that
// led to it, and for each status of refusal all codes that were met and one body.
//
//	go run ./examples -recorded FILE -document ../../api/openapi.json -out ../../api/examples
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// An exchange is one line of the recording.
type exchange struct {
	Operation string          `json:"operation"`
	Status    int             `json:"status"`
	Request   json.RawMessage `json:"request"`
	Response  json.RawMessage `json:"response"`
}

// An example is what the document shows of one operation, by status.
type example struct {
	Request  any                `json:"request,omitempty"`
	Answers  map[string]any     `json:"answers,omitempty"`
	Problems map[string]problem `json:"problems,omitempty"`
}

// A problem is what was met of one status of refusal.
type problem struct {
	Codes  []string `json:"codes"`
	Fields []string `json:"fields,omitempty"`
	Body   any      `json:"body"`
}

func main() {
	recorded := flag.String("recorded", "", "the file that the tests wrote")
	document := flag.String("document", "../../api/openapi.json", "the API's document")
	out := flag.String("out", "../../api/examples", "the folder of the examples, one file a tag")
	flag.Parse()
	if err := run(*recorded, *document, *out); err != nil {
		log.Fatal(err)
	}
}

func run(recorded, document, out string) error {
	exchanges, err := read(recorded)
	if err != nil {
		return err
	}
	tags, err := tagsOf(document)
	if err != nil {
		return err
	}
	files := map[string]map[string]example{}
	for id, of := range exchanges {
		tag, ok := tags[id]
		if !ok {
			return fmt.Errorf("%s is recorded, and the document has no such operation", id)
		}
		if files[tag] == nil {
			files[tag] = map[string]example{}
		}
		files[tag][id] = choose(of)
	}
	old, err := filepath.Glob(filepath.Join(out, "*.json"))
	if err != nil {
		return err
	}
	for _, file := range old {
		if err := os.Remove(file); err != nil {
			return err
		}
	}
	for tag, examples := range files {
		b, err := json.MarshalIndent(examples, "", " ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, strings.ReplaceAll(tag, " ", "-")+".json"), append(b, '\n'), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// read returns the recorded exchanges by operation.
func read(file string) (map[string][]exchange, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string][]exchange{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var x exchange
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("line of %s: %w", file, err)
		}
		out[x.Operation] = append(out[x.Operation], x)
	}
	return out, lines.Err()
}

// tagsOf returns the tag of each operation of the document.
func tagsOf(file string) (map[string]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Paths map[string]map[string]struct {
			OperationID string `json:"operationId"`
			Tags        []string
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	out := map[string]string{}
	for _, methods := range doc.Paths {
		for _, o := range methods {
			out[o.OperationID] = o.Tags[0]
		}
	}
	return out, nil
}

// choose returns the example of one operation.
func choose(of []exchange) example {
	e := example{Answers: map[string]any{}, Problems: map[string]problem{}}
	best := map[int]shown{}
	for _, x := range of {
		s, ok := show(x)
		if !ok {
			continue
		}
		if b, met := best[x.Status]; !met || s.betterThan(b) {
			best[x.Status] = s
		}
		if x.Status >= 400 {
			key := strconv.Itoa(x.Status)
			e.Problems[key] = e.Problems[key].with(x)
		}
	}
	for status, s := range best {
		key := strconv.Itoa(status)
		if p, refused := e.Problems[key]; refused {
			p.Body = s.response
			e.Problems[key] = p
			continue
		}
		if s.response != nil {
			e.Answers[key] = s.response
		}
		if s.request != nil {
			e.Request = s.request
		}
	}
	return e
}

// with adds the codes of a refusal.
func (p problem) with(x exchange) problem {
	var body struct {
		Code   string
		Fields []struct{ Code string }
	}
	if json.Unmarshal(x.Response, &body) != nil {
		return p
	}
	p.Codes = added(p.Codes, body.Code)
	for _, f := range body.Fields {
		p.Fields = added(p.Fields, f.Code)
	}
	return p
}

func added(list []string, s string) []string {
	if !slices.Contains(list, s) {
		list = append(list, s)
		slices.Sort(list)
	}
	return list
}
