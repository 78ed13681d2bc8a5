package library_test

import (
	"context"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// files keeps attachments; their reach is that of the test.
type files struct {
	reach
	kept map[domain.ID]library.Attachment
}

func (f *files) Attachment(_ context.Context, id domain.ID) (library.Attachment, error) {
	return found(f.kept, nil, id, domain.SubjectAttachment)
}

func (f *files) Attachments(context.Context, domain.Ref) ([]library.Attachment, error) {
	return nil, nil
}

func (f *files) AddAttachment(_ context.Context, a library.Attachment, _ []byte) error {
	f.kept[a.ID] = a
	return nil
}

func (f *files) RemoveAttachment(_ context.Context, w domain.Withdrawn) error {
	delete(f.kept, w.ID)
	return nil
}

func (*files) Body(context.Context, string) ([]byte, error) { return []byte("body"), nil }

type noPhotos struct{}

func (noPhotos) Read(string, []byte) library.Photo { return library.Photo{} }

func attachments() (*files, *library.Attachments) {
	f := &files{reach: reach{org.ProjectRead: true, org.ProjectWrite: true}, kept: map[domain.ID]library.Attachment{}}
	return f, library.NewAttachments(f,
		&library.Attachments{Work: noWork{}, Journal: &journal{}, Clock: clockAt(noon), IDs: &countedIDs{}, Kinds: []string{"contract",
			"photo"}, Photos: noPhotos{}})
}

func TestAFileIsAttachedByTheRules(t *testing.T) {
	t.Parallel()
	type file = library.NewAttachment
	fresh := func() file {
		return file{Subject: domain.Ref{Kind: domain.SubjectProject, ID: "p"}, Kind: "contract", Name: "合同.PDF", Body: []byte("%PDF")}
	}
	attach := func(f file) error {
		_, service := attachments()
		return only(service.Attach(context.Background(), everywhere(org.ProjectWrite), f))
	}
	holds(t, fresh, attach, []rule[file]{
		{"a contract in PDF is attached", func(*file) {}, nil},
		{"a file is of a kind that there is", func(f *file) { f.Kind = "poem" }, []string{"kind input.enum"}},
		{"a page that a browser would run is not attached", func(f *file) { f.Name = "合同.html" }, []string{"file attachment.type"}},
		{"a file without an extension is not attached", func(f *file) { f.Name = "合同" }, []string{"file attachment.type"}},
		{"a file has bytes", func(f *file) { f.Body = nil }, []string{"file input.required"}},
		{"a file of one byte is attached", func(f *file) { f.Body = []byte{1} }, nil},
		{"a file of 20 MiB is attached", func(f *file) { f.Body = make([]byte, library.MaxAttachment) }, nil},
		{"a larger file is not attached", func(f *file) { f.Body = make([]byte, library.MaxAttachment+1) },
			[]string{"file attachment.too_large"}},
		{"a file is dated today", func(f *file) { f.DatedOn = day(2026, 7, 1) }, nil},
		{"a file is not dated tomorrow", func(f *file) { f.DatedOn = day(2026, 7, 2) }, []string{"dated_on input.future"}},
	})
}

func TestAFileIsReachedThroughItsRecord(t *testing.T) {
	t.Parallel()
	ctx, actor := t.Context(), everywhere(org.ProjectRead)
	kept, service := attachments()
	subject := domain.Ref{Kind: domain.SubjectProject, ID: "p"}
	kept.kept["a"] = library.Attachment{ID: "a", Subject: subject, Name: "合同.pdf"}
	attach := func() error {
		return only(service.Attach(ctx, actor, library.NewAttachment{Subject: subject, Kind: "contract", Name: "合同.pdf", Body: []byte("x")}))
	}
	open := func() error {
		_, body, err := service.Open(ctx, actor, "a")
		if err == nil && string(body) != "body" {
			t.Errorf("opened %q", body)
		}
		return err
	}
	refuses(t, []refusal{{"a file on a record in reach is opened", open, nil}})
	kept.reach[org.ProjectWrite] = false
	refuses(t, []refusal{
		{"a record that is only seen takes no file", attach, []string{"forbidden actor.out_of_reach"}},
		{"a record that is only seen loses no file", func() error { return service.Remove(ctx, actor, "a") },
			[]string{"not_found attachment.not_found"}},
	})
	kept.reach[org.ProjectRead] = false
	refuses(t, []refusal{
		{"a record out of scope takes no file", attach, []string{"not_found project.not_found"}},
		{"a file on a record out of scope is not found", open, []string{"not_found attachment.not_found"}},
		{"files on a record out of scope are not listed", func() error { return only(service.List(ctx, actor, subject)) },
			[]string{"not_found project.not_found"}},
	})
	if len(kept.kept) != 1 || !slices.Contains([]domain.ID{"a"}, kept.kept["a"].ID) {
		t.Errorf("kept %v", kept.kept)
	}
}
