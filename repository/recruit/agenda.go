// Package recruit stores leads, visits, follow-ups, and the agenda made of them.
package recruit

import (
	"context"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
	"sangu/repository/sqlkit"
)

type entryRow struct {
	ID                         domain.ID
	SubjectKind                string
	SubjectID                  domain.ID
	EntryOn                    sqlkit.Date
	At                         string
	Title, About, Place, Owner string
	Done                       bool
	Version                    int
}

// Entries implements recruit.AgendaStore.
func (s *AgendaStore) Entries(ctx context.Context, actor domain.Actor, f recruit.AgendaFilter, kind recruit.EntryKind) ([]recruit.Entry,
	error) {
	var rows []entryRow
	q, right := s.entriesOf(ctx, actor, f.Mine, kind)
	on := entryDay(kind)
	q = q.Where(on+" >= ? AND "+on+" <= ?", sqlkit.Date(f.From), sqlkit.Date(f.To)).Order(on + ", " + entryAlias(kind) + ".id").
		Limit(recruit.MaxAgendaEntries + 1)
	if err := q.Scan(&rows).Error; err != nil {
		return nil, err
	}
	movable, err := s.movable(ctx, actor, right, kind, rows)
	if err != nil {
		return nil, err
	}
	out := make([]recruit.Entry, len(rows))
	for i, r := range rows {
		out[i] = recruit.Entry{Kind: kind, ID: r.ID, Subject: domain.Ref{Kind: r.SubjectKind, ID: r.SubjectID}, On: domain.Date(r.EntryOn),
			At:    r.At,
			Title: r.Title, About: r.About, Place: r.Place, Owner: r.Owner, State: recruit.EntryOpen, Movable: !r.Done && movable[r.ID],
			Version: r.Version}
		if r.Done {
			out[i].State = recruit.EntryDone
		}
	}
	return out, nil
}

// entryDay is the column of a kind's day, entryAlias its table's alias.
func entryDay(kind recruit.EntryKind) string {
	switch kind {
	case recruit.VisitEntry:
		return "v.visit_on"
	case recruit.StepEntry:
		return "f.due_on"
	case recruit.LeadEntry:
		return "l.next_on"
	case recruit.ReviewEntry:
		return "p.review_on"
	default:
		// What is not named here is dealt with after the switch.
	}
	return "p." + string(kind)
}

func entryAlias(kind recruit.EntryKind) string { return entryDay(kind)[:1] }

// entriesOf is the scoped query of a kind, with the right that moves its day;
// none where nobody moves it here.
func (s *AgendaStore) entriesOf(ctx context.Context, actor domain.Actor, mine bool, kind recruit.EntryKind) (*gorm.DB, domain.Right) {
	db := s.db.Read(ctx)
	switch kind {
	case recruit.VisitEntry:
		q := sqlkit.InScope(db.Table("visits AS v"), actor, domain.SubjectVisit, "v").Where("v.state <> 'cancelled'")
		if mine {
			q = q.Where("(v.owner_id = ? OR v.leader_id = ?)", actor.PersonID, actor.PersonID)
		}
		return q.Joins("LEFT JOIN people AS o ON o.id = COALESCE(v.leader_id, v.owner_id)").
			Select(`v.id, 'visit' AS subject_kind, v.id AS subject_id, v.visit_on AS entry_on, v.starts_at AS at, v.company AS title,
				v.purpose AS about, v.place,
				COALESCE(o.name, '') AS owner, v.state = 'done' AS done, v.version`), org.VisitWrite
	case recruit.StepEntry:
		// A follow-up is its owner's own, whoever else sees its subject.
		return db.Table("follow_ups AS f").Where("f.owner_id = ? AND f.subject_id NOT IN (SELECT id FROM recycle_bin)", actor.PersonID).
			Select(`f.id, f.subject_kind, f.subject_id, f.due_on AS entry_on, '' AS at, f.title, f.about, '' AS place, ? AS owner, f.done_at
				IS NOT NULL AS done, f.version`, actor.Name), ""
	case recruit.LeadEntry:
		q := sqlkit.InScope(db.Table("leads AS l"), actor, domain.SubjectLead, "l").Where("l.state IN ('open', 'valid')")
		if mine {
			q = q.Where("l.owner_id = ?", actor.PersonID)
		}
		return q.Joins("LEFT JOIN people AS o ON o.id = l.owner_id").
			Select(`l.id, 'lead' AS subject_kind, l.id AS subject_id, l.next_on AS entry_on, '' AS at, CASE WHEN l.next_action <> '' THEN
				l.next_action ELSE l.subject END AS title,
				l.company AS about, '' AS place, COALESCE(o.name, '') AS owner, 1 = 0 AS done, l.version`), org.LeadWrite
	default:
		// What is not named here is dealt with after the switch.
	}
	q := sqlkit.InScope(db.Table("projects AS p"), actor, domain.SubjectProject, "p").
		Where("p.status NOT IN ?", []string{string(library.Lost), string(library.Terminated), string(library.Exited)})
	if mine {
		q = q.Where("(p.created_by = ? OR EXISTS (SELECT 1 FROM assignments AS a WHERE a.subject_kind = 'project' AND a.subject_id = p.id AND "+
			"a.person_id = ? AND a.to_on IS NULL))",
			actor.PersonID, actor.PersonID)
	}
	right := org.ProjectWrite
	if kind == recruit.ReviewEntry {
		q, right = q.Where("p.status = ?", string(library.Suspended)), ""
	}
	return q.Joins("LEFT JOIN units AS u ON u.id = p.responsible_unit_id").
		Select(`p.id, 'project' AS subject_kind, p.id AS subject_id, `+entryDay(kind)+
			` AS entry_on, '' AS at, p.name AS title, '' AS about, p.site AS place,
			COALESCE(u.name, '') AS owner, p.stage_rank >= ? AS done, p.version`, rankThatMeets(kind)), right
}

// rankThatMeets is the rank of the stage that meets a planned day; beyond all ranks
// where no stage does.
func rankThatMeets(kind recruit.EntryKind) int {
	switch kind {
	case recruit.StartEntry:
		return library.Started.Rank()
	case recruit.CompletionEntry:
		return library.Completed.Rank()
	case recruit.ProductionEntry:
		return library.InProduction.Rank()
	default:
		// What is not named here is dealt with after the switch.
	}
	return len(library.Stages())
}

// movable returns those rows that the actor's writing right reaches. A follow-up
// is its owner's to move; a review is set with the suspension.
func (s *AgendaStore) movable(ctx context.Context, actor domain.Actor, right domain.Right, kind recruit.EntryKind,
	rows []entryRow) (map[domain.ID]bool, error) {
	out := map[domain.ID]bool{}
	var ids []domain.ID
	for _, r := range rows {
		out[r.ID] = kind == recruit.StepEntry
		ids = append(ids, r.ID)
	}
	if right == "" || len(ids) == 0 {
		return out, nil
	}
	var reached []domain.ID
	subject := rows[0].SubjectKind
	err := sqlkit.InReach(s.db.Read(ctx).Table(sqlkit.Holdings(subject).Table+" AS x").Where("x.id IN ?", ids), actor.Reach(right), subject,
		"x").Pluck("x.id", &reached).Error
	for _, id := range reached {
		out[id] = true
	}
	return out, err
}

// AgendaStore reads the days that the records of one database name.
type AgendaStore struct{ db *sqlkit.DB }

// NewAgendaStore returns the store over db.
func NewAgendaStore(db *sqlkit.DB) *AgendaStore { return &AgendaStore{db: db} }
