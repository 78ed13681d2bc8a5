package repository

import (
	"context"
	"sangu/domain"
	"time"
)

type binRow struct {
	ID          domain.ID
	Kind        string
	Title       string
	ParentKind  string
	ParentID    ref
	Reason      string
	WithdrawnBy domain.ID
	ByName      string
	WithdrawnAt time.Time
}

func (binRow) TableName() string { return "recycle_bin" }

func (r binRow) entity() domain.Withdrawn {
	return domain.Withdrawn{Ref: domain.Ref{Kind: r.Kind, ID: r.ID}, Title: r.Title, Parent: domain.Ref{Kind: r.ParentKind, ID: domain.ID(r.ParentID)}, Reason: r.Reason,
		By: r.WithdrawnBy, ByName: r.ByName, At: r.WithdrawnAt.UTC()}
}

// binned notes that something was taken away, within the unit that takes it.
func (db *DB) binned(ctx context.Context, w domain.Withdrawn) error {
	return db.insert(ctx, &binRow{w.ID, w.Kind, w.Title, w.Parent.Kind, ref(w.Parent.ID), w.Reason, w.By, w.ByName, w.At}, nil)
}

// withdrawnColumn is the table of a kind and the column that marks a row as away.
func withdrawnColumn(kind string) (table, column string) {
	switch kind {
	case "contact", "view":
		return kind + "s", "withdrawn_at"
	case "attachment":
		return "attachments", "removed_at"
	}
	return holdings(kind).table, "withdrawn_at"
}
