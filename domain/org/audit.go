package org

import (
	"context"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// AuditEntry is one row of the audit: who, when, from where, what, and what it
// was before and after.
type AuditEntry struct {
	ID        domain.ID
	At        time.Time
	ActorID   domain.ID
	ActorName string
	Action    string
	Subject   domain.Ref
	Title     string
	Address   string
	RequestID string
	Changes   map[string]domain.Difference
}

// AuditFilter narrows the audit.
type AuditFilter struct {
	ActorID  domain.ID
	Action   string // exact, or a prefix ended by "."
	Subject  domain.Ref
	From, To domain.Date
}

// AuditStore reads the audit; nothing writes it but the journal.
type AuditStore interface {
	Audit(ctx context.Context, f AuditFilter, p domain.Page) (domain.Slice[AuditEntry], error)
}

// Auditing is the service over the audit.
type Auditing struct {
	store   AuditStore
	Work    domain.Work
	Journal domain.Journal
}

// NewAuditing returns s, the service, with its store filled in.
func NewAuditing(store AuditStore, s *Auditing) *Auditing {
	s.store = store
	return s
}

// Exported records in the audit that the actor took so many rows of a kind out of
// the product.
func (s *Auditing) Exported(ctx context.Context, actor domain.Actor, kind string, rows int) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		return s.Journal.Record(ctx, actor, domain.Change{Action: "export.run", Subject: domain.Ref{Kind: kind}, Title: kind,
			After: struct{ Rows int }{rows}, Quiet: true})
	})
}

// List returns one page of the audit, newest first. It returns a KindForbidden
// error unless the actor may read the audit. A reader without business rights, as
// the audit administrator, sees that a business record changed, but neither its
// title nor its values.
func (s *Auditing) List(ctx context.Context, actor domain.Actor, f AuditFilter, p domain.Page) (domain.Slice[AuditEntry], error) {
	if err := actor.Require(AuditRead); err != nil {
		return domain.Slice[AuditEntry]{}, err
	}
	page, err := s.store.Audit(ctx, f, p)
	for i := range page.Items {
		e := &page.Items[i]
		if IsBusiness(e.Subject.Kind) && !actor.May(domain.Right(e.Subject.Kind+".read")) {
			e.Title = ""
			for name := range e.Changes {
				e.Changes[name] = domain.Difference{}
			}
		}
	}
	return page, err
}

// IsBusiness reports whether subjects of the kind are business rows.
func IsBusiness(kind string) bool {
	own := []string{"unit", "person", "session", "token", "setting"}
	return !slices.Contains(own, kind) && strings.TrimSpace(kind) != ""
}
