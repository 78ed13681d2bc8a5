package kit

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A refusal is one status with which an operation may refuse, and its codes.
type refusal struct {
	status int
	key    string // of the response, where it is not the status
	name   string // of the shared response
	about  string
	codes  []string
	fields []string // codes of fields that were met
}

// sharedRefusals are those that are the same for many operations. An operation
// that has more codes, or an example of its own, has its own response.
func sharedRefusals() []refusal {
	return []refusal{
		{status: http.StatusUnauthorized, name: "Unauthenticated",
			about: "Nobody is signed in, or the session or token is no longer valid.",
			codes: []string{"session.expired", "session.required", "session.token_refused"}},
		{status: http.StatusForbidden, name: "RightMissing", about: "The right is missing.", codes: []string{"actor.right_missing"}},
		{status: http.StatusForbidden, name: "CrossSite", about: "A browser sent the request for another site.",
			codes: []string{"request.cross_site"}},
		{status: http.StatusForbidden, name: "Forbidden", about: "The right is missing, or a browser sent the request for another site.",
			codes: []string{"actor.right_missing", "request.cross_site"}},
		{status: http.StatusPreconditionFailed, name: "Stale",
			about: "The record was changed since it was read; current is what it is now.", codes: []string{"record.stale"}},
		{status: http.StatusTooManyRequests, name: "TooMany",
			about: "Too many sign-ins from this address; Retry-After says when to try again.",
			codes: []string{"request.too_many"}},
		{status: http.StatusServiceUnavailable, name: "Unavailable", about: "The database is away for now.",
			codes: []string{"database.away"}},
		{status: http.StatusInternalServerError, key: "default", name: "Unexpected",
			about: "A fault of the product; the log tells of it under request_id.", codes: []string{"internal"}},
	}
}

// refusals returns how an operation may refuse: what follows from its
// description, and what the tests met.
func (o Operation) refusals(e example) []refusal {
	by := map[int]*refusal{}
	add := func(status int, codes ...string) {
		if by[status] == nil {
			by[status] = &refusal{status: status, about: aboutStatus(status)}
		}
		for _, c := range codes {
			if !slices.Contains(by[status].codes, c) {
				by[status].codes = append(by[status].codes, c)
			}
		}
	}
	if o.public {
		add(http.StatusUnauthorized, "session.token_refused")
	} else {
		add(http.StatusUnauthorized, "session.required", "session.expired", "session.token_refused")
	}
	if o.right != "" {
		add(http.StatusForbidden, "actor.right_missing")
	}
	if o.writes() {
		add(http.StatusForbidden, "request.cross_site")
	}
	if strings.Contains(o.path, ":id") {
		add(http.StatusNotFound)
	}
	if o.matches() {
		add(http.StatusPreconditionFailed, "record.stale")
	}
	if o.in.NumField() > 0 {
		add(http.StatusUnprocessableEntity, "input.invalid")
	}
	if o.throttled() {
		add(http.StatusTooManyRequests, "request.too_many")
	}
	add(http.StatusServiceUnavailable, "database.away")
	for status, p := range e.Problems {
		if n, err := strconv.Atoi(status); err == nil && n != http.StatusInternalServerError {
			add(n, p.Codes...)
			by[n].fields = p.Fields
		}
	}
	add(http.StatusInternalServerError, "internal")
	by[http.StatusInternalServerError].key = "default"
	out := make([]refusal, 0, len(by))
	for _, r := range by {
		slices.Sort(r.codes)
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b refusal) int { return a.status - b.status })
	return out
}

func aboutStatus(status int) string {
	switch status {
	case http.StatusUnauthorized:
		return "Who one is was not proven."
	case http.StatusForbidden:
		return "Seen, and not allowed to this person."
	case http.StatusNotFound:
		return "There is no such record within one's reach."
	case http.StatusConflict:
		return "The present state does not allow it."
	case http.StatusUnprocessableEntity:
		return "The input is refused; fields name each fault."
	case http.StatusRequestEntityTooLarge:
		return "The body is too large."
	}
	return http.StatusText(status) + "."
}

// matches reports whether the operation writes over a version that was read.
func (o Operation) matches() bool {
	f, ok := o.in.FieldByName("IfMatch")
	return ok && f.Type == reflect.TypeFor[etagged]()
}

// response returns the refusal as the document describes it.
func (r refusal) response(example json.RawMessage) object {
	media := object{"schema": object{"$ref": "#/components/schemas/Problem"}}
	if example != nil {
		media["example"] = example
	}
	about := r.about
	if len(r.codes) > 0 {
		about += " Codes: " + strings.Join(r.codes, ", ") + "."
	}
	if len(r.fields) > 0 {
		about += " Codes of fields: " + strings.Join(r.fields, ", ") + "."
	}
	out := object{"description": about, "content": object{"application/problem+json": media}}
	if len(r.codes) > 0 {
		out["x-codes"] = r.codes
	}
	return out
}

// reference returns the shared response where it has the same codes, else one of
// the operation's own.
func (r refusal) reference(e example) object {
	for _, shared := range sharedRefusals() {
		if shared.status == r.status && slices.Equal(shared.codes, r.codes) {
			return object{"$ref": "#/components/responses/" + shared.name}
		}
	}
	return r.response(e.Problems[strconv.Itoa(r.status)].Body)
}
