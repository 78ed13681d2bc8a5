package notice_test

import (
	"context"
	"fmt"
	"testing"

	"sangu/domain"
	"sangu/domain/notice"
)

// audience is an AudienceStore in which people read the records named after
// them, and "all" reads each.
type audience struct{}

func (audience) PeopleNamed(context.Context, string, int) ([]domain.ID, error) { return nil, nil }
func (audience) Owners(context.Context, domain.Ref) ([]domain.ID, error)       { return nil, nil }
func (audience) Readable(_ context.Context, a domain.Actor, subject domain.Ref) (bool, error) {
	return a.PersonID == "all" || a.PersonID == subject.ID, nil
}

func TestMentionsKeepTheRules(t *testing.T) {
	t.Parallel()
	a := notice.NewAudience(audience{},
		&notice.Audience{Actors: func(_ context.Context, id domain.ID) (domain.Actor, error) {
			switch id {
			case "gone":
				return domain.Actor{}, domain.NotFound(domain.SubjectPerson)
			case "disabled":
				return domain.Actor{}, domain.Unauthenticated("session.required")
			}
			return domain.Actor{PersonID: id, Name: "某" + string(id)}, nil
		}})
	on := []domain.Ref{{Kind: domain.SubjectVisit, ID: "v"}, {Kind: domain.SubjectProject, ID: "p"}}
	named := func(people ...domain.ID) error {
		_, err := a.Resolve(t.Context(), on, people)
		return err
	}
	many := func(n int) (out []domain.ID) {
		for range n {
			out = append(out, "all")
		}
		return out
	}
	holdRules(t, []rule{
		{"nobody is mentioned", named(), ""},
		{"who reads a record is mentioned", named("v", "p", "all"), ""},
		{"who reads none is not", named("v", "x"), "mentions[1] mention.out_of_scope"},
		{"nor is who is gone", named("gone"), "mentions[0] mention.out_of_scope"},
		{"nor is whose account is closed", named("disabled"), "mentions[0] mention.out_of_scope"},
		{fmt.Sprint(notice.MaxMentions, " people are the most"), named(many(notice.MaxMentions)...), ""},
		{"one more is too many", named(many(notice.MaxMentions + 1)...), "mentions input.too_large"},
	})
	got, err := a.Resolve(t.Context(), on, []domain.ID{"p"})
	if err != nil || len(got) != 1 || got[0] != (notice.Mention{PersonID: "p", Name: "某p", Subject: on[1]}) {
		t.Errorf("who reads the second record alone reads it there: %+v %v", got, err)
	}
}
