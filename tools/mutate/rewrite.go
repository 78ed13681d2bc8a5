package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// insertion is a text put in at an offset.
type insertion struct {
	at    int
	class int // closings come before opening ones at the same place
	rank  int // among those of a class
	order int
	text  string
}

// rewrite returns the source with the texts of its changes put in. pkgEnd is
// the offset after the package's name, where the runtime is imported.
func rewrite(source []byte, changes []*change, pkgEnd int, runtime string) []byte {
	all := []insertion{{at: pkgEnd, text: "; import mutant__ " + strconv.Quote(runtime)}}
	for i, c := range changes {
		n := "0"
		if len(c.sites) > 0 {
			n = strconv.Itoa(c.sites[0].ID)
		}
		open, end := strings.ReplaceAll(c.open, "\x00", n), strings.ReplaceAll(c.close, "\x00", n)
		if c.start == c.end {
			all = append(all, insertion{c.start, 1, 0, i, open + end})
			continue
		}
		all = append(all,
			insertion{at: c.start, class: 2, rank: -c.end, order: i, text: open},
			insertion{at: c.end, class: 0, rank: -c.start, order: -i, text: end})
	}
	slices.SortStableFunc(all, func(a, b insertion) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.class, b.class), cmp.Compare(a.rank, b.rank), cmp.Compare(a.order, b.order))
	})
	var out []byte
	last := 0
	for _, in := range all {
		out = append(out, source[last:in.at]...)
		out = append(out, in.text...)
		last = in.at
	}
	return append(out, source[last:]...)
}
