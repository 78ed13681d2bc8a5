package library

import (
	"context"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

type binItemRow struct {
	Row sqlkit.BinRow `gorm:"embedded"`
	sqlkit.Keyed
}

// BinRecord implements library.BinStore.
func (s *BinStore) BinRecord(ctx context.Context, actor domain.Actor, subject domain.Ref) (library.BinRecord, error) {
	made := "x.created_at"
	if subject.Kind == domain.SubjectLead {
		made = "x.received_at"
	}
	var r struct {
		CreatedBy sqlkit.Ref
		MadeAt    time.Time
		Version   int
	}
	q := s.db.Read(ctx).Table(sqlkit.Holdings(subject.Kind).Table+" AS x").Select("x.created_by, "+made+" AS made_at, x.version").
		Where("x.id = ?", subject.ID)
	if err := sqlkit.Take(sqlkit.InScope(q, actor, subject.Kind, "x"), &r, subject.Kind); err != nil {
		return library.BinRecord{}, err
	}
	title, err := sqlkit.NewSubjectStore(s.db).TitleOf(ctx, subject)
	return library.BinRecord{Title: title, Maker: domain.ID(r.CreatedBy), MadeAt: r.MadeAt.UTC(), Version: r.Version}, err
}

// Dependents implements library.BinStore.
func (s *BinStore) Dependents(ctx context.Context, subject domain.Ref) (string, int, error) {
	type need struct{ code, query string }
	needs := map[string][]need{
		domain.SubjectClient: {{"bin.client_has_projects", "SELECT count(*) FROM projects WHERE client_id = @id AND withdrawn_at IS NULL"}},
		domain.SubjectLead:   {{"lead.converted", "SELECT count(*) FROM leads WHERE id = @id AND state = 'converted'"}},
		domain.SubjectProject: {
			{"bin.project_in_bulletin", "SELECT count(DISTINCT b.id) FROM bulletins AS b JOIN stage_events AS e ON e.recorded_at <= b.as_of AND " +
				"e.occurred_on <= b.effective_on WHERE e.project_id = @id AND e.code = @signed AND NOT e.void"},
			{"bin.project_has_funds", "SELECT count(*) FROM fund_vouchers AS v JOIN fund_entries AS e ON e.id = v.entry_id WHERE e.project_id = " +
				"@id"},
		},
	}
	for _, n := range needs[subject.Kind] {
		var count int
		err := s.db.Read(ctx).Raw(n.query, map[string]any{"id": subject.ID, "signed": string(pipeline.Code(library.Signed))}).Scan(&count).Error
		if err != nil || count > 0 {
			return n.code, count, err
		}
	}
	return "", 0, nil
}

// Withdraw implements library.BinStore.
func (s *BinStore) Withdraw(ctx context.Context, w domain.Withdrawn, version int) error {
	table, column := sqlkit.WithdrawnColumn(w.Kind)
	if err := s.db.Update(ctx, table, w.ID, version, map[string]any{column: w.At}, nil); err != nil {
		return err
	}
	return s.db.Binned(ctx, w)
}

// bin returns the query of what the actor may put back: what the right to withdraw
// reaches, by the record or the one it belongs to, and what the actor took away.
func (s *BinStore) bin(ctx context.Context, actor domain.Actor) *gorm.DB {
	reach := actor.Reach(org.RecordWithdraw)
	ways, args := []string{"b.withdrawn_by = ?"}, []any{actor.PersonID}
	for _, kind := range []string{domain.SubjectProject, domain.SubjectClient, domain.SubjectEnterprise, domain.SubjectLead,
		domain.SubjectVisit} {
		over := sqlkit.Reached(s.db.Read(ctx).Table(sqlkit.Holdings(kind).Table+" AS x").Select("1").
			Where("x.id = COALESCE(b.parent_id, b.id)"), reach, kind, "x")
		ways = append(ways, "(b.kind = '"+kind+"' OR b.parent_kind = '"+kind+"') AND EXISTS (?)")
		args = append(args, over)
	}
	return s.db.Read(ctx).Table("recycle_bin AS b").Where("("+strings.Join(ways, " OR ")+")", args...)
}

// Bin implements library.BinStore.
func (s *BinStore) Bin(ctx context.Context, actor domain.Actor, kinds []string, p domain.Page) (domain.Slice[domain.Withdrawn], error) {
	rows, page, err := sqlkit.PageOf[binItemRow](sqlkit.WhereIn(s.bin(ctx, actor), "b.kind", kinds), "b", "b.*",
		sqlkit.Sorts{"withdrawn_at": "b.withdrawn_at"}, "-withdrawn_at", p)
	if err != nil {
		return domain.Slice[domain.Withdrawn]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r binItemRow) domain.Withdrawn { return r.Row.Entity() }), nil
}

