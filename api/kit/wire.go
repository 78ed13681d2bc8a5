package kit

import (
	"strconv"
	"strings"

	"sangu/domain"
)

// PageQuery is the paging of every list.
type PageQuery struct {
	Limit      int    `query:"limit" validate:"omitempty,min=1,max=200" description:"rows wanted, at most 200"`
	Cursor     string `query:"cursor" validate:"max=1000" description:"the next of an earlier page"`
	Sort       string `query:"sort" validate:"max=64" description:"a column, with - for descending"`
	ExactCount bool   `query:"exact_count" description:"count all rows rather than to 1,000"`
}

// Page returns the page that is asked for.
func (p PageQuery) Page() domain.Page {
	return domain.Page{Limit: p.Limit, Cursor: p.Cursor, Sort: p.Sort, ExactCount: p.ExactCount}
}

// ListOf is one page of a list.
type ListOf[T any] struct {
	Items  []T    `json:"items" required:"true"`
	Next   string `json:"next" required:"true" description:"cursor of the next page, empty at the end"`
	Count  int    `json:"count" required:"true"`
	Capped bool   `json:"capped" required:"true" description:"true when more than count rows exist"`
}

// ListFrom returns a page of a list as the API shows it, each item by to.
func ListFrom[E, W any](s domain.Slice[E], to func(E) W) ListOf[W] {
	return ListOf[W]{Items: Each(s.Items, to), Next: s.Next, Count: s.Count, Capped: s.Capped}
}

// Each maps a list; the result is never nil, so that the wire says [] and not null.
func Each[E, W any](items []E, to func(E) W) []W {
	out := make([]W, len(items))
	for i, e := range items {
		out[i] = to(e)
	}
	return out
}

// ByID is the input of operations on one record.
type ByID struct {
	ID domain.ID `path:"id" required:"true"`
}

// Versioned is embedded in writes: the version that was read.
type Versioned struct {
	IfMatch etagged `header:"If-Match" validate:"required" required:"true" description:"the ETag that was read"`
}

// etagged is an entity tag of a version: "3", with quotes.
type etagged int

// UnmarshalText reads an entity tag, weak or strong.
func (e *etagged) UnmarshalText(b []byte) error {
	s := strings.Trim(strings.TrimPrefix(string(b), "W/"), `"`)
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return domain.InvalidField("If-Match", "input.version")
	}
	*e = etagged(n)
	return nil
}

// Version returns the version that If-Match names.
func (v Versioned) Version() int { return int(v.IfMatch) }

func etag(version int) string { return `"` + strconv.Itoa(version) + `"` }

// Named is a record named on another's page.
type Named struct {
	ID   domain.ID `json:"id" required:"true"`
	Name string    `json:"name" required:"true"`
}

// Words returns texts as values of a type of words.
func Words[T ~string](in []string) []T {
	var out []T
	for _, s := range in {
		out = append(out, T(s))
	}
	return out
}
