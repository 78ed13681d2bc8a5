package recruit

import (
	"sangu/domain"
)

// VisitView is a visit with the names that its page shows.
type VisitView struct {
	Visit
	LeaderName, OwnerName, UnitName string
	Linked                          []Linked
}

// Linked is a record that a visit belongs to, by name.
type Linked struct {
	domain.Ref
	Name string
}

// VisitFilter narrows the visit list; a zero field does not narrow.
type VisitFilter struct {
	Query    string
	States   []VisitState
	Way      string
	From, To domain.Date
	LeaderID domain.ID
	OwnerID  domain.ID
	UnitID   domain.ID
	Mine     bool
	Watched  bool     // followed by the actor
	Without  []string // lacks each of these: library.WithoutLeader, WithoutOwner, WithoutUnit
	Subject  domain.Ref
	ImportID domain.ID // made by this import
}

// VisitItem is one row of the visit list.
type VisitItem struct {
	ID         domain.ID
	On         domain.Date
	StartsAt   string
	Way        string
	Company    string
	Place      string
	LeaderName string
	OwnerName  string
	UnitName   string
	Met        string
	Projects   string
	State      VisitState
	Outcome    string
	// Calls is how many times leaders had been at this client's door by then.
	Calls   int
	Version int
}
