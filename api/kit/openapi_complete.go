package kit

import (
	"cmp"
	"net/http"
	"strconv"
)

// An object is an object of the document.
type object map[string]any

// within returns the object at a path of names, made where it is not yet there.
func within(o object, names ...string) object {
	for _, name := range names {
		switch next := o[name].(type) {
		case object:
			o = next
		case map[string]any:
			o = next
		default:
			made := object{}
			o[name], o = made, made
		}
	}
	return o
}

// Names of the security schemes.
const (
	schemeSession = "session"
	schemeToken   = "token"
)

const aboutAPI = `The JSON API of Sangu 三顾, a CRM for investment attraction (招商引资) in a county or district.

Amounts are whole 元. Dates are days in UTC+8; times are RFC 3339 in UTC. Lists take limit, cursor, sort and exact_count.
A create may bring its own id (UUIDv7): sent again, it answers the first result.
A write names the version that was read in If-Match; where the record was changed since, it is answered 412 with the current record.
Refusals are problem+json (RFC 9457) with a stable code; the title is in the language of Accept-Language.`

// introduce adds what holds for the whole API: what it is, how one signs in, its
// subjects, and the refusals that all operations share.
func (s *Server) introduce(doc object) {
	doc["info"] = object{"title": "Sangu 三顾", "version": "v1", "description": aboutAPI,
		"contact": object{"name": "The Sangu authors"}, "license": object{"name": "MIT", "identifier": "MIT"}}
	doc["servers"] = []any{object{"url": "/api/v1", "description": "This host"}}
	doc["security"] = []any{object{schemeSession: []any{}}, object{schemeToken: []any{}}}
	within(doc, "components")["securitySchemes"] = object{
		schemeSession: object{"type": "apiKey", "in": "cookie", "name": CookieName,
			"description": "The cookie that signIn sets, for browsers."},
		schemeToken: object{"type": "http", "scheme": "bearer",
			"description": "A token for programs, as issueToken gives it: it has the rights of its person."},
	}
	var tags []any
	for _, section := range s.Sections {
		tags = append(tags, object{"name": section.Name, "description": section.About})
	}
	doc["tags"] = tags
	responses := within(doc, "components", "responses")
	for _, r := range sharedRefusals() {
		responses[r.name] = r.response(nil)
	}
}

// complete adds to an operation who may use it, whether it needs a body, its
// refusals with their codes, and the recorded examples.
func (o object) complete(op Operation, e example) {
	o["description"] = op.whoMay()
	if op.public {
		o["security"] = []any{}
	}
	if body, ok := o["requestBody"].(map[string]any); ok {
		body["required"] = op.needsBody()
		if e.Request != nil {
			within(body, "content", "application/json")["example"] = e.Request
		}
	}
	responses := within(o, "responses")
	for status, answer := range e.Answers {
		if content, ok := within(responses, status)["content"].(map[string]any); ok {
			if media, ok := content["application/json"].(map[string]any); ok {
				media["example"] = answer
			}
		}
	}
	for _, r := range op.refusals(e) {
		responses[cmp.Or(r.key, strconv.Itoa(r.status))] = r.reference(e)
	}
}

// whoMay returns the sentence on who may use an operation.
func (o Operation) whoMay() string {
	switch {
	case o.public:
		return "Open: needs no sign-in."
	case o.right != "":
		return "Needs the right " + string(o.right) + "."
	}
	return "For everybody who is signed in; what is answered depends on their rights and reach."
}

// writes reports whether the operation's method may change something.
func (o Operation) writes() bool { return o.method != http.MethodGet }
