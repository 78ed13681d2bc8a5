package intake

import (
	"sangu/domain"
	"sangu/domain/library"
)

// Outcome is the result of a row for one record.
type Outcome string

// The outcomes.
const (
	Created Outcome = "created"
	Updated Outcome = "updated"
	Refused Outcome = "refused" // by a rule, while writing; no record
)

// Before is the state of a record before an import updated it: the facts of its
// kind.
type Before struct {
	Project      *library.ProjectFacts
	Client       *library.ClientFacts
	Enterprise   *library.EnterpriseFacts
	Organization *library.OrganizationFacts
	Leaders      []domain.ID
}

// Effect is the change that one row of an import made to one record.
type Effect struct {
	ImportID domain.ID
	Seq      int // the order in which they came about
	Sheet    string
	Row      int
	Outcome  Outcome
	Subject  domain.Ref // kinds of records, "fund", "note" and "organization"
	Title    string
	Version  int // of the record after the chunk of rows was written
	Before   Before
	Events   []domain.ID // stage events added to a record that was there
	ParentID domain.ID   // the project of a fund entry
	// Findings are why a row was refused.
	Findings []domain.FieldError
}

// Empty reports whether no facts were kept.
func (b Before) Empty() bool {
	return b.Project == nil && b.Client == nil && b.Enterprise == nil && b.Organization == nil
}
