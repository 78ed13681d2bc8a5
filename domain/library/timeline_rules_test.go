package library_test

import (
	"context"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// lines is a timeline of nothing, whose record the actor may see.
type lines struct{ reach }

func (lines) Timeline(context.Context, domain.Ref, []string, domain.Page) (domain.Slice[library.TimelineEntry], error) {
	return domain.Slice[library.TimelineEntry]{}, nil
}

func (lines) ActionCounts(context.Context, domain.Ref) (map[string]int, error) { return nil, nil }

func (lines) NamesOf(context.Context, []domain.ID) (map[domain.ID]string, error) { return nil, nil }

func TestANoteIsWrittenByTheRules(t *testing.T) {
	t.Parallel()
	subject := domain.Ref{Kind: domain.SubjectProject, ID: "p"}
	note := func(seen bool, text string) func() error {
		written := &journal{}
		service := library.NewTimelines(lines{reach{org.ProjectRead: seen}},
			&library.Timelines{Work: noWork{}, Journal: written, Audience: &notice.Audience{}})
		return func() error {
			err := service.Note(t.Context(), everywhere(org.ProjectRead), subject, "progress", text, domain.Date{}, nil)
			if (err == nil) != (len(written.actions) == 1) {
				t.Errorf("recorded %v with %v", written.actions, err)
			}
			return err
		}
	}
	refuses(t, []refusal{
		{"a note on a record that is seen is written", note(true, "已签意向"), nil},
		{"a note has a text", note(true, ""), []string{"text input.required"}},
		{"a note on a record out of scope is not written", note(false, "已签意向"), []string{"not_found project.not_found"}},
	})
}
