package library

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/org"
)

// DuplicateQuery is what was typed into a new record, to be looked for among the
// existing ones.
type DuplicateQuery struct {
	Kind       string // project, client, enterprise, lead
	Name       string
	CreditCode CreditCode
	Phone      string
}

// DuplicateCandidate is a record that may be the same as a new one. Of a record that
// the actor does not see, only the unit and the first character of the name are told.
type DuplicateCandidate struct {
	ID    domain.ID // zero where the actor does not see it
	Title string
	Unit  string
	// By is what is the same: credit_code, name or phone.
	By string
}

// maxDuplicates is the most candidates that are told.
const maxDuplicates = 5

// DuplicateStore finds records that may be the same.
type DuplicateStore interface {
	// Candidates returns records with the same name key, code or phone, whether the
	// actor sees them or not.
	Candidates(ctx context.Context, p DuplicateQuery, most int) ([]DuplicateCandidate, error)
	// Seen returns those of the records that the actor sees.
	Seen(ctx context.Context, actor domain.Actor, kind string, ids []domain.ID) ([]domain.ID, error)
}

// Duplicates is the service that looks for existing records like a new one.
type Duplicates struct{ store DuplicateStore }

// NewDuplicates returns the service over its store.
func NewDuplicates(store DuplicateStore) *Duplicates {
	return &Duplicates{store: store}
}

// DuplicateKinds lists the kinds of record that are compared.
func DuplicateKinds() []string {
	return []string{domain.SubjectProject, domain.SubjectClient, domain.SubjectEnterprise, domain.SubjectLead}
}

// Find returns at most five records that may be the one being typed. It returns a
// KindForbidden error to somebody who may not add such a record.
func (s *Duplicates) Find(ctx context.Context, actor domain.Actor, p DuplicateQuery) ([]DuplicateCandidate, error) {
	if !slices.Contains(DuplicateKinds(), p.Kind) {
		return nil, domain.InvalidField("kind", "input.enum", "allowed", DuplicateKinds())
	}
	_, write := rights(p.Kind)
	if err := actor.Require(write); err != nil {
		return nil, err
	}
	p.Phone = org.NormalPhone(p.Phone)
	candidates, err := s.store.Candidates(ctx, p, maxDuplicates)
	if err != nil || len(candidates) == 0 {
		return candidates, err
	}
	ids := make([]domain.ID, len(candidates))
	for i, t := range candidates {
		ids[i] = t.ID
	}
	seen, err := s.store.Seen(ctx, actor, p.Kind, ids)
	for i, t := range candidates {
		if !slices.Contains(seen, t.ID) {
			candidates[i].ID, candidates[i].Title = "", Masked(t.Title)
		}
	}
	return candidates, err
}

// Masked returns the first character of a text; the rest is hidden, with its length.
func Masked(text string) string {
	runes := []rune(strings.TrimSpace(text))
	if len(runes) == 0 {
		return ""
	}
	return string(runes[:1]) + "***"
}
