package sqlkit

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
)

// Journal writes what happened: one audit row, one timeline entry a page, one
// outbox row, all in the running unit of work.
type Journal struct{ db *DB }

// NewJournal returns the journal of a database.
func NewJournal(db *DB) *Journal { return &Journal{db} }

// AuditRow is a row of the audit.
type AuditRow struct {
	ID          domain.ID
	At          time.Time
	ActorID     Ref
	ActorName   string
	Action      string
	SubjectKind string
	SubjectID   Ref
	Title       string
	Address     string
	RequestID   string
	Changes     Document[map[string]Change]
}

// TableName implements gorm's Tabler.
func (AuditRow) TableName() string { return "audit" }

// Change is one field's values as the audit keeps them.
type Change struct {
	Before any `json:"before,omitempty"`
	After  any `json:"after,omitempty"`
}

type timelineRow struct {
	ID          domain.ID
	SubjectKind string
	SubjectID   domain.ID
	At          time.Time
	OccurredOn  Date
	// OccurredPrecision says how well the day is known.
	OccurredPrecision string
	Action            string
	ActorID           Ref
	ActorName         string
	SourceKind        string
	SourceID          domain.ID
	SourceTitle       string
	Details           Document[map[string]any]
}

func (timelineRow) TableName() string { return "timeline" }

// OutboxRow is a row of the outbox: what other nodes and the dispatcher of notices
// read of a change.
type OutboxRow struct {
	ID          domain.ID
	At          time.Time
	Action      string
	SubjectKind string
	SubjectID   Ref
	ActorID     Ref
	ActorName   string
	Title       string
	Details     Document[map[string]any]
	Tell        Document[[]StoredRecipient]
	// Pending is true until notices were made of it.
	Pending bool `gorm:"column:untold"`
}

// TableName implements gorm's Tabler.
func (OutboxRow) TableName() string { return "outbox" }

// Record implements domain.Journal.
func (j *Journal) Record(ctx context.Context, actor domain.Actor, c domain.Change) error {
	now := j.db.Clock.Now()
	changes := map[string]Change{}
	for name, d := range domain.Differences(c.Before, c.After) {
		changes[name] = Change{d.Before, d.After}
	}
	audit := AuditRow{
		ID: j.db.IDs.New(), At: now, ActorID: Ref(actor.PersonID), ActorName: actor.Name, Action: c.Action,
		SubjectKind: c.Subject.Kind, SubjectID: Ref(c.Subject.ID), Title: c.Title,
		Address: actor.Address, RequestID: actor.RequestID, Changes: Document[map[string]Change]{changes},
	}
	tx := j.db.Write(ctx)
	if err := tx.Create(&audit).Error; err != nil {
		return fmt.Errorf("write audit of %s: %w", c.Action, err)
	}
	if c.Looked {
		return nil
	}
	out := NewOutboxRow(j.db.IDs.New(), now, actor, c)
	if err := tx.Create(&out).Error; err != nil {
		return fmt.Errorf("write outbox of %s: %w", c.Action, err)
	}
	if c.Quiet {
		return nil
	}
	rows := j.entries(actor, c, now, changes)
	if err := tx.Create(&rows).Error; err != nil {
		return fmt.Errorf("write timeline of %s: %w", c.Action, err)
	}
	return nil
}

// NewOutboxRow returns the outbox row of a change. It is pending only where
// somebody has to be notified: not where many rows are written at once, as by an
// import.
func NewOutboxRow(id domain.ID, now time.Time, actor domain.Actor, c domain.Change) OutboxRow {
	_, followed := notice.FollowerKind(c.Action)
	r := OutboxRow{ID: id, At: now, Action: c.Action, SubjectKind: c.Subject.Kind, SubjectID: Ref(c.Subject.ID),
		ActorID: Ref(actor.PersonID), ActorName: actor.Name,
		Details: Document[map[string]any]{map[string]any{}}, Tell: Document[[]StoredRecipient]{[]StoredRecipient{}}}
	if r.Pending = !actor.Bulk && !c.Subject.ID.IsZero() && (followed || len(c.Tell) > 0); !r.Pending {
		return r
	}
	r.Title, r.Tell.V = c.Title, append(r.Tell.V, EachOf(c.Tell, StoreRecipient)...)
	if c.Details != nil {
		r.Details.V = c.Details
	}
	return r
}

func (j *Journal) entries(actor domain.Actor, c domain.Change, now time.Time, changes map[string]Change) []timelineRow {
	details := map[string]any{}
	maps.Copy(details, c.Details)
	if c.Before != nil && c.After != nil && (c.Details == nil || strings.HasSuffix(c.Action, ".update")) {
		details["changes"] = changes
	}
	on := c.OccurredOn
	if on.IsZero() {
		on = domain.OnDay(domain.DateOf(now))
	}
	seen := map[domain.Ref]bool{}
	var rows []timelineRow
	for _, page := range append([]domain.Ref{c.Subject}, c.Links...) {
		if page.ID.IsZero() || seen[page] {
			continue
		}
		seen[page] = true
		rows = append(rows, timelineRow{
			ID: j.db.IDs.New(), SubjectKind: page.Kind, SubjectID: page.ID, At: now, OccurredOn: LastDay(on), OccurredPrecision: Precision(on),
			Action: c.Action, ActorID: Ref(actor.PersonID), ActorName: actor.Name,
			SourceKind: c.Subject.Kind, SourceID: c.Subject.ID, SourceTitle: c.Title,
			Details: Document[map[string]any]{details},
		})
	}
	return rows
}
