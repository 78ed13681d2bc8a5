package recruit

import (
	"sangu/domain"
	"sangu/domain/library"
)

// LeadView is a lead with the names that its page shows.
type LeadView struct {
	Lead
	OwnerName, UnitName, Referrer, ClientName, ProjectName string
	// NextWorkingDays is as workingDaysUntil returns for the next follow-up.
	NextWorkingDays *int
}

// LeadFilter narrows the lead list; a zero field does not narrow.
type LeadFilter struct {
	Query    string
	States   []LeadState
	Channels []library.Channel
	OwnerID  domain.ID
	UnitID   domain.ID
	DueBy    domain.Date // next follow-up on or before
	Without  []string    // lacks each of these: library.WithoutOwner, library.WithoutUnit
	Watched  bool        // followed by the actor
	ImportID domain.ID   // made by this import
}

// LeadItem is one row of the lead list.
type LeadItem struct {
	ID              domain.ID
	Company         string
	Subject         string
	Channel         library.Channel
	Amount          *domain.Yuan
	State           LeadState
	OwnerName       string
	UnitName        string
	Referrer        string
	ReportedOn      domain.Date
	NextOn          domain.Date
	NextAction      string
	NextWorkingDays *int // as in LeadView
	UpdatedOn       domain.Date
	Version         int
}
