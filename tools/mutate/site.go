package main

import (
	"cmp"
	"fmt"
	"slices"
)

// Kind is a class of what is broken.
type Kind string

// The kinds, in the order of reports.
const (
	Version Kind = "version" // version guards
	Scope   Kind = "scope"   // clauses of scope, and rights
	Rule    Kind = "rule"    // rules of the domain
	Mapper  Kind = "mapper"  // fields that mappers carry over
)

func kinds() []Kind { return []Kind{Version, Scope, Rule, Mapper} }

// Site is one mutation: a place, and what is changed there.
type Site struct {
	ID   int    `json:"id"`
	Kind Kind   `json:"kind"`
	Pkg  string `json:"pkg"`
	File string `json:"file"` // relative to the module
	Line int    `json:"line"`
	Func string `json:"func"`
	What string `json:"what"`
	// Equivalent is the reason that the line gives for a mutation that changes
	// nothing: "// mutate: equivalent, because …". It is not tried.
	Equivalent string `json:"equivalent,omitempty"`
}

func (s *Site) String() string { return fmt.Sprintf("%s:%d %s: %s", s.File, s.Line, s.Func, s.What) }

// change puts text around a stretch of a file. Changes only insert, so any
// number of them nest, and no line moves.
type change struct {
	file        string
	start, end  int
	open, close string // "\x00" stands for the first site's number
	sites       []*Site
	dropped     bool // the compiler refused it
}

// number gives the sites of changes their numbers, from 1, by file and place;
// the sites of one change get numbers in a row.
func number(changes []*change) []*Site {
	slices.SortStableFunc(changes, func(a, b *change) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	var sites []*Site
	for _, c := range changes {
		for _, s := range c.sites {
			s.ID = len(sites) + 1
			sites = append(sites, s)
		}
	}
	return sites
}
