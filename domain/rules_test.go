package domain_test

import (
	"errors"
	"slices"
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

func TestDatesAreReadOnlyInTheirForm(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"a day":                            {"2026-09-30", ""},
		"no day at all":                    {"", ""},
		"the first year is the first day":  {"0001-01-01", ""},
		"there is no year 0":               {"0000-12-31", "date input.date"},
		"30 February is no day":            {"2026-02-30", "date input.date"},
		"29 February is one in leap years": {"2024-02-29", ""},
		"a day with its hour is no date":   {"2026-09-30T00:00:00Z", "date input.date"},
	} {
		d, err := domain.ParseDate(c.text)
		if got := refusal(err); got != c.want || err == nil && d.String() != c.text {
			t.Errorf("%s: %q is %q, want %q", name, c.text, got, c.want)
		}
	}
	for name, c := range map[string]struct {
		year, month, day int
		ok               bool
	}{
		"a day":              {2026, 9, 30, true},
		"the first of all":   {1, 1, 1, true},
		"no year 0":          {0, 12, 31, false},
		"no 31 September":    {2026, 9, 31, false},
		"no thirteenth":      {2026, 13, 1, false},
		"no day before 1":    {2026, 9, 0, false},
		"29 February in 24":  {2024, 2, 29, true},
		"and none in the 25": {2025, 2, 29, false},
	} {
		if _, ok := domain.NewDate(c.year, c.month, c.day); ok != c.ok {
			t.Errorf("%s: %v, want %v", name, ok, c.ok)
		}
	}
}

func TestIDsAreReadOnlyInCanonicalForm(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"a UUID":                    {"0195e0c4-7c1a-7b3e-8f00-000000000001", ""},
		"capitals are made small":   {"0195E0C4-7C1A-7B3E-8F00-000000000001", ""},
		"without hyphens":           {"0195e0c47c1a7b3e8f00000000000001", "id input.uuid"},
		"with braces":               {"{0195e0c4-7c1a-7b3e-8f00-000000000001}", "id input.uuid"},
		"as a URN":                  {"urn:uuid:0195e0c4-7c1a-7b3e-8f00-000000000001", "id input.uuid"},
		"36 characters of nonsense": {"zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz", "id input.uuid"},
		"nothing":                   {"", "id input.uuid"},
	} {
		id, err := domain.ParseID(c.text)
		if got := refusal(err); got != c.want || err == nil && string(id) != strings.ToLower(c.text) {
			t.Errorf("%s: %q is %q with %q, want %q", name, c.text, id, got, c.want)
		}
	}
}

func TestACheckNamesEveryFaultAtItsPath(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		prefix string
		err    error
		want   string
	}{
		"what is right": {"a", nil, ""},
		"each field under the prefix": {"a", domain.Invalid("input.invalid", domain.Field("x", "one"), domain.Field("y", "two")),
			"a.x one, a.y two"},
		"a field without a prefix":         {"", domain.InvalidField("x", "one"), "x one"},
		"a fault of the whole by its code": {"a", domain.Conflict("lead.converted"), "a lead.converted"},
		"an error of another kind":         {"a", errors.New("broken"), "a input.invalid"},
	} {
		var check domain.Check
		check.Add(c.prefix, c.err)
		check.That(true, "z", "never")
		if got := refusal(check.Err()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestReachIsTheUnionOfTheGrantsThatHoldTheRight(t *testing.T) {
	t.Parallel()
	grant := func(s domain.Scope, right domain.Right, units ...domain.ID) domain.Grant {
		return domain.Grant{Rights: []domain.Right{right}, Scope: s, UnitID: "u", Units: units}
	}
	for name, c := range map[string]struct {
		grants []domain.Grant
		want   domain.Reach
		none   bool
	}{
		"nobody reaches anything":       {grants: nil, want: domain.Reach{}, none: true},
		"another right reaches nothing": {grants: []domain.Grant{grant(domain.ScopeAll, "y.read")}, want: domain.Reach{}, none: true},
		"no scope reaches nothing":      {grants: []domain.Grant{grant(domain.ScopeNone, "x.read")}, want: domain.Reach{}, none: true},
		"own rows":                      {grants: []domain.Grant{grant(domain.ScopeOwn, "x.read")}, want: domain.Reach{Own: true}},
		"assigned rows and own ones": {grants: []domain.Grant{grant(domain.ScopeAssigned, "x.read")},
			want: domain.Reach{Own: true, Assigned: true}},
		"the unit's, assigned, and own": {grants: []domain.Grant{grant(domain.ScopeUnit, "x.read", "u")},
			want: domain.Reach{Own: true, Assigned: true, Units: []domain.ID{"u"}}},
		"the subtree's": {grants: []domain.Grant{grant(domain.ScopeSubtree, "x.read", "u", "v")},
			want: domain.Reach{Own: true, Assigned: true, Units: []domain.ID{"u", "v"}}},
		"every row": {grants: []domain.Grant{grant(domain.ScopeAll, "x.read")}, want: domain.Reach{Own: true, All: true}},
		"two posts together, units once": {grants: []domain.Grant{grant(domain.ScopeUnit, "x.read", "u"),
			grant(domain.ScopeSubtree, "x.read", "u", "v"),
			grant(domain.ScopeOwn, "x.read")}, want: domain.Reach{Own: true, Assigned: true, Units: []domain.ID{"u", "v"}}},
	} {
		a := domain.Actor{PersonID: "p", Grants: c.grants}
		got := a.Reach("x.read")
		if got.PersonID != "p" || got.All != c.want.All || got.Own != c.want.Own || got.Assigned != c.want.Assigned ||
			!slices.Equal(got.Units, c.want.Units) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
		if may := a.May("x.read"); may == c.none {
			t.Errorf("%s: may is %v", name, may)
		}
		if want := map[bool]string{true: "actor.right_missing"}[c.none]; refusal(a.Require("x.read")) != want {
			t.Errorf("%s: requiring the right says %q, want %q", name, refusal(a.Require("x.read")), want)
		}
	}
}
