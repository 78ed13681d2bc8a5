package main

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"time"
)

// Result is what became of one mutation.
type Result struct {
	*Site
	// By names the test that noticed it, "" for a survivor.
	By string `json:"by,omitempty"`
	// Tests is how many tests reach it, Ran how many were run on it.
	Tests int `json:"tests"`
	Ran   int `json:"ran"`
}

// Survived reports whether no test noticed the mutation.
func (r Result) Survived() bool { return r.By == "" && r.Equivalent == "" }

// hunter runs the tests that reach each mutation.
type hunter struct {
	runner
	tests []*Test
	// patience is how much time of tests is spent on one mutation, as measured
	// in the trace; 0 for as much as it takes.
	patience time.Duration
	mu       sync.Mutex
}

// hunt tries every site and hands each result to say, in no order.
func (h *hunter) hunt(sites []*Site, say func(Result)) {
	sites = slices.Clone(sites)
	slices.SortStableFunc(sites, func(a, b *Site) int {
		return cmp.Compare(slices.Index(kinds(), a.Kind), slices.Index(kinds(), b.Kind))
	})
	done := 0
	h.each(len(sites), func(i int) {
		r := h.try(sites[i])
		h.mu.Lock()
		defer h.mu.Unlock()
		if done++; done%100 == 0 {
			fmt.Fprintf(os.Stderr, "%d of %d mutations tried\n", done, len(sites))
		}
		say(r)
	})
}

var failed = regexp.MustCompile(`(?m)^\s*--- FAIL: ([^\s/]+)`)

// try runs the tests that reach a site until one notices it.
func (h *hunter) try(s *Site) Result {
	r := Result{Site: s}
	if s.Equivalent != "" {
		return r
	}
	order := h.order(s)
	r.Tests = len(order)
	if h.patience > 0 {
		var spent time.Duration
		for i, t := range order {
			if spent += t.Took; spent > h.patience && i > 0 {
				order = order[:i]
				break
			}
		}
	}
	for size := 1; len(order) > 0; size *= 4 {
		batch := order[:min(size, len(order))]
		// One process runs tests of one binary.
		other := slices.IndexFunc(batch, func(t *Test) bool { return t.Binary != batch[0].Binary })
		if other > 0 {
			batch = batch[:other]
		}
		order = order[len(batch):]
		r.Ran += len(batch)
		if by := h.notice(s, batch); by != "" {
			r.By = by
			return r
		}
	}
	return r
}

// notice runs a batch and names the test that noticed the mutation, if any.
func (h *hunter) notice(s *Site, batch []*Test) string {
	var names []string
	deadline := 2 * time.Minute
	for _, t := range batch {
		names = append(names, t.Name)
		deadline += 20 * t.Took
	}
	out, passed, late := h.run(batch[0].Binary, names, deadline, "MUTANT="+strconv.Itoa(s.ID))
	if passed {
		return ""
	}
	by := batch[0]
	if m := failed.FindStringSubmatch(out); m != nil {
		for _, t := range batch {
			if t.Name == m[1] {
				by = t
			}
		}
	}
	h.mu.Lock()
	by.noticed[s.File]++
	h.mu.Unlock()
	if late {
		return by.String() + " (hung)"
	}
	return by.String()
}

// order returns the tests that reach a site: those of its own package first,
// then those that noticed most in its file, then the quickest.
func (h *hunter) order(s *Site) []*Test {
	var out []*Test
	for _, t := range h.tests {
		if t.Broken == "" && t.Reached[s.ID] {
			out = append(out, t)
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	own := func(t *Test) int {
		if t.Binary.Pkg == s.Pkg {
			return 0
		}
		return 1
	}
	worth := func(t *Test) float64 { return t.Took.Seconds() / float64(1+t.noticed[s.File]) }
	slices.SortStableFunc(out, func(a, b *Test) int {
		return cmp.Or(cmp.Compare(own(a), own(b)), cmp.Compare(worth(a), worth(b)))
	})
	return out
}
