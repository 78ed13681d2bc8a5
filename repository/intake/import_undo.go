package intake

import (
	"context"
	"fmt"
	"time"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/repository/sqlkit"
)

// mostNamed bounds the changed records that a refusal names.
const mostNamed = 200

// ChangedSince implements intake.EffectStore: records whose version is no longer the
// one that the import left, and those on whose page something came later.
func (s *ImportStore) ChangedSince(ctx context.Context, i intake.Import) ([]intake.Effect, error) {
	var out []intake.Effect
	for _, kind := range []string{"project", "client", "enterprise", "lead", "visit", "organization"} {
		var rows []importEffectRow
		left := s.db.Read(ctx).Table("import_effects").Select("subject_kind, subject_id, max(title) AS title, max(version) AS version, "+
			"min(sheet_row) AS sheet_row, min(sheet) AS sheet").
			Where("import_id = ? AND subject_kind = ?", i.ID, kind).Group("subject_kind, subject_id")
		err := s.db.Read(ctx).Table("(?) AS e", left).Joins("JOIN "+versionedTables()[kind]+" AS t ON t.id = e.subject_id").Select("e.*").
			Where("t.version <> e.version OR EXISTS (SELECT 1 FROM timeline AS l WHERE l.subject_kind = e.subject_kind AND l.subject_id = "+
				"e.subject_id AND l.at > ?)", i.WrittenAt).
			Order("e.sheet_row").Limit(mostNamed).Scan(&rows).Error
		if err != nil {
			return nil, fmt.Errorf("find changed %ss: %w", kind, err)
		}
		out = append(out, sqlkit.Mapped(rows, importEffectRow.Entity)...)
	}
	return out, nil
}

// Withdraw implements intake.EffectStore. Projects keep their history, which is
// append-only, and are seen by nobody; other records go.
func (s *ImportStore) Withdraw(ctx context.Context, id domain.ID, at time.Time) error {
	made := func(kind string) string {
		return "(SELECT subject_id FROM import_effects WHERE import_id = @id AND outcome = 'created' AND subject_kind = '" + kind + "')"
	}
	steps := []string{
		"DELETE FROM timeline WHERE source_kind = 'note' AND source_id IN " + made("note"),
		"DELETE FROM visit_links WHERE visit_id IN " + made("visit"),
		"DELETE FROM visits WHERE id IN " + made("visit"),
		`UPDATE projects SET withdrawn_at = @at, name_key = '', client_id = NULL, lead_id = NULL, code = CAST(id AS text), version =
			version + 1 WHERE id IN ` + made("project"),
		"DELETE FROM leads WHERE id IN " + made("lead"),
		"DELETE FROM enterprises WHERE id IN " + made("enterprise"),
		"DELETE FROM contacts WHERE client_id IN " + made("client"),
		"DELETE FROM clients WHERE id IN " + made("client"),
		`DELETE FROM organizations WHERE id IN ` + made("organization") +
			` AND id NOT IN (SELECT organization_id FROM clients) AND id NOT IN (SELECT organization_id FROM enterprises)`,
	}
	for _, kind := range []string{"project", "client", "enterprise", "lead", "visit"} {
		steps = append(steps,
			"DELETE FROM assignments WHERE subject_kind = '"+kind+"' AND subject_id IN "+made(kind),
			"DELETE FROM follow_ups WHERE subject_kind = '"+kind+"' AND subject_id IN "+made(kind),
			"DELETE FROM timeline WHERE subject_kind = '"+kind+"' AND subject_id IN "+made(kind),
			"DELETE FROM timeline WHERE source_kind = '"+kind+"' AND source_id IN "+made(kind))
		if s.db.Dialect.Name() == "sqlite" {
			steps = append(steps, "DELETE FROM search_grams WHERE rowid IN (SELECT row_id FROM search_docs WHERE kind = '"+kind+"' AND id IN "+
				made(kind)+")")
		}
		steps = append(steps, "DELETE FROM search_docs WHERE kind = '"+kind+"' AND id IN "+made(kind))
	}
	for _, step := range steps {
		if err := s.db.Write(ctx).Exec(step, map[string]any{"id": id, "at": at}).Error; err != nil {
			return s.db.Translate(fmt.Errorf("withdraw: %w", err), nil)
		}
	}
	return nil
}

// HasNote implements intake.LedgerStore.
func (s *ImportStore) HasNote(ctx context.Context, project, note domain.ID) (bool, error) {
	var n int64
	err := s.db.Read(ctx).Table("timeline").Where("subject_kind = 'project' AND subject_id = ? AND source_kind = 'note' AND source_id = ?",
		project, note).Count(&n).Error
	return n > 0, err
}

// HasVoucher implements intake.LedgerStore.
func (s *ImportStore) HasVoucher(ctx context.Context, key string) (bool, error) {
	var n int64
	err := s.db.Read(ctx).Table("fund_vouchers").Where("voucher_key = ?", key).Count(&n).Error
	return n > 0, err
}
