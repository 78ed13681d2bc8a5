package repository

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

// NewJournal gives the journal of a database.
func NewJournal(db *DB) *Journal { return &Journal{db} }

type auditRow struct {
	ID          domain.ID
	At          time.Time
	ActorID     ref
	ActorName   string
	Action      string
	SubjectKind string
	SubjectID   ref
	Title       string
	Address     string
	RequestID   string
	Changes     document[map[string]change]
}

func (auditRow) TableName() string { return "audit" }

// change is one field's values as the audit keeps them.
type change struct {
	Before any `json:"before,omitempty"`
	After  any `json:"after,omitempty"`
}

type timelineRow struct {
	ID          domain.ID
	SubjectKind string
	SubjectID   domain.ID
	At          time.Time
	OccurredOn  date
	Action      string
	ActorID     ref
	ActorName   string
	SourceKind  string
	SourceID    domain.ID
	SourceTitle string
	Details     document[map[string]any]
}

func (timelineRow) TableName() string { return "timeline" }

type outboxRow struct {
	ID          domain.ID
	At          time.Time
	Action      string
	SubjectKind string
	SubjectID   ref
	ActorID     ref
	ActorName   string
	Title       string
	Details     document[map[string]any]
	Tell        document[[]storedTold]
	Untold      bool
}

func (outboxRow) TableName() string { return "outbox" }

// Record implements domain.Journal.
func (j *Journal) Record(ctx context.Context, actor domain.Actor, c domain.Change) error {
	now := j.db.clock.Now()
	changes := map[string]change{}
	for name, d := range domain.Differences(c.Before, c.After) {
		changes[name] = change{d.Before, d.After}
	}
	audit := auditRow{
		ID: j.db.ids.New(), At: now, ActorID: ref(actor.PersonID), ActorName: actor.Name, Action: c.Action,
		SubjectKind: c.Subject.Kind, SubjectID: ref(c.Subject.ID), Title: c.Title,
		Address: actor.Address, RequestID: actor.RequestID, Changes: document[map[string]change]{changes},
	}
	tx := j.db.write(ctx)
	if err := tx.Create(&audit).Error; err != nil {
		return fmt.Errorf("write audit of %s: %w", c.Action, err)
	}
	if c.Looked {
		return nil
	}
	out := outbox(j.db.ids.New(), now, actor, c)
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

// outbox is what goes out of a change. What nobody has to be told of, as each
// row of an import, is told already.
func outbox(id domain.ID, now time.Time, actor domain.Actor, c domain.Change) outboxRow {
	_, followed := notice.Followed(c.Action)
	r := outboxRow{ID: id, At: now, Action: c.Action, SubjectKind: c.Subject.Kind, SubjectID: ref(c.Subject.ID), ActorID: ref(actor.PersonID), ActorName: actor.Name,
		Details: document[map[string]any]{map[string]any{}}, Tell: document[[]storedTold]{[]storedTold{}}}
	if r.Untold = !actor.Bulk && !c.Subject.ID.IsZero() && (followed || len(c.Tell) > 0); !r.Untold {
		return r
	}
	r.Title, r.Tell.V = c.Title, append(r.Tell.V, eachOf(c.Tell, storeTold)...)
	if c.Details != nil {
		r.Details.V = c.Details
	}
	return r
}

func (j *Journal) entries(actor domain.Actor, c domain.Change, now time.Time, changes map[string]change) []timelineRow {
	details := map[string]any{}
	maps.Copy(details, c.Details)
	if c.Before != nil && c.After != nil && (c.Details == nil || strings.HasSuffix(c.Action, ".update")) {
		details["changes"] = changes
	}
	on := c.OccurredOn
	if on.IsZero() {
		on = domain.DateOf(now)
	}
	seen := map[domain.Ref]bool{}
	var rows []timelineRow
	for _, page := range append([]domain.Ref{c.Subject}, c.Links...) {
		if page.ID.IsZero() || seen[page] {
			continue
		}
		seen[page] = true
		rows = append(rows, timelineRow{
			ID: j.db.ids.New(), SubjectKind: page.Kind, SubjectID: page.ID, At: now, OccurredOn: date(on),
			Action: c.Action, ActorID: ref(actor.PersonID), ActorName: actor.Name,
			SourceKind: c.Subject.Kind, SourceID: c.Subject.ID, SourceTitle: c.Title,
			Details: document[map[string]any]{details},
		})
	}
	return rows
}
