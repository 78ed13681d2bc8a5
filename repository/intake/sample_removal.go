package intake

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/intake"
)

// sampleOf is the rows of one kind that the sample made, as a subquery.
func sampleOf(kind string) string {
	return "(SELECT subject_id FROM sample_rows WHERE subject_kind = '" + kind + "')"
}

// standOn are the columns by which records that people made stand on records of
// the sample. What is stood on is told of, and stays when the sample goes.
func standOn(kind string) []string {
	columns := map[string][]string{
		"unit": {"projects.responsible_unit_id", "projects.attracting_unit_id", "projects.host_unit_id", "leads.unit_id", "visits.unit_id",
			"clients.unit_id",
			"enterprises.unit_id", "enterprises.host_unit_id", "units.parent_id"},
		"person":       {"leads.owner_id", "visits.owner_id", "visits.leader_id", "clients.owner_id"},
		"client":       {"projects.client_id", "leads.client_id"},
		"lead":         {"projects.lead_id"},
		"organization": {"clients.organization_id", "enterprises.organization_id"},
	}
	var out []string
	for _, c := range columns[kind] {
		table, column, _ := strings.Cut(c, ".")
		own := map[string]string{"projects": "project", "leads": "lead", "visits": "visit", "clients": "client", "enterprises": "enterprise",
			"units": "unit"}[table]
		where := column + " IS NOT NULL AND id NOT IN " + sampleOf(own)
		if table == "projects" || table == "units" {
			where += " AND withdrawn_at IS NULL"
		}
		out = append(out, "SELECT "+column+" FROM "+table+" WHERE "+where)
	}
	switch kind {
	case domain.SubjectUnit:
		out = append(out, "SELECT unit_id FROM posts WHERE person_id NOT IN "+sampleOf("person"))
	case domain.SubjectPerson:
		out = append(out, "SELECT person_id FROM posts, sample WHERE posts.created_at > sample.loaded_at", "SELECT person_id FROM sessions",
			"SELECT person_id FROM assignments WHERE subject_id NOT IN (SELECT subject_id FROM sample_rows)",
			"SELECT owner_id FROM follow_ups WHERE subject_id NOT IN (SELECT subject_id FROM sample_rows)")
	}
	return out
}

// stoodOn is a subquery of all records of a kind that others stand on.
func stoodOn(kind string) string {
	all := standOn(kind)
	if len(all) == 0 {
		return "(SELECT subject_id FROM sample_rows WHERE 1 = 0)"
	}
	return "(" + strings.Join(all, " UNION ") + ")"
}

// ChangedSample implements intake.SampleStore: records whose version is no
// longer the one that the loading left, those on whose page something came
// later, and those that records of people's own stand on.
func (s *SampleStore) ChangedSample(ctx context.Context) ([]intake.SampleRow, error) {
	var out []intake.SampleRow
	for kind, table := range sampleTables() {
		var rows []struct {
			SubjectID domain.ID
			Title     string
		}
		err := s.db.Read(ctx).Raw(`SELECT r.subject_id, r.title FROM sample_rows AS r JOIN `+table+` AS t ON t.id = r.subject_id, sample AS m
			WHERE r.subject_kind = ? AND (t.version <> r.version OR t.id IN `+stoodOn(kind)+`
			OR EXISTS (SELECT 1 FROM timeline AS l WHERE l.subject_kind = r.subject_kind AND l.subject_id = r.subject_id AND l.at >
				m.loaded_at)) ORDER BY r.title LIMIT ?`, kind, mostNamed).Scan(&rows).Error
		if err != nil {
			return nil, fmt.Errorf("find changed %ss of the sample: %w", kind, err)
		}
		for _, r := range rows {
			out = append(out, intake.SampleRow{Subject: domain.Ref{Kind: kind, ID: r.SubjectID}, Title: r.Title})
		}
	}
	return out, nil
}

// WithdrawSample implements intake.SampleStore. What is append-only keeps its
// projects, people and units, which nobody sees any more; other records go.
func (s *SampleStore) WithdrawSample(ctx context.Context, at time.Time) error {
	for _, step := range s.withdrawal() {
		var named []any
		if strings.Contains(step, "@at") {
			named = append(named, map[string]any{"at": at})
		}
		if err := s.db.Write(ctx).Exec(step, named...).Error; err != nil {
			return s.db.Translate(fmt.Errorf("withdraw the sample: %w", err), nil)
		}
	}
	return s.db.NextEpoch(ctx)
}

