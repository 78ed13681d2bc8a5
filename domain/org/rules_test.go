package org_test

import (
	"errors"
	"strings"
	"testing"

	"sangu/domain"
)

// refusal returns an error as "path code" of each field, or its code where no
// field is named; "" for none.
func refusal(err error) string {
	e, ok := errors.AsType[*domain.Error](err)
	switch {
	case err == nil:
		return ""
	case !ok:
		return err.Error()
	case len(e.Fields) == 0:
		return e.Code
	}
	var out []string
	for _, f := range e.Fields {
		out = append(out, f.Path+" "+f.Code)
	}
	return strings.Join(out, ", ")
}

// rule is one row of a table of rules: what is tried, and what refuses it.
type rule struct {
	name string
	err  error
	want string
}

func holdRules(t *testing.T, rules []rule) {
	t.Helper()
	for _, r := range rules {
		if got := refusal(r.err); got != r.want {
			t.Errorf("%s: refused by %q, want %q", r.name, got, r.want)
		}
	}
}
