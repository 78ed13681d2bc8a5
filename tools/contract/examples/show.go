package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
)

// shown is one exchange as the document shows it: short, and without what is
// made anew each time.
type shown struct {
	request, response any
	text              string // of the response
	sent              string // of the request
}

// mostShown is up to which length the richest answer is shown, in bytes; where
// all are longer, the shortest is.
const mostShown = 3000

// betterThan reports whether s is shown rather than b. The text decides between equals, so that the choice does not
// depend on the order of the tests.
func (s shown) betterThan(b shown) bool {
	fits, other := len(s.text) <= mostShown, len(b.text) <= mostShown
	switch {
	case fits != other:
		return fits
	case len(s.text) != len(b.text):
		return (len(s.text) > len(b.text)) == fits
	case s.text != b.text:
		return s.text < b.text
	}
	return s.sent < b.sent
}

// show returns the exchange as it is shown. It reports false for one whose bodies
// are no JSON.
func show(x exchange) (shown, bool) {
	var s shown
	if len(x.Response) > 0 && json.Unmarshal(x.Response, &s.response) != nil {
		return s, false
	}
	if len(x.Request) > 0 && json.Unmarshal(x.Request, &s.request) != nil {
		return s, false
	}
	ids := &naming{names: map[string]string{}}
	s.request, s.response = ids.plain(s.request, ""), ids.plain(s.response, "")
	s.text, s.sent = textOf(s.response), textOf(s.request)
	return s, true
}

func textOf(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(v) != nil {
		return ""
	}
	return b.String()
}

var (
	uuid     = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
	fraction = regexp.MustCompile(`(T\d{2}:\d{2}:\d{2})\.\d+Z`)
	secret   = regexp.MustCompile(`[A-Za-z0-9_-]{24,}`)
)

// naming gives ids their places: the first of an exchange is always the same.
type naming struct{ names map[string]string }

// plain returns a value with one item for each list, with numbered ids, whole
// seconds, and no secret that opened anything.
func (n *naming) plain(v any, name string) any {
	switch v := v.(type) {
	case []any:
		if len(v) > 1 {
			v = v[:1]
		}
		for i := range v {
			v[i] = n.plain(v[i], name)
		}
		return v
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		out := map[string]any{}
		for _, k := range keys {
			out[n.id(k)] = n.plain(v[k], k)
		}
		return out
	case string:
		return n.text(v, name)
	}
	return v
}

func (n *naming) text(s, name string) string {
	s = fraction.ReplaceAllString(n.id(s), "${1}Z")
	switch name {
	case "request_id":
		return "01990000-0000-7000-8000-00000000ffff"
	case "secret", "address", "token", "next", "cursor":
		return secret.ReplaceAllString(s, "EXAMPLE-ONLY")
	}
	return s
}

func (n *naming) id(s string) string {
	return uuid.ReplaceAllStringFunc(s, func(id string) string {
		if n.names[id] == "" {
			n.names[id] = fmt.Sprintf("01990000-0000-7000-8000-%012d", len(n.names)+1)
		}
		return n.names[id]
	})
}
