package domain

import (
	"iter"
	"maps"
	"slices"
)

// InOrder returns the entries of a map by their keys, the smallest first. What is
// refused while a map is walked through is to be walked through so: the same
// input is refused by the same faults in the same order.
func InOrder[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
