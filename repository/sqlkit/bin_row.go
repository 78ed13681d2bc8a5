package sqlkit

import (
	"context"
	"sangu/domain"
	"time"
)

// BinRow is a row of the recycle bin.
type BinRow struct {
	ID          domain.ID
	Kind        string
	Title       string
	ParentKind  string
	ParentID    Ref
	Reason      string
	WithdrawnBy domain.ID
	ByName      string
	WithdrawnAt time.Time
}

// TableName implements gorm's Tabler.
func (BinRow) TableName() string { return "recycle_bin" }

// Entity returns the row as the domain knows it.
func (r BinRow) Entity() domain.Withdrawn {
	return domain.Withdrawn{Ref: domain.Ref{Kind: r.Kind, ID: r.ID}, Title: r.Title,
		Parent: domain.Ref{Kind: r.ParentKind, ID: domain.ID(r.ParentID)}, Reason: r.Reason,
		By: r.WithdrawnBy, ByName: r.ByName, At: r.WithdrawnAt.UTC()}
}

// Binned adds a record to the recycle bin, within the unit of work that takes it
// away.
func (db *DB) Binned(ctx context.Context, w domain.Withdrawn) error {
	return db.Insert(ctx, &BinRow{ID: w.ID, Kind: w.Kind, Title: w.Title, ParentKind: w.Parent.Kind, ParentID: Ref(w.Parent.ID),
		Reason: w.Reason, WithdrawnBy: w.By, ByName: w.ByName, WithdrawnAt: w.At}, nil)
}

// WithdrawnColumn returns the table of a kind and the column that marks its rows
// as taken away.
func WithdrawnColumn(kind string) (table, column string) {
	switch kind {
	case domain.SubjectContact, domain.SubjectView:
		return kind + "s", "withdrawn_at"
	case domain.SubjectAttachment:
		return "attachments", "removed_at"
	}
	return Holdings(kind).Table, "withdrawn_at"
}