// Withdrawn implements library.BinStore.
func (s *BinStore) Withdrawn(ctx context.Context, actor domain.Actor, id domain.ID) (domain.Withdrawn, error) {
	var r sqlkit.BinRow
	err := sqlkit.Take(s.bin(ctx, actor).Select("b.*").Where("b.id = ?", id), &r, "bin")
	return r.Entity(), err
}

// Restore implements library.BinStore.
func (s *BinStore) Restore(ctx context.Context, w domain.Withdrawn) error {
	if err := s.belongs(ctx, w); err != nil {
		return err
	}
	table, column := sqlkit.WithdrawnColumn(w.Kind)
	set := map[string]any{column: nil}
	if w.Kind != domain.SubjectAttachment {
		set["version"] = gorm.Expr("version + 1")
	}
	code := map[string]string{domain.SubjectProject: "bin.code_taken", domain.SubjectClient: "client.exists",
		domain.SubjectEnterprise: "enterprise.exists", domain.SubjectView: "bin.name_taken"}[w.Kind]
	res := s.db.Write(ctx).Table(table).Where("id = ? AND "+column+" IS NOT NULL", w.ID).Updates(set)
	if _, taken := s.db.Dialect.UniqueViolation(res.Error); taken && code != "" {
		return domain.Conflict(code)
	}
	if res.Error != nil || res.RowsAffected == 0 {
		return orGone(s.db.Translate(res.Error, nil))
	}
	return s.db.Write(ctx).Where("id = ?", w.ID).Delete(&sqlkit.BinRow{}).Error
}

func orGone(err error) error {
	if err != nil {
		return err
	}
	return domain.NotFound("bin")
}

// belongs returns a KindConflict error if the record that w belongs to is away itself.
func (s *BinStore) belongs(ctx context.Context, w domain.Withdrawn) error {
	id := w.Parent.ID
	if w.Kind == domain.SubjectProject {
		var p struct{ ClientID sqlkit.Ref }
		if err := s.db.Read(ctx).Table("projects").Select("client_id").Where("id = ?", w.ID).Take(&p).Error; err != nil {
			return err
		}
		id = domain.ID(p.ClientID)
	}
	if id.IsZero() {
		return nil
	}
	var away int64
	err := s.db.Read(ctx).Table("recycle_bin").Where("id = ?", id).Count(&away).Error
	if err == nil && away > 0 {
		return domain.Conflict("bin.parent_away")
	}
	return err
}

// Purge implements library.BinStore. The audit keeps its rows.
func (s *BinStore) Purge(ctx context.Context, w domain.Withdrawn) error {
	table, _ := sqlkit.WithdrawnColumn(w.Kind)
	steps := []string{}
	if sqlkit.Holdings(w.Kind).Table != "" {
		for _, of := range []string{"assignments", "follow_ups", "timeline", "attachments", "watches", "notices", "visit_links"} {
			steps = append(steps, "DELETE FROM "+of+" WHERE subject_kind = @kind AND subject_id = @id")
		}
		if s.db.Dialect.Name() == "sqlite" {
			steps = append(steps, "DELETE FROM search_grams WHERE rowid IN (SELECT row_id FROM search_docs WHERE kind = @kind AND id = @id)")
		}
		steps = append(steps, "DELETE FROM search_docs WHERE kind = @kind AND id = @id",
			"DELETE FROM recycle_bin WHERE parent_kind = @kind AND parent_id = @id")
	}
	switch w.Kind {
	case domain.SubjectClient:
		steps = append(steps, "DELETE FROM contacts WHERE client_id = @id")
	case domain.SubjectVisit:
		steps = append(steps, "DELETE FROM visit_links WHERE visit_id = @id")
	}
	steps = append(steps, "DELETE FROM recycle_bin WHERE id = @id", "DELETE FROM "+table+" WHERE id = @id")
	for _, step := range steps {
		err := s.db.Write(ctx).Exec(step, map[string]any{"id": w.ID, "kind": w.Kind}).Error
		if s.db.Dialect.ForeignKeyViolation(err) {
			return domain.Conflict("bin.still_needed")
		}
		if err != nil {
			return fmt.Errorf("purge: %w", err)
		}
	}
	return nil
}

// BinStore takes records away, puts them back and purges them.
type BinStore struct{ db *sqlkit.DB }

// NewBinStore returns the store over db.
func NewBinStore(db *sqlkit.DB) *BinStore { return &BinStore{db: db} }
