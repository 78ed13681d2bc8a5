package library

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/org"
)

// DuplicateQuery is what is typed into a new record, to be looked for among those there are.
type DuplicateQuery struct {
	Kind       string // project, client, enterprise, lead
	Name       string
	CreditCode CreditCode
	Phone      string
}

// DuplicateCandidate is a record that may be the same. Of one that the actor does not see only
// the unit is told, and the first character of its name.
type DuplicateCandidate struct {
	ID    domain.ID // zero where the actor does not see it
	Title string
	Unit  string
	// By says what is the same: credit_code, name or phone.
	By string
}

// maxDuplicates is how many are told of.
const maxDuplicates = 5

// DuplicateStore finds records with the same key, code or phone in the whole library;
// Seen are those of them that the actor sees.
type DuplicateStore interface {
	Candidates(ctx context.Context, p DuplicateQuery, most int) ([]DuplicateCandidate, error)
	Seen(ctx context.Context, actor domain.Actor, kind string, ids []domain.ID) ([]domain.ID, error)
}

// Duplicates is the service that looks for what is there already.
type Duplicates struct{ Store DuplicateStore }

// DuplicateKinds lists the kinds that are looked for.
func DuplicateKinds() []string { return []string{"project", "client", "enterprise", "lead"} }

// Find returns records that may be the one being typed. Somebody who may not add
// such a record is told nothing.
func (s *Duplicates) Find(ctx context.Context, actor domain.Actor, p DuplicateQuery) ([]DuplicateCandidate, error) {
	if !slices.Contains(DuplicateKinds(), p.Kind) {
		return nil, domain.InvalidField("kind", "input.enum", "allowed", DuplicateKinds())
	}
	_, write := rights(p.Kind)
	if err := actor.Require(write); err != nil {
		return nil, err
	}
	p.Phone = org.NormalPhone(p.Phone)
	candidates, err := s.Store.Candidates(ctx, p, maxDuplicates)
	if err != nil || len(candidates) == 0 {
		return candidates, err
	}
	ids := make([]domain.ID, len(candidates))
	for i, t := range candidates {
		ids[i] = t.ID
	}
	seen, err := s.Store.Seen(ctx, actor, p.Kind, ids)
	for i, t := range candidates {
		if !slices.Contains(seen, t.ID) {
			candidates[i].ID, candidates[i].Title = "", Masked(t.Title)
		}
	}
	return candidates, err
}

// Masked keeps the first character of a text and hides how long the rest is.
func Masked(text string) string {
	runes := []rune(strings.TrimSpace(text))
	if len(runes) == 0 {
		return ""
	}
	return string(runes[:1]) + "***"
}
