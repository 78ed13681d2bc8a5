package sqlkit

// What is stored as JSON has row types of its own, whose tags are the names in
// the bytes: the files stored_*.go. An entity's field may be renamed freely; a
// stored name may not, for yesterday's bytes are read for ever. The golden files
// of testdata/stored hold them.

// EachOf returns a list with each of its records turned by to; no list stays
// none, which is stored otherwise than an empty one.
func EachOf[A, B any](list []A, to func(A) B) []B {
	if list == nil {
		return nil
	}
	return Mapped(list, to)
}

// EachPointer returns the record turned by to, or nil where there is none.
func EachPointer[A, B any](p *A, to func(A) B) *B {
	if p == nil {
		return nil
	}
	b := to(*p)
	return &b
}

// EachValue returns a map with each of its records turned by to.
func EachValue[A, B any](m map[string]A, to func(A) B) map[string]B {
	if m == nil {
		return nil
	}
	out := make(map[string]B, len(m))
	for k, a := range m {
		out[k] = to(a)
	}
	return out
}
