package library

import (
	"context"
	"mime/multipart"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type subjectIn struct {
	Kind string    `query:"subject_kind" validate:"required,oneof=project client enterprise lead visit" required:"true"`
	ID   domain.ID `query:"subject_id" validate:"required" required:"true"`
}

func (s subjectIn) ref() domain.Ref { return domain.Ref{Kind: s.Kind, ID: s.ID} }

type attachmentOut struct {
	ID         domain.ID   `json:"id" required:"true"`
	Kind       string      `json:"kind" required:"true"`
	Name       string      `json:"name" required:"true"`
	MediaType  string      `json:"media_type" required:"true"`
	Size       int64       `json:"size" required:"true"`
	SHA256     string      `json:"sha256" required:"true"`
	DatedOn    domain.Date `json:"dated_on,omitzero"`
	TakenOn    domain.Date `json:"taken_on,omitzero" description:"the day that the picture itself says"`
	Latitude   *float64    `json:"latitude,omitempty" description:"where the picture says it was taken, in degrees"`
	Longitude  *float64    `json:"longitude,omitempty"`
	ByName     string      `json:"by_name" required:"true"`
	UploadedAt time.Time   `json:"uploaded_at" required:"true"`
	Copies     int         `json:"copies" required:"true" description:"other records that carry the same file"`
}

func attachmentFrom(x library.Attachment) attachmentOut {
	out := attachmentOut{ID: x.ID, Kind: x.Kind, Name: x.Name, MediaType: x.MediaType, Size: x.Size, SHA256: x.SHA256, DatedOn: x.DatedOn,
		TakenOn: x.Photo.TakenOn, ByName: x.ByName, UploadedAt: x.UploadedAt, Copies: x.Copies}
	if p := x.Photo.Place; p != nil {
		out.Latitude, out.Longitude = &p.Latitude, &p.Longitude
	}
	return out
}

type attachmentsOut struct {
	Items []attachmentOut `json:"items" required:"true"`
}

// ListAttachments serves the files on a record.
func (a *API) ListAttachments(ctx context.Context, actor domain.Actor, in subjectIn) (attachmentsOut, error) {
	all, err := a.Attachments.List(ctx, actor, in.ref())
	return attachmentsOut{kit.Each(all, attachmentFrom)}, err
}

type attachIn struct {
	SubjectKind string                `formData:"subject_kind" validate:"required,oneof=project client enterprise lead visit"`
	SubjectID   domain.ID             `formData:"subject_id" validate:"required"`
	ID          domain.ID             `formData:"id"`
	Kind        string                `formData:"kind" validate:"required,max=40"`
	DatedOn     domain.Date           `formData:"dated_on"`
	File        *multipart.FileHeader `formData:"file" validate:"required"`
}

// AttachFile puts a file on a record; the same ID again is answered as the first time.
func (a *API) AttachFile(ctx context.Context, actor domain.Actor, in attachIn) (attachmentOut, error) {
	body, err := kit.ReadUpload(in.File)
	if err != nil {
		return attachmentOut{}, err
	}
	x, err := a.Attachments.Attach(ctx, actor, library.NewAttachment{ID: in.ID, Subject: domain.Ref{Kind: in.SubjectKind, ID: in.SubjectID},
		Kind: in.Kind, Name: in.File.Filename, DatedOn: in.DatedOn, Body: body})
	return attachmentFrom(x), err
}

// DownloadAttachment serves the bytes of a file.
func (a *API) DownloadAttachment(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.FileOut, error) {
	x, body, err := a.Attachments.Open(ctx, actor, in.ID)
	return kit.FileOut{Name: x.Name, Media: x.MediaType, Body: body}, err
}

// RemoveAttachment takes a file off its record.
func (a *API) RemoveAttachment(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.NoContent, error) {
	return kit.NoContent{}, a.Attachments.Remove(ctx, actor, in.ID)
}
