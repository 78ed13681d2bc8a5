package sqlkit

import (
	"context"
	"sangu/domain"
	"time"
)

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

func (BinRow) TableName() string { return "recycle_bin" }

func (r BinRow) Entity() domain.Withdrawn {
	return domain.Withdrawn{Ref: domain.Ref{Kind: r.Kind, ID: r.ID}, Title: r.Title,
		Parent: domain.Ref{Kind: r.ParentKind, ID: domain.ID(r.ParentID)}, Reason: r.Reason,
		By: r.WithdrawnBy, ByName: r.ByName, At: r.WithdrawnAt.UTC()}
}

// Binned notes that something was taken away, within the unit that takes it.
func (db *DB) Binned(ctx context.Context, w domain.Withdrawn) error {
	return db.Insert(ctx, &BinRow{ID: w.ID, Kind: w.Kind, Title: w.Title, ParentKind: w.Parent.Kind, ParentID: Ref(w.Parent.ID),
		Reason: w.Reason, WithdrawnBy: w.By, ByName: w.ByName, WithdrawnAt: w.At}, nil)
}

// WithdrawnColumn is the table of a kind and the column that marks a row as away.
func WithdrawnColumn(kind string) (table, column string) {
	switch kind {
	case domain.SubjectContact, domain.SubjectView:
		return kind + "s", "withdrawn_at"
	case domain.SubjectAttachment:
		return "attachments", "removed_at"
	}
	return Holdings(kind).Table, "withdrawn_at"
}
