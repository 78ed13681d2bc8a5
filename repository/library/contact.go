package library

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

type contactRow struct {
	ID        domain.ID
	ClientID  domain.ID
	Name      string
	Title     string
	WorkPhone string
	WorkEmail string
	Note      string
	CreatedAt time.Time
	Version   int
}

func (contactRow) TableName() string { return "contacts" }

func (r contactRow) Entity() library.Contact {
	return library.Contact{ID: r.ID, ClientID: r.ClientID, Name: r.Name, Title: r.Title, WorkPhone: r.WorkPhone, WorkEmail: r.WorkEmail,
		Note: r.Note, CreatedAt: r.CreatedAt.UTC(), Version: r.Version}
}

func (s *ContactStore) contacts(ctx context.Context, client domain.ID) ([]library.Contact, error) {
	var rows []contactRow
	err := s.db.Read(ctx).Where("client_id = ? AND withdrawn_at IS NULL", client).Order("created_at, id").Find(&rows).Error
	out := make([]library.Contact, len(rows))
	for i, r := range rows {
		out[i] = r.Entity()
	}
	return out, err
}

// Contact implements library.ContactStore.
func (s *ContactStore) Contact(ctx context.Context, id domain.ID) (library.Contact, error) {
	var r contactRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ? AND withdrawn_at IS NULL", id), &r, domain.SubjectContact)
	return r.Entity(), err
}

// AddContact implements library.ContactStore.
func (s *ContactStore) AddContact(ctx context.Context, k library.Contact) error {
	row := contactRow{ID: k.ID, ClientID: k.ClientID, Name: k.Name, Title: k.Title, WorkPhone: k.WorkPhone, WorkEmail: k.WorkEmail,
		Note: k.Note, CreatedAt: k.CreatedAt, Version: k.Version}
	return s.db.Insert(ctx, &row, nil)
}

// SaveContact implements library.ContactStore.
func (s *ContactStore) SaveContact(ctx context.Context, k library.Contact) error {
	return s.db.Update(ctx, "contacts", k.ID, k.Version, map[string]any{"name": k.Name, "title": k.Title, "work_phone": k.WorkPhone,
		"work_email": k.WorkEmail, "note": k.Note}, nil)
}

// RemoveContact implements library.ContactStore.
func (s *ContactStore) RemoveContact(ctx context.Context, k library.Contact, w domain.Withdrawn) error {
	if err := s.db.Update(ctx, "contacts", k.ID, k.Version, map[string]any{"withdrawn_at": w.At}, nil); err != nil {
		return err
	}
	return s.db.Binned(ctx, w)
}

type contactItemRow struct {
	Row        contactRow `gorm:"embedded"`
	ClientName string
	sqlkit.Keyed
}

// Contacts implements library.ContactStore: within the clients in scope.
func (s *ContactStore) Contacts(ctx context.Context, actor domain.Actor, f library.ContactFilter,
	p domain.Page) (domain.Slice[library.ContactItem], error) {
	k := s.db.Read(ctx).Table("contacts AS k").Joins("JOIN clients AS c ON c.id = k.client_id")
	q := sqlkit.InScope(k, actor, domain.SubjectClient, "c").Where("k.withdrawn_at IS NULL")
	q = sqlkit.WhereEq(q, "k.client_id", f.ClientID)
	if f.Query != "" {
		q = q.Where(s.db.Dialect.Contains("k.name"), f.Query)
	}
	rows, page, err := sqlkit.PageOfJoined[contactItemRow](q, "k", "k.*, o.name AS client_name",
		"JOIN organizations AS o ON o.id = c.organization_id",
		sqlkit.Sorts{"name": sqlkit.ByText + "k.name", "created_at": "k.created_at"}, "name", p)
	if err != nil {
		return domain.Slice[library.ContactItem]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r contactItemRow) library.ContactItem {
		return library.ContactItem{Contact: r.Row.Entity(), ClientName: r.ClientName}
	}), nil
}

// ContactStore stores the people at clients.
type ContactStore struct{ db *sqlkit.DB }

// NewContactStore returns the store over db.
func NewContactStore(db *sqlkit.DB) *ContactStore { return &ContactStore{db: db} }
