package org_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sangu/domain/org"
)

func view(change func(f *org.ViewFacts)) error {
	f := org.ViewFacts{Name: "在谈", Terms: map[string]string{"stage": "NEGOTIATING"}, Columns: &org.Columns{}}
	change(&f)
	return f.Check()
}

func terms(n int) map[string]string {
	out := map[string]string{}
	for i := range n {
		out[fmt.Sprintf("t%d", i)] = "x"
	}
	return out
}

func widths(n, pixels int) map[string]int {
	out := map[string]int{}
	for i := range n {
		out[fmt.Sprintf("c%d", i)] = pixels
	}
	return out
}

func TestAViewKeepsTheRules(t *testing.T) {
	t.Parallel()
	const long, bounds = "columns input.too_long", "columns input.range"
	set := func(c org.Columns) error { return view(func(f *org.ViewFacts) { f.Columns = &c }) }
	term := func(k, v string) error { return view(func(f *org.ViewFacts) { f.Terms = map[string]string{k: v} }) }
	holdRules(t, []rule{
		{"a view in full", view(func(*org.ViewFacts) {}), ""},
		{"columns may be left to the person", view(func(f *org.ViewFacts) { f.Columns = nil }), ""},
		{"a view has a name", view(func(f *org.ViewFacts) { f.Name = "  " }), "name input.required"},
		{"40 characters of name", view(func(f *org.ViewFacts) { f.Name = strings.Repeat("名", 40) }), ""},
		{"41 are too many", view(func(f *org.ViewFacts) { f.Name = strings.Repeat("名", 41) }), "name input.too_long"},
		{"40 terms", view(func(f *org.ViewFacts) { f.Terms = terms(40) }), ""},
		{"41 are too many", view(func(f *org.ViewFacts) { f.Terms = terms(41) }), "terms input.too_long"},
		{"a term has a name", term("", "x"), "terms. input.too_long"},
		{"of 64 bytes", term(strings.Repeat("k", 64), "x"), ""},
		{"and no more", term(strings.Repeat("k", 65), "x"), "terms." + strings.Repeat("k", 65) + " input.too_long"},
		{"2000 bytes of a term", term("q", strings.Repeat("x", 2000)), ""},
		{"2001 are too many", term("q", strings.Repeat("x", 2001)), "terms.q input.too_long"},
		{"60 columns in order", set(org.Columns{Order: make([]string, 60)}), ""},
		{"61 are too many", set(org.Columns{Order: make([]string, 61)}), long},
		{"60 hidden columns", set(org.Columns{Hidden: make([]string, 60)}), ""},
		{"61 are too many", set(org.Columns{Hidden: make([]string, 61)}), long},
		{"60 widths", set(org.Columns{Widths: widths(60, 100)}), ""},
		{"61 are too many", set(org.Columns{Widths: widths(61, 100)}), long},
		{"a column is 60 pixels wide at least", set(org.Columns{Widths: widths(1, 60)}), ""},
		{"59 are too few", set(org.Columns{Widths: widths(1, 59)}), bounds},
		{"a column is 800 pixels wide at most", set(org.Columns{Widths: widths(1, 800)}), ""},
		{"801 are too many", set(org.Columns{Widths: widths(1, 801)}), bounds},
		{"60 columns stand still", set(org.Columns{Frozen: 60}), ""},
		{"61 are too many", set(org.Columns{Frozen: 61}), bounds},
		{"none stands still", set(org.Columns{Frozen: 0}), ""},
		{"there are no fewer than none", set(org.Columns{Frozen: -1}), bounds},
	})
}

func TestTheFaultsOfAViewComeInOneOrder(t *testing.T) {
	t.Parallel()
	bad := map[string]string{}
	var want []string
	for _, k := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		bad[k] = strings.Repeat("x", 2001)
		want = append(want, "terms."+k+" input.too_long")
	}
	for range 20 {
		got := refusal(view(func(f *org.ViewFacts) { f.Terms = bad }))
		if !slices.Equal(strings.Split(got, ", "), want) {
			t.Fatalf("faults %q, want %q", got, want)
		}
	}
}

func TestAPreferenceKeepsTheRules(t *testing.T) {
	t.Parallel()
	keep := func(key string, bytes int) error {
		return org.Preference{Key: key, Value: strings.Repeat("x", bytes)}.Check()
	}
	holdRules(t, []rule{
		{"a key of 64 bytes", keep(strings.Repeat("k", 64), 1), ""},
		{"65 are too many", keep(strings.Repeat("k", 65), 1), "key preference.key"},
		{"a key has a form", keep("List", 1), "key preference.key"},
		{"8 KiB of a value", keep("list", 8<<10), ""},
		{"one byte more is too many", keep("list", 8<<10+1), "value input.too_long"},
	})
}
