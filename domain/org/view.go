package org

import (
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// Limits of saved views.
const (
	maxViewName      = 40 // characters
	maxViewTerms     = 40
	maxViewTermBytes = 2000 // bytes of one term
	maxViewFields    = 60
	maxViews         = 50 // of one person for one list
	minColumnWidth   = 60 // pixels
	maxColumnWidth   = 800
)

// Lists are the lists that views are kept for, with the right that reads each.
func Lists() map[string]domain.Right {
	return map[string]domain.Right{"projects": ProjectRead, "clients": ClientRead, "enterprises": EnterpriseRead, "leads": LeadRead,
		"visits": VisitRead}
}

// Columns is the layout of a list: the order of its columns, which are hidden, how
// many from the left stay in place, how wide they are in pixels, and how close the
// rows are.
type Columns struct {
	Order  []string
	Hidden []string
	Frozen int
	// Widths are of columns whose width somebody set, in pixels.
	Widths map[string]int
	// Density is how close rows stand: compact, comfortable, or empty where that
	// is left to the person.
	Density string
}

// ViewFacts is what a view keeps: the terms of filter and sorting as the
// address has them, and the columns; nil columns leave them to the person.
type ViewFacts struct {
	Name    string
	Shared  bool
	Terms   map[string]string
	Columns *Columns
}

// View is a list as somebody likes to see it, under a name. It holds no rows:
// who opens a shared one sees the own scope through it.
type View struct {
	ID      domain.ID
	List    string
	OwnerID domain.ID
	// OwnerName is given with reads.
	OwnerName string
	ViewFacts
	Version   int
	UpdatedAt time.Time
}

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
func (f ViewFacts) Check() error {
	var c domain.Check
	name := strings.TrimSpace(f.Name)
	c.That(name != "", "name", "input.required")
	c.That(len([]rune(name)) <= maxViewName, "name", "input.too_long", "max", maxViewName)
	c.That(len(f.Terms) <= maxViewTerms, "terms", "input.too_long", "max", maxViewTerms)
	for k, v := range domain.InOrder(f.Terms) {
		c.That(k != "" && len(k) <= 64 && len(v) <= maxViewTermBytes, "terms."+k, "input.too_long", "max", maxViewTermBytes)
	}
	if f.Columns != nil {
		c.That(len(f.Columns.Order) <= maxViewFields, "columns", "input.too_long", "max", maxViewFields)
		c.That(len(f.Columns.Hidden) <= maxViewFields, "columns", "input.too_long", "max", maxViewFields)
		c.That(len(f.Columns.Widths) <= maxViewFields, "columns", "input.too_long", "max", maxViewFields)
		for _, w := range domain.InOrder(f.Columns.Widths) {
			c.That(w >= minColumnWidth && w <= maxColumnWidth, "columns", "input.range", "min", minColumnWidth, "max", maxColumnWidth)
		}
		c.That(f.Columns.Frozen >= 0 && f.Columns.Frozen <= maxViewFields, "columns", "input.range", "min", 0, "max", maxViewFields)
	}
	return c.Err()
}

// MayShare reports whether the actor may show a view to everybody: the office
// 招商办 and the leaders.
func MayShare(actor domain.Actor) bool {
	return actor.May(RuleManage) || actor.Has(string(CountyLeader)) || actor.Has(string(PrincipalLeader))
}

// SeenBy reports whether the actor sees the view at all.
func (v View) SeenBy(actor domain.Actor) bool {
	return actor.May(Lists()[v.List]) && (v.Shared || v.OwnerID == actor.PersonID)
}

// CanChange returns an error unless the actor may change or remove the view, which
// its owner may, and for shared ones the office: KindNotFound where the actor does
// not see it, KindForbidden where it is somebody else's.
func (v View) CanChange(actor domain.Actor) error {
	switch {
	case !v.SeenBy(actor):
		return domain.NotFound(domain.SubjectView)
	case v.OwnerID != actor.PersonID && !actor.May(RuleManage):
		return domain.Forbidden("view.not_own")
	}
	return nil
}

// SortViews returns the views in a list's order: the reader's own ones first, then
// by name.
func SortViews(views []View, reader domain.ID) []View {
	out := slices.Clone(views)
	slices.SortStableFunc(out, func(a, b View) int {
		if own := a.OwnerID == reader; own != (b.OwnerID == reader) {
			if own {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}
