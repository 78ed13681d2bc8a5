package intake

import (
	"context"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/repository/sqlkit"
)

type importEffectRow struct {
	ImportID    domain.ID
	Seq         int
	Sheet       string
	SheetRow    int
	Outcome     string
	SubjectKind string
	SubjectID   sqlkit.Ref
	Title       string
	Version     int
	Before      sqlkit.Document[StoredBefore]
	Events      sqlkit.List
	ParentID    sqlkit.Ref
	Findings    sqlkit.Document[[]sqlkit.StoredFieldError]
}

func (importEffectRow) TableName() string { return "import_effects" }

func (r importEffectRow) Entity() intake.Effect {
	e := intake.Effect{ImportID: r.ImportID, Seq: r.Seq, Sheet: r.Sheet, Row: r.SheetRow, Outcome: intake.Outcome(r.Outcome),
		Subject: domain.Ref{Kind: r.SubjectKind, ID: domain.ID(r.SubjectID)}, Title: r.Title, Version: r.Version, Before: r.Before.V.Entity(),
		ParentID: domain.ID(r.ParentID), Findings: sqlkit.EachOf(r.Findings.V, sqlkit.StoredFieldError.Entity)}
	for _, id := range r.Events {
		e.Events = append(e.Events, domain.ID(id))
	}
	return e
}

// AddEffects implements intake.EffectStore.
func (s *ImportStore) AddEffects(ctx context.Context, all []intake.Effect) error {
	if len(all) == 0 {
		return nil
	}
	rows := make([]importEffectRow, len(all))
	for i, e := range all {
		events := sqlkit.List{}
		for _, id := range e.Events {
			events = append(events, string(id))
		}
		rows[i] = importEffectRow{ImportID: e.ImportID, Seq: e.Seq, Sheet: e.Sheet, SheetRow: e.Row, Outcome: string(e.Outcome),
			SubjectKind: e.Subject.Kind, SubjectID: sqlkit.Ref(e.Subject.ID), Title: e.Title, Version: e.Version,
			Before: sqlkit.Document[StoredBefore]{V: StoreBefore(e.Before)}, Events: events, ParentID: sqlkit.Ref(e.ParentID),
			Findings: sqlkit.Document[[]sqlkit.StoredFieldError]{V: sqlkit.EachOf(e.Findings, sqlkit.StoreFieldError)}}
	}
	return s.db.Write(ctx).CreateInBatches(&rows, 200).Error
}

// Effects implements intake.EffectStore.
func (s *ImportStore) Effects(ctx context.Context, id domain.ID, only intake.Outcome) ([]intake.Effect, error) {
	q := s.db.Read(ctx).Where("import_id = ?", id)
	if only != "" {
		q = q.Where("outcome = ?", string(only))
	}
	var rows []importEffectRow
	err := q.Order("seq DESC").Find(&rows).Error
	return sqlkit.Mapped(rows, importEffectRow.Entity), err
}

// versionedTables are the tables of the kinds of records that have versions.
func versionedTables() map[string]string {
	return map[string]string{"project": "projects", "client": "clients", "enterprise": "enterprises", "lead": "leads", "visit": "visits",
		"organization": "organizations"}
}

// Versions implements intake.EffectStore.
func (s *ImportStore) Versions(ctx context.Context, kind string, ids []domain.ID) (map[domain.ID]int, error) {
	out := map[domain.ID]int{}
	table, ok := versionedTables()[kind]
	if !ok || len(ids) == 0 {
		return out, nil
	}
	var rows []struct {
		ID      domain.ID
		Version int
	}
	err := s.db.Read(ctx).Table(table).Select("id, version").Where("id IN ?", ids).Scan(&rows).Error
	for _, r := range rows {
		out[r.ID] = r.Version
	}
	return out, err
}

type importReadingRow struct {
	UnitID    domain.ID
	Signature string
	Reading   sqlkit.Document[StoredReading]
}

func (importReadingRow) TableName() string { return "import_readings" }

// Remembered implements intake.LedgerStore.
func (s *ImportStore) Remembered(ctx context.Context, unit domain.ID) (map[string]intake.Reading, error) {
	out := map[string]intake.Reading{}
	if unit.IsZero() {
		return out, nil
	}
	var rows []importReadingRow
	err := s.db.Read(ctx).Where("unit_id = ?", unit).Find(&rows).Error
	for _, r := range rows {
		out[r.Signature] = r.Reading.V.Entity()
	}
	return out, err
}

// Remember implements intake.LedgerStore.
func (s *ImportStore) Remember(ctx context.Context, unit domain.ID, signature string, r intake.Reading) error {
	return s.db.Write(ctx).Exec("INSERT INTO import_readings (unit_id, signature, reading) VALUES (?, ?, ?) ON CONFLICT (unit_id, "+
		"signature) DO UPDATE SET reading = excluded.reading",
		unit, signature, sqlkit.Document[StoredReading]{V: StoreReading(r)}).Error
}

// Known implements intake.LedgerStore: the keys by which the importer finds records.
func (s *ImportStore) Known(ctx context.Context, kind string) (map[string]bool, error) {
	const names = " JOIN organizations AS o ON o.id = x.organization_id"
	query, ok := map[string]string{
		"project": "SELECT name_key AS k FROM projects WHERE withdrawn_at IS NULL UNION ALL SELECT code FROM projects WHERE withdrawn_at " +
			"IS NULL AND code IS NOT NULL AND code <> ''",
		"lead": "SELECT company || '|' || subject AS k FROM leads WHERE withdrawn_at IS NULL",
		"client": "SELECT o.name AS k FROM clients AS x" + names +
			" WHERE x.withdrawn_at IS NULL UNION ALL SELECT o.credit_code FROM clients AS x" + names +
			" WHERE x.withdrawn_at IS NULL AND o.credit_code IS NOT NULL",
		"enterprise": "SELECT o.name AS k FROM enterprises AS x" + names +
			" WHERE x.withdrawn_at IS NULL UNION ALL SELECT o.credit_code FROM enterprises AS x" + names +
			" WHERE x.withdrawn_at IS NULL AND o.credit_code IS NOT NULL",
		"visit": "SELECT CAST(visit_on AS text) || '|' || company || '|' || COALESCE(CAST(leader_id AS text), '') AS k FROM visits WHERE " +
			"withdrawn_at IS NULL",
		"fund":    "SELECT voucher_key AS k FROM fund_vouchers",
		"problem": "SELECT DISTINCT CAST(source_id AS text) AS k FROM timeline WHERE source_kind = 'note'",
	}[kind]
	out := map[string]bool{}
	if !ok {
		return out, nil
	}
	var keys []string
	err := s.db.Read(ctx).Raw(query).Scan(&keys).Error
	for _, k := range keys {
		out[k] = true
	}
	return out, err
}

// Results implements intake.EffectStore.
func (s *ImportStore) Results(ctx context.Context, id domain.ID) ([]intake.Result, error) {
	var out []intake.Result
	err := s.db.Read(ctx).Table("(?) AS r", s.db.Read(ctx).Table("import_effects").
		Select("subject_kind, subject_id, min(CASE WHEN outcome = 'created' THEN 0 ELSE 1 END) AS made").
		Where("import_id = ? AND subject_kind <> '' AND subject_kind <> 'organization'", id).Group("subject_kind, subject_id")).
		Select("subject_kind AS kind, count(CASE WHEN made = 0 THEN 1 END) AS created, count(CASE WHEN made = 1 THEN 1 END) AS updated").
		Group("subject_kind").Order("subject_kind").Scan(&out).Error
	return out, err
}
