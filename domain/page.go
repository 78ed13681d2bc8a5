package domain

// Page asks for one page of a list.
type Page struct {
	// Limit is the most rows wanted; lists allow 1 to MaxPage.
	Limit int
	// Cursor continues after an earlier page's last row; empty starts over.
	Cursor string
	// Sort is a column's wire name, with a leading "-" for descending.
	Sort string
	// ExactCount asks for the whole count rather than one capped at CountCap.
	ExactCount bool
}

// Limits of lists.
const (
	MaxPage     = 200
	DefaultPage = 50
	// CountCap is the number to which counts are exact without being asked.
	CountCap = 1000
)

// Slice is one page of a list.
type Slice[T any] struct {
	Items []T
	// Next is the cursor of the following page, empty at the end.
	Next string
	// Count is how many rows the filter has, exact up to CountCap.
	Count int
	// Capped is true where Count stopped at CountCap and more exist.
	Capped bool
}
