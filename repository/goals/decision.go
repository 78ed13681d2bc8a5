package goals

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

type decisionRow struct {
	ID        domain.ID
	Version   int
	SubjectID domain.ID
	Title     string
	Unit      string
	ByName    string
	OnDay     sqlkit.Date
	At        *time.Time
	What      string
	Amount    *int64
	Voucher   string
	Evidence  sqlkit.List
	Text      string
	Facts     sqlkit.Document[map[string]any]
}

func decided(q *gorm.DB, subject string, most int) ([]goals.Decision, error) {
	var rows []decisionRow
	err := q.Limit(most).Scan(&rows).Error
	return sqlkit.Mapped(rows, func(r decisionRow) goals.Decision {
		d := goals.Decision{ID: r.ID, Version: r.Version, Subject: domain.Ref{Kind: subject, ID: r.SubjectID}, Title: r.Title, Unit: r.Unit,
			By: r.ByName, On: domain.Date(r.OnDay),
			What: r.What, Amount: sqlkit.Amount[domain.Yuan](r.Amount), Voucher: r.Voucher, Text: r.Text, Facts: r.Facts.V}
		for _, id := range r.Evidence {
			d.Evidence = append(d.Evidence, domain.ID(id))
		}
		if r.At != nil {
			d.On = domain.DateOf(*r.At)
		}
		return d
	}), err
}

// notOwn leaves out what a verifier may not judge: figures of the own units, and
// what the verifier reported.
func notOwn(q *gorm.DB, by goals.Verifier, reporter string) *gorm.DB {
	q = q.Where("("+reporter+" IS NULL OR "+reporter+" <> ?)", by.PersonID)
	if len(by.Units) == 0 {
		return q
	}
	return q.Where("p.responsible_unit_id NOT IN ? AND (p.attracting_unit_id IS NULL OR p.attracting_unit_id NOT IN ?)", by.Units, by.Units)
}

// StagesWaiting implements goals.DecisionStore. Identifiers grow with time, so
// the order of keys is that in which claims came.
func (s *DecisionStore) StagesWaiting(ctx context.Context, actor domain.Actor, by goals.Verifier, stages []library.Stage,
	most int) ([]goals.Decision, error) {
	q := sqlkit.InScope(s.db.Read(ctx).Table("stage_events AS e").
		Joins("JOIN projects AS p ON p.id = e.project_id JOIN units AS u ON u.id = p.responsible_unit_id"), actor, domain.SubjectProject, "p").
		Where("e.code IN ? AND NOT e.void AND NOT EXISTS (SELECT 1 FROM stage_events AS c WHERE c.project_id = e.project_id AND c.corrects = "+
			"e.id)", stages).
		Where("NOT EXISTS (SELECT 1 FROM stage_verdicts AS v WHERE v.event_id = e.id AND (v.decided_by = ? OR NOT v.agrees))", by.PersonID).
		Where("(SELECT count(*) FROM stage_verdicts AS v WHERE v.event_id = e.id) < CASE WHEN e.code = ? THEN ? ELSE 1 END",
			string(library.Signed), pipeline.Confirmers(pipeline.Code(library.Signed)))
	for _, stage := range stages {
		q = q.Where("NOT (e.code = ? AND p.denied_stage IN ?)", string(stage), below(stage))
	}
	q = notOwn(q, by, "e.recorded_by").Order("e.id").
		Select("e.id, p.id AS subject_id, p.name AS title, u.name AS unit, e.by_name, e.occurred_on AS on_day, e.code AS what, CASE WHEN "+
			"e.code = ? THEN COALESCE(e.amount, p.signed_amount) END AS amount, e.note AS text", string(library.Signed))
	return decided(q, domain.SubjectProject, most)
}

// below returns the stages before a stage: while one of them is not recognised, the
// stage is not for anybody to decide.
func below(stage library.Stage) []string {
	var out []string
	for _, s := range library.Stages()[:stage.Rank()] {
		out = append(out, string(s))
	}
	return out
}

// FundsWaiting implements goals.DecisionStore.
func (s *DecisionStore) FundsWaiting(ctx context.Context, actor domain.Actor, by goals.Verifier, most int) ([]goals.Decision, error) {
	q := sqlkit.InScope(s.db.Read(ctx).Table("fund_entries AS e").
		Joins("JOIN projects AS p ON p.id = e.project_id JOIN units AS u ON u.id = p.responsible_unit_id"), actor, domain.SubjectProject, "p").
		Where("NOT e.void AND NOT EXISTS (SELECT 1 FROM fund_entries AS c WHERE c.corrects = e.id) AND NOT EXISTS (SELECT 1 FROM " +
			"fund_verdicts AS v WHERE v.entry_id = e.id)")
	q = notOwn(q, by, "e.reported_by").Order("e.id").
		Select("e.id, p.id AS subject_id, p.name AS title, u.name AS unit, e.by_name, e.paid_on AS on_day, e.category AS what, e.amount, " +
			"e.voucher, e.evidence, e.note AS text")
	return decided(q, domain.SubjectProject, most)
}

// LeadsWaiting implements goals.DecisionStore.
func (s *DecisionStore) LeadsWaiting(ctx context.Context, actor domain.Actor, within domain.Reach, most int) ([]goals.Decision, error) {
	q := sqlkit.InScope(s.db.Read(ctx).Table("leads AS l").
		Joins("LEFT JOIN units AS u ON u.id = l.unit_id LEFT JOIN people AS o ON o.id = l.owner_id"), actor, domain.SubjectLead, "l")
	q = sqlkit.InReach(q, within, domain.SubjectLead, "l").Where("l.state = 'open'").Order("l.received_at, l.id").
		Select("l.id, l.version, l.id AS subject_id, l.company AS title, COALESCE(u.name, '') AS unit, COALESCE(o.name, '') AS by_name, " +
			"l.reported_on AS on_day, l.channel AS what, l.amount, l.subject AS text")
	return decided(q, domain.SubjectLead, most)
}

// SuspicionsWaiting implements goals.DecisionStore.
func (s *DecisionStore) SuspicionsWaiting(ctx context.Context, actor domain.Actor, within domain.Reach, state string,
	most int) ([]goals.Decision, error) {
	q := sqlkit.InReach(NewSuspicionStore(s.db).suspicions(ctx, actor), within, domain.SubjectProject, "p").Where("s.state = ?", state).
		Order("s.found_on, s.id").
		Select("s.id, s.version, p.id AS subject_id, p.name AS title, u.name AS unit, s.answered_by AS by_name, s.found_on AS on_day, " +
			"s.answered_at AS at, s.kind AS what, s.answer AS text, s.evidence AS facts")
	return decided(q, domain.SubjectProject, most)
}

// DecisionStore reads what waits for a decision.
type DecisionStore struct{ db *sqlkit.DB }

// NewDecisionStore returns the store over db.
func NewDecisionStore(db *sqlkit.DB) *DecisionStore { return &DecisionStore{db: db} }
