package org_test

import (
	"testing"

	"sangu/domain/org"
)

func TestAUnitKeepsTheRules(t *testing.T) {
	t.Parallel()
	holdRules(t, []rule{
		{"a unit in full", org.Unit{Name: "水务局", Kind: org.Bureau}.Check(), ""},
		{"a unit has a name", org.Unit{Kind: org.Bureau}.Check(), "name input.required"},
		{"a unit is of a kind there is", org.Unit{Name: "水务局", Kind: "guild"}.Check(), "kind input.enum"},
		{"every fault is named at once", org.Unit{}.Check(), "name input.required, kind input.enum"},
	})
}
