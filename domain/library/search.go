package library

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
)

// Hit is a record found by name, code, pinyin or initials.
type Hit struct {
	Kind  string
	ID    domain.ID
	Title string
	Note  string
}

// Searcher finds records of one kind within the actor's scope.
type Searcher interface {
	Search(ctx context.Context, actor domain.Actor, kind, query string, limit int) ([]Hit, error)
}

// Search is the service that searches the libraries, leads and people.
type Search struct{ store Searcher }

// NewSearch returns the service over its store.
func NewSearch(store Searcher) *Search {
	return &Search{store: store}
}

// SearchKinds lists the kinds of record that are searched, in the order shown.
func SearchKinds() []string {
	return []string{domain.SubjectProject, domain.SubjectClient, domain.SubjectEnterprise, domain.SubjectLead, domain.SubjectPerson}
}

// Find returns at most limit records of each kind, of all kinds where none is given. An
// empty query finds nothing. Everybody who is signed in may find the names of people.
func (s *Search) Find(ctx context.Context, actor domain.Actor, query string, kinds []string, limit int) ([]Hit, error) {
	out := []Hit{}
	if strings.TrimSpace(query) == "" {
		return out, nil
	}
	for _, kind := range SearchKinds() {
		if len(kinds) > 0 && !slices.Contains(kinds, kind) {
			continue
		}
		hits, err := s.store.Search(ctx, actor, kind, query, limit)
		if err != nil {
			return nil, err
		}
		out = append(out, hits...)
	}
	return out, nil
}
