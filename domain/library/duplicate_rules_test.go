package library_test

import (
	"context"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// sameNames finds two records of the same name, of which the actor sees the first.
type sameNames struct{}

func (sameNames) Candidates(context.Context, library.DuplicateQuery, int) ([]library.DuplicateCandidate, error) {
	return []library.DuplicateCandidate{{ID: "a", Title: "百龙公司"}, {ID: "b", Title: "百龙集团"}}, nil
}

func (sameNames) Seen(context.Context, domain.Actor, string, []domain.ID) ([]domain.ID, error) {
	return []domain.ID{"a"}, nil
}

func TestDuplicatesAreLookedForByThoseWhoMayAddTheRecord(t *testing.T) {
	t.Parallel()
	service := library.NewDuplicates(sameNames{})
	find := func(kind string, right domain.Right) func() error {
		return func() error {
			return only(service.Find(t.Context(), everywhere(right), library.DuplicateQuery{Kind: kind}))
		}
	}
	refuses(t, []refusal{
		{"who may add a client is told", find(domain.SubjectClient, org.ClientWrite), nil},
		{"who may only read clients is not told", find(domain.SubjectClient, org.ClientRead), forbidden(org.ClientWrite)},
		{"there are no duplicates of visits", find(domain.SubjectVisit, org.VisitWrite), []string{"kind input.enum"}},
	})
	all, err := service.Find(t.Context(), everywhere(org.ClientWrite), library.DuplicateQuery{Kind: domain.SubjectClient})
	if err != nil || len(all) != 2 || all[0].ID != "a" || all[0].Title != "百龙公司" || all[1].ID != "" || all[1].Title != "百***" {
		t.Errorf("told %+v, %v", all, err)
	}
}