func (s *SampleStore) withdrawal() []string {
	gone := func(kind string) string { return sampleOf(kind) + " AND id NOT IN " + stoodOn(kind) }
	steps := []string{
		"DELETE FROM visit_links WHERE visit_id IN " + sampleOf("visit"),
		"DELETE FROM follow_ups WHERE subject_kind = 'visit' AND subject_id IN " + sampleOf("visit"),
		"DELETE FROM visits WHERE id IN " + sampleOf("visit"),
		"DELETE FROM suspicions WHERE project_id IN " + sampleOf("project"),
		"DELETE FROM fund_vouchers WHERE entry_id IN (SELECT id FROM fund_entries WHERE project_id IN " + sampleOf("project") + ")",
		"UPDATE projects SET withdrawn_at = @at, name_key = '', client_id = NULL, lead_id = NULL, code = CAST(id AS text), version = version " +
			"+ 1 WHERE id IN " + sampleOf("project"),
		"UPDATE leads SET client_id = NULL WHERE id IN " + sampleOf("lead"),
		"DELETE FROM leads WHERE id IN " + gone("lead"),
		"DELETE FROM enterprises WHERE id IN " + sampleOf("enterprise"),
		"DELETE FROM contacts WHERE client_id IN " + sampleOf("client") + " AND client_id NOT IN " + stoodOn("client"),
		"DELETE FROM clients WHERE id IN " + gone("client"),
		"DELETE FROM organizations WHERE id IN " + sampleOf("organization") +
			" AND id NOT IN (SELECT organization_id FROM clients) AND id NOT IN (SELECT organization_id FROM enterprises)",
		"DELETE FROM views WHERE id IN " + sampleOf("view"),
		"DELETE FROM notices WHERE subject_id IN (SELECT subject_id FROM sample_rows) OR person_id IN " + sampleOf("person"),
		"DELETE FROM watches WHERE subject_id IN (SELECT subject_id FROM sample_rows) OR person_id IN " + sampleOf("person"),
		"DELETE FROM recycle_bin WHERE id IN (SELECT subject_id FROM sample_rows) OR parent_id IN (SELECT subject_id FROM sample_rows)",
		"DELETE FROM targets WHERE unit_id IN " + sampleOf("unit"),
	}
	for _, kind := range []string{"project", "client", "enterprise", "lead", "visit", "person"} {
		left := " AND NOT EXISTS (SELECT 1 FROM " + sampleTables()[kind] + " AS t WHERE t.id = subject_id)"
		if kind == "project" || kind == "person" {
			left = ""
		}
		of := "subject_kind = '" + kind + "' AND subject_id IN " + sampleOf(kind) + left
		steps = append(steps, "DELETE FROM assignments WHERE "+of, "DELETE FROM follow_ups WHERE "+of, "DELETE FROM timeline WHERE "+of,
			"DELETE FROM watches WHERE "+of, "DELETE FROM notices WHERE "+of, "DELETE FROM recycle_bin WHERE kind = '"+kind+"' AND id IN "+
				sampleOf(kind)+strings.ReplaceAll(left, "subject_id", "recycle_bin.id"),
			"UPDATE attachments SET removed_at = @at WHERE removed_at IS NULL AND "+of,
			"DELETE FROM timeline WHERE source_kind = '"+kind+"' AND source_id IN "+sampleOf(kind)+
				strings.ReplaceAll(left, "subject_id", "source_id"))
	}
	// People and units last: what stood on them is gone by now.
	steps = append(steps,
		"UPDATE people SET withdrawn_at = @at, login = NULL, version = version + 1 WHERE id IN "+gone("person"),
		"DELETE FROM posts WHERE person_id IN (SELECT id FROM people WHERE withdrawn_at IS NOT NULL)",
		"UPDATE units SET withdrawn_at = @at, name = name || ' #' || CAST(id AS text), version = version + 1 WHERE id IN "+sampleOf("unit")+
			" AND NOT EXISTS (SELECT 1 FROM units AS below WHERE below.path LIKE units.path || '%' AND below.id IN "+stoodOn("unit")+")")
	return append(steps, s.unfindable()...)
}

// unfindable takes what is gone out of the search, then forgets the sample.
func (s *SampleStore) unfindable() []string {
	var steps []string
	for _, kind := range []string{"project", "client", "enterprise", "lead", "visit", "person"} {
		there := " AND id NOT IN (SELECT id FROM " + sampleTables()[kind]
		if kind == "project" || kind == "person" {
			there += " WHERE withdrawn_at IS NULL"
		}
		of := "kind = '" + kind + "' AND id IN " + sampleOf(kind) + there + ")"
		if s.db.Dialect.Name() == "sqlite" {
			steps = append(steps, "DELETE FROM search_grams WHERE rowid IN (SELECT row_id FROM search_docs WHERE "+of+")")
		}
		steps = append(steps, "DELETE FROM search_docs WHERE "+of)
	}
	return append(steps, "DELETE FROM sample_rows", "DELETE FROM sample")
}
