package apptest

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// contract is the API's own document, against which every answer in every test
// is held.
type contract struct {
	paths    map[string]any
	compiler *jsonschema.Compiler
	records  *recorder
	mu       sync.Mutex
	schemas  map[string]*jsonschema.Schema
}

var theContract = struct {
	sync.Once
	*contract
}{}

// contractOf reads the document from the running product, once for all tests.
func contractOf(h http.Handler) *contract {
	theContract.Do(func() {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/openapi.json", nil))
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Body.Bytes()))
		if err != nil {
			return
		}
		c := &contract{compiler: jsonschema.NewCompiler(), schemas: map[string]*jsonschema.Schema{},
			records: newRecorder(os.Getenv(examplesEnv))}
		if err := c.compiler.AddResource("openapi.json", doc); err != nil {
			return
		}
		if m, ok := doc.(map[string]any); ok {
			c.paths, _ = m["paths"].(map[string]any)
		}
		theContract.contract = c
	})
	return theContract.contract
}

// An exchange is one request of a test with what was answered.
type exchange struct {
	method, url string
	status      int
	contentType string
	sent, body  []byte
}

// check holds one answer against the document: its route, its status, the code
// of an error and its body. It also hands it to the recorder.
func (c *contract) check(x exchange) error {
	path, ok := strings.CutPrefix(strings.SplitN(x.url, "?", 2)[0], "/api/v1")
	isProblem := strings.Contains(x.contentType, "problem")
	if !ok || !strings.Contains(x.contentType, "json") {
		return nil
	}
	template, ok := c.template(path)
	operation, known := c.operation(template, x.method)
	if !ok || !known {
		if isProblem && (x.status == http.StatusNotFound || x.status == http.StatusMethodNotAllowed) {
			return nil
		}
		return fmt.Errorf("%s %s is not in the document", x.method, path)
	}
	if err := c.records.note(operation, x); err != nil {
		return err
	}
	schema, err := c.schemaOf(template, operation, x)
	if err != nil {
		return fmt.Errorf("%s %s answered %d, which the document does not know: %w", x.method, template, x.status, err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(x.body))
	if err != nil {
		return err
	}
	if err := schema.Validate(doc); err != nil {
		return fmt.Errorf("%s %s (%d) does not fit the document: %w", x.method, template, x.status, err)
	}
	if c.records.recording() {
		return nil
	}
	return listsCode(operation, x)
}

// schemaOf returns the schema of an answer. All refusals have one; what matters
// of them is that their status is listed. While answers are recorded for the
// document it may not list them yet, and a 500 is under "default".
func (c *contract) schemaOf(template string, operation map[string]any, x exchange) (*jsonschema.Schema, error) {
	status := strconv.Itoa(x.status)
	if !strings.Contains(x.contentType, "problem") {
		escape := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D")
		return c.schema(fmt.Sprintf("/paths/%s/%s/responses/%s/content/application~1json/schema", escape.Replace(template),
			strings.ToLower(x.method), status))
	}
	responses, _ := operation["responses"].(map[string]any)
	if _, ok := responses[status]; !ok && x.status != http.StatusInternalServerError && !c.records.recording() {
		return nil, fmt.Errorf("%s is not listed: make examples", status)
	}
	return c.schema("/components/schemas/Problem")
}

func (c *contract) operation(template, method string) (map[string]any, bool) {
	methods, _ := c.paths[template].(map[string]any)
	o, ok := methods[strings.ToLower(method)].(map[string]any)
	return o, ok
}

func (c *contract) template(path string) (string, bool) {
	if _, ok := c.paths[path]; ok {
		return path, true
	}
	parts := strings.Split(path, "/")
	for t := range c.paths {
		names := strings.Split(t, "/")
		if len(names) != len(parts) {
			continue
		}
		same := true
		for i := range names {
			same = same && (names[i] == parts[i] || strings.HasPrefix(names[i], "{"))
		}
		if same {
			return t, true
		}
	}
	return "", false
}

// schema returns the compiled schema at a place of the document.
func (c *contract) schema(pointer string) (*jsonschema.Schema, error) {
	at := "openapi.json#" + pointer
	c.mu.Lock()
	defer c.mu.Unlock()
	if s, ok := c.schemas[at]; ok {
		return s, nil
	}
	s, err := c.compiler.Compile(at)
	if err == nil {
		c.schemas[at] = s
	}
	return s, err
}
