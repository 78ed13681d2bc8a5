package apptest

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// contract is the API's own document, against which every answer in every test
// is held.
type contract struct {
	paths    map[string]any
	compiler *jsonschema.Compiler
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
		c := &contract{compiler: jsonschema.NewCompiler(), schemas: map[string]*jsonschema.Schema{}}
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

// check holds one answer against the document: its route, its status and its
// body.
func (c *contract) check(method, url string, status int, contentType string, body []byte) error {
	path, ok := strings.CutPrefix(strings.SplitN(url, "?", 2)[0], "/api/v1")
	if !ok || !strings.Contains(contentType, "json") || status == http.StatusNotFound && !strings.Contains(contentType, "problem") {
		return nil
	}
	template, ok := c.template(path)
	if !ok {
		if status == http.StatusNotFound {
			return nil
		}
		return fmt.Errorf("%s %s is not in the document", method, path)
	}
	media, key := "application/json", fmt.Sprint(status)
	if strings.Contains(contentType, "problem") {
		media, key = "application/problem+json", "default"
	}
	schema, err := c.schema(template, strings.ToLower(method), key, media)
	if err != nil {
		if status == http.StatusMethodNotAllowed {
			return nil
		}
		return fmt.Errorf("%s %s answered %d, which the document does not know: %w", method, template, status, err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return err
	}
	if err := schema.Validate(doc); err != nil {
		return fmt.Errorf("%s %s (%d) does not fit the document: %w", method, template, status, err)
	}
	return nil
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

func (c *contract) schema(template, method, status, media string) (*jsonschema.Schema, error) {
	escape := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D")
	at := fmt.Sprintf("openapi.json#/paths/%s/%s/responses/%s/content/%s/schema", escape.Replace(template), method, status,
		escape.Replace(media))
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
