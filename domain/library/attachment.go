package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// MaxAttachment is the largest file that may be attached, in bytes.
const MaxAttachment = 20 << 20

// Attachment is a file on a record: evidence, a letter, a photo. Equal bytes are
// stored once, by their hash.
type Attachment struct {
	ID        domain.ID
	Subject   domain.Ref
	Kind      string
	Name      string
	MediaType string
	Size      int64  // bytes
	SHA256    string // of the bytes, in hexadecimal
	DatedOn   domain.Date
	// Photo is what a picture says of itself.
	Photo      Photo
	UploadedBy domain.ID
	ByName     string
	UploadedAt time.Time
	// Copies counts the other attachments that have the same bytes.
	Copies int
}

// AttachmentStore stores attachments and their bytes.
type AttachmentStore interface {
	// Attachment returns a KindNotFound error where there is none.
	Attachment(ctx context.Context, id domain.ID) (Attachment, error)
	// Attachments returns the files on a record, newest first.
	Attachments(ctx context.Context, subject domain.Ref) ([]Attachment, error)
	// AddAttachment stores the bytes too, unless they are stored already.
	AddAttachment(ctx context.Context, a Attachment, body []byte) error
	// RemoveAttachment takes a file away; it can be put back from the bin.
	RemoveAttachment(ctx context.Context, w domain.Withdrawn) error
	// Body returns the bytes that have the hash, or a KindNotFound error.
	Body(ctx context.Context, sha256 string) ([]byte, error)
	ReachStore
}

// Attachments is the service of files on records.
type Attachments struct {
	Work    domain.Work
	store   AttachmentStore
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
	// Kinds are the kinds of attachment that may be added.
	Kinds []string
	// Photos reads pictures.
	Photos PhotoReader
}

// NewAttachments returns s, the service, with its store filled in.
func NewAttachments(store AttachmentStore, s *Attachments) *Attachments {
	s.store = store
	return s
}

// mediaTypes returns the media types of the files that may be attached, by their
// extension: none is a page or script that a browser would run.
func mediaTypes() map[string]string {
	return map[string]string{".pdf": "application/pdf", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
		".webp": "image/webp",
		".doc":  "application/msword", ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		".xls": "application/vnd.ms-excel", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		".wps": "application/octet-stream", ".ofd": "application/ofd", ".zip": "application/zip", ".txt": "text/plain"}
}

// rights returns the rights to read and to write records of the kind.
func rights(kind string) (read, write domain.Right) {
	return domain.Right(kind + ".read"), domain.Right(kind + ".write")
}

// List returns the files on a record, newest first. It returns a KindNotFound error
// if the actor does not see the record.
func (s *Attachments) List(ctx context.Context, actor domain.Actor, subject domain.Ref) ([]Attachment, error) {
	read, _ := rights(subject.Kind)
	if ok, err := s.store.Within(ctx, actor, read, subject); err != nil || !ok {
		return nil, orNotFound(err, subject.Kind)
	}
	return s.store.Attachments(ctx, subject)
}

// orNotFound returns err, or a KindNotFound error of the kind where err is nil.
func orNotFound(err error, kind string) error {
	if err != nil {
		return err
	}
	return domain.NotFound(kind)
}

// NewAttachment is a file to attach.
type NewAttachment struct {
	ID      domain.ID
	Subject domain.Ref
	Kind    string
	Name    string
	DatedOn domain.Date
	Body    []byte
}

// Attach puts a file on a record. The same ID again returns the first result. It
// returns a KindInvalid error that names every fault of the file, a KindNotFound
// error if the actor does not see the record, and a KindForbidden error if the actor
// sees it but may not change it.
func (s *Attachments) Attach(ctx context.Context, actor domain.Actor, n NewAttachment) (a Attachment, err error) {
	media, known := mediaTypes()[strings.ToLower(filepath.Ext(n.Name))]
	var c domain.Check
	c.That(slices.Contains(s.Kinds, n.Kind), "kind", "input.enum", "allowed", s.Kinds)
	c.That(known, "file", "attachment.type")
	c.That(len(n.Body) > 0, "file", "input.required")
	c.That(len(n.Body) <= MaxAttachment, "file", "attachment.too_large", "max", MaxAttachment>>20)
	c.That(!n.DatedOn.After(domain.Today(s.Clock)), "dated_on", "input.future")
	if err := c.Err(); err != nil {
		return Attachment{}, err
	}
	read, write := rights(n.Subject.Kind)
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if ok, err := s.store.Within(ctx, actor, read, n.Subject); err != nil || !ok {
			return orNotFound(err, n.Subject.Kind)
		}
		if ok, err := s.store.Within(ctx, actor, write, n.Subject); err != nil || !ok {
			if err == nil {
				err = domain.Forbidden("actor.out_of_reach")
			}
			return err
		}
		if n.ID.IsZero() {
			n.ID = s.IDs.New()
		} else if a, err = s.store.Attachment(ctx, n.ID); err == nil {
			return nil
		}
		sum := sha256.Sum256(n.Body)
		a = Attachment{ID: n.ID, Subject: n.Subject, Kind: n.Kind, Name: filepath.Base(n.Name), MediaType: media, Size: int64(len(n.Body)),
			SHA256: hex.EncodeToString(sum[:]), DatedOn: n.DatedOn, Photo: s.Photos.Read(n.Name, n.Body), UploadedBy: actor.PersonID,
			ByName: actor.Name, UploadedAt: s.Clock.Now()}
		if err := s.store.AddAttachment(ctx, a, n.Body); err != nil {
			return fmt.Errorf("add attachment: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "attachment.add", Subject: n.Subject, Title: a.Name, After: a,
			Details: map[string]any{"name": a.Name, "kind": a.Kind, "size": a.Size, "attachment_id": string(a.ID)}})
	})
	return a, err
}

// Open returns a file with its bytes. It returns a KindNotFound error if there is no
// such file, or if the actor does not see its record.
func (s *Attachments) Open(ctx context.Context, actor domain.Actor, id domain.ID) (Attachment, []byte, error) {
	a, err := s.store.Attachment(ctx, id)
	if err != nil {
		return Attachment{}, nil, err
	}
	read, _ := rights(a.Subject.Kind)
	if ok, err := s.store.Within(ctx, actor, read, a.Subject); err != nil || !ok {
		return Attachment{}, nil, orNotFound(err, "attachment")
	}
	body, err := s.store.Body(ctx, a.SHA256)
	return a, body, err
}

// Remove takes a file off a record. Its row stays, marked, and so do its bytes: what
// was evidence once can be looked up. It returns a KindNotFound error if there is no
// such file, or if the actor may not change its record.
func (s *Attachments) Remove(ctx context.Context, actor domain.Actor, id domain.ID) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		a, err := s.store.Attachment(ctx, id)
		if err != nil {
			return err
		}
		_, write := rights(a.Subject.Kind)
		if ok, err := s.store.Within(ctx, actor, write, a.Subject); err != nil || !ok {
			return orNotFound(err, "attachment")
		}
		w := domain.Withdrawn{Ref: domain.Ref{Kind: domain.SubjectAttachment, ID: id}, Title: a.Name, Parent: a.Subject, By: actor.PersonID,
			ByName: actor.Name, At: s.Clock.Now()}
		if err := s.store.RemoveAttachment(ctx, w); err != nil {
			return fmt.Errorf("remove attachment %s: %w", id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "attachment.remove", Subject: a.Subject, Title: a.Name, Before: a,
			Details: map[string]any{"name": a.Name, "kind": a.Kind}})
	})
}
