package domain

// Versioned is a value that two people may edit at once, as a whole: gates, limits,
// colours, a score scheme, the targets of a year. Version grows by one with every write;
// it is 1 where nobody has written yet and the standard value holds.
type Versioned[T any] struct {
	Value   T
	Version int
}

// Over returns nil where v was edited from the current version, and otherwise a
// KindStale error that carries the current value.
func (v Versioned[T]) Over(current Versioned[T]) error {
	if v.Version != current.Version {
		return Stale(current)
	}
	return nil
}
