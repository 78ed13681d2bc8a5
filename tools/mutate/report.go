package main

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"text/tabwriter"
)

// report prints what became of the mutations, a line a kind, and every survivor.
// It returns the number of survivors.
func report(w io.Writer, results []Result, dropped []*Site) int {
	slices.SortFunc(results, func(a, b Result) int { return cmp.Compare(a.ID, b.ID) })
	table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "kind\ttried\tnoticed\tsurvived\tequivalent\tnot compiled")
	survivors := 0
	for _, k := range kinds() {
		var tried, noticed, equal, refused int
		for _, r := range results {
			switch {
			case r.Kind != k:
			case r.Equivalent != "":
				equal++
			default:
				tried++
				if !r.Survived() {
					noticed++
				}
			}
		}
		for _, s := range dropped {
			if s.Kind == k {
				refused++
			}
		}
		survivors += tried - noticed
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\n", k, tried, noticed, tried-noticed, equal, refused)
	}
	_ = table.Flush()
	areas(w, results)
	for _, k := range kinds() {
		list(w, k, results)
	}
	for _, r := range results {
		if r.Equivalent != "" {
			fmt.Fprintf(w, "equivalent  %s, because %s\n", r.Site, r.Equivalent)
		}
	}
	for _, s := range dropped {
		fmt.Fprintf(w, "not compiled  %s\n", s)
	}
	return survivors
}

// areas prints survivors by folder and kind.
func areas(w io.Writer, results []Result) {
	count, tried := map[string]int{}, map[string]int{}
	for _, r := range results {
		key := path.Dir(r.File) + "\t" + string(r.Kind)
		if r.Equivalent == "" {
			tried[key]++
		}
		if r.Survived() {
			count[key]++
		}
	}
	var keys []string
	for k := range count {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	if len(keys) == 0 {
		return
	}
	table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "\nfolder\tkind\tsurvived\tof")
	for _, k := range keys {
		fmt.Fprintf(table, "%s\t%d\t%d\n", k, count[k], tried[k])
	}
	_ = table.Flush()
}

func list(w io.Writer, k Kind, results []Result) {
	for _, r := range results {
		if r.Kind != k || !r.Survived() {
			continue
		}
		why := fmt.Sprintf("%d of the %d tests that reach it ran", r.Ran, r.Tests)
		if r.Tests == 0 {
			why = "no test reaches it"
		}
		fmt.Fprintf(w, "survivor  %s  %s  (%s)\n", k, r.Site, why)
	}
}
