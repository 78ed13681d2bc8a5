package library

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

type attachmentRow struct {
	ID          domain.ID
	SubjectKind string
	SubjectID   domain.ID
	Kind        string
	Name        string
	MediaType   string
	Size        int64
	SHA256      string `gorm:"column:sha256"`
	DatedOn     sqlkit.Date
	TakenOn     sqlkit.Date
	Latitude    *float64
	Longitude   *float64
	UploadedBy  domain.ID
	UploadedAt  time.Time
	RemovedAt   *time.Time
}

func (attachmentRow) TableName() string { return "attachments" }

type attachmentViewRow struct {
	Row    attachmentRow `gorm:"embedded"`
	ByName string
	Copies int
}

type blobRow struct {
	SHA256 string `gorm:"column:sha256"`
	Bytes  []byte
}

func (blobRow) TableName() string { return "blobs" }

func (v attachmentViewRow) Entity() library.Attachment {
	r := v.Row
	return library.Attachment{ID: r.ID, Subject: domain.Ref{Kind: r.SubjectKind, ID: r.SubjectID}, Kind: r.Kind, Name: r.Name,
		MediaType: r.MediaType, Size: r.Size,
		SHA256: r.SHA256, DatedOn: domain.Date(r.DatedOn), Photo: Photo(r.TakenOn, r.Latitude, r.Longitude), UploadedBy: r.UploadedBy,
		ByName: v.ByName, UploadedAt: r.UploadedAt.UTC(), Copies: v.Copies}
}

// Photo returns what a picture says of itself; a place needs both degrees.
func Photo(on sqlkit.Date, latitude, longitude *float64) library.Photo {
	p := library.Photo{TakenOn: domain.Date(on)}
	if latitude != nil && longitude != nil {
		p.Place = &library.Place{Latitude: *latitude, Longitude: *longitude}
	}
	return p
}

const attachmentColumns = `a.*, p.name AS by_name,
	(SELECT count(*) FROM attachments AS b WHERE b.sha256 = a.sha256 AND b.id <> a.id AND b.removed_at IS NULL) AS copies`

// Attachment implements library.AttachmentStore.
func (s *AttachmentStore) Attachment(ctx context.Context, id domain.ID) (library.Attachment, error) {
	var v attachmentViewRow
	q := s.db.Read(ctx).Table("attachments AS a").Joins("JOIN people AS p ON p.id = a.uploaded_by").Select(attachmentColumns)
	err := sqlkit.Take(q.Where("a.id = ? AND a.removed_at IS NULL", id), &v, domain.SubjectAttachment)
	return v.Entity(), err
}

// Attachments implements library.AttachmentStore: newest first.
func (s *AttachmentStore) Attachments(ctx context.Context, subject domain.Ref) ([]library.Attachment, error) {
	var rows []attachmentViewRow
	err := s.db.Read(ctx).Table("attachments AS a").Joins("JOIN people AS p ON p.id = a.uploaded_by").Select(attachmentColumns).
		Where("a.subject_kind = ? AND a.subject_id = ? AND a.removed_at IS NULL", subject.Kind, subject.ID).Order("a.id DESC").
		Limit(domain.MaxPage).Scan(&rows).Error
	out := make([]library.Attachment, len(rows))
	for i, v := range rows {
		out[i] = v.Entity()
	}
	return out, err
}

// AddAttachment implements library.AttachmentStore.
func (s *AttachmentStore) AddAttachment(ctx context.Context, a library.Attachment, body []byte) error {
	var there int64
	if err := s.db.Write(ctx).Table("blobs").Where("sha256 = ?", a.SHA256).Count(&there).Error; err != nil {
		return err
	}
	if there == 0 {
		if err := s.db.Write(ctx).Create(&blobRow{a.SHA256, body}).Error; err != nil {
			return err
		}
	}
	row := attachmentRow{ID: a.ID, SubjectKind: a.Subject.Kind, SubjectID: a.Subject.ID, Kind: a.Kind, Name: a.Name, MediaType: a.MediaType,
		Size: a.Size, SHA256: a.SHA256, DatedOn: sqlkit.Date(a.DatedOn), TakenOn: sqlkit.Date(a.Photo.TakenOn), Latitude: nil, Longitude: nil,
		UploadedBy: a.UploadedBy, UploadedAt: a.UploadedAt, RemovedAt: nil}
	if p := a.Photo.Place; p != nil {
		row.Latitude, row.Longitude = &p.Latitude, &p.Longitude
	}
	return s.db.Insert(ctx, &row, nil)
}

// RemoveAttachment implements library.AttachmentStore.
func (s *AttachmentStore) RemoveAttachment(ctx context.Context, w domain.Withdrawn) error {
	if err := s.db.Write(ctx).Table("attachments").Where("id = ? AND removed_at IS NULL", w.ID).Update("removed_at", w.At).Error; err != nil {
		return err
	}
	return s.db.Binned(ctx, w)
}

// Body implements library.AttachmentStore.
func (s *AttachmentStore) Body(ctx context.Context, sha256 string) ([]byte, error) {
	var b blobRow
	err := sqlkit.Take(s.db.Read(ctx).Where("sha256 = ?", sha256), &b, domain.SubjectAttachment)
	return b.Bytes, err
}

// AttachmentIDs implements pipeline.Store.
func (s *AttachmentStore) AttachmentIDs(ctx context.Context, project domain.ID) ([]domain.ID, error) {
	var ids []domain.ID
	err := s.db.Read(ctx).Table("attachments").Where("subject_kind = 'project' AND subject_id = ? AND removed_at IS NULL", project).
		Pluck("id", &ids).Error
	return ids, err
}

// AttachmentStore stores files and their bytes.
type AttachmentStore struct{ db *sqlkit.DB }

// NewAttachmentStore returns the store over db.
func NewAttachmentStore(db *sqlkit.DB) *AttachmentStore { return &AttachmentStore{db: db} }
