package library

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	noticestore "sangu/repository/notice"
	"sangu/repository/sqlkit"
)

type projectItemRow struct {
	ID                  domain.ID
	Code, Name          string
	Kind, Industry      string
	Chain               string
	TotalInvestment     *int64
	Stage               string
	StageSince          sqlkit.Date
	StageSincePrecision string
	DeniedStage         string
	Status              string
	HostUnit            string
	ResponsibleUnit     string
	ClientName          string
	SignedOn            sqlkit.Date
	SignedPrecision     string
	StartedOn           sqlkit.Date
	StartedPrecision    string
	PlannedStart        sqlkit.Date
	Completeness        int
	UpdatedAt           time.Time
	Version             int
	sqlkit.Keyed
}

const projectItemColumns = `p.id, p.code, p.name, p.kind, p.industry, p.chain, p.total_investment, p.stage, p.stage_since, p.stage_since_precision,
	p.denied_stage, p.status,
	COALESCE(h.name, '') AS host_unit, u.name AS responsible_unit, COALESCE(o.name, '') AS client_name, p.signed_on, p.signed_precision,
	p.started_on, p.started_precision, p.planned_start, p.completeness, p.updated_at, p.version`

func projectSorts() sqlkit.Sorts {
	return sqlkit.Sorts{
		"updated_at": "p.updated_at", "name": sqlkit.ByText + "p.name", "code": sqlkit.ByText + "p.code",
		"total_investment": "COALESCE(p.total_investment, -1)",
		"stage":            "p.stage_rank", "completeness": "p.completeness", "signed_on": "COALESCE(CAST(p.signed_on AS text), '')",
		"planned_start": "COALESCE(CAST(p.planned_start AS text), '')",
	}
}

// Projects implements library.ProjectReader.
func (s *ProjectStore) Projects(ctx context.Context, actor domain.Actor, f library.ProjectFilter,
	p domain.Page) (domain.Slice[library.ProjectItem], error) {
	q := s.ProjectsWhere(ctx, actor, f)
	rows, page, err := sqlkit.PageOfJoined[projectItemRow](q, "p", projectItemColumns, `JOIN units AS u ON u.id = p.responsible_unit_id
		LEFT JOIN units AS h ON h.id = p.host_unit_id LEFT JOIN clients AS c ON c.id = p.client_id
		LEFT JOIN organizations AS o ON o.id = c.organization_id`,
		projectSorts(), "-updated_at", p)
	if err != nil {
		return domain.Slice[library.ProjectItem]{}, err
	}
	ids := make([]domain.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	leaders, err := s.leaderNames(ctx, domain.SubjectProject, ids)
	if err != nil {
		return domain.Slice[library.ProjectItem]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r projectItemRow) library.ProjectItem {
		return library.ProjectItem{ID: r.ID, Code: r.Code, Name: r.Name, Kind: r.Kind, Industry: r.Industry, Chain: r.Chain,
			TotalInvestment: sqlkit.Amount[domain.Yuan](r.TotalInvestment), Stage: library.Stage(r.Stage),
			StageSince: sqlkit.EventDay(r.StageSince, r.StageSincePrecision),
			Denied:     library.Stage(r.DeniedStage), Status: library.Status(r.Status), HostUnit: r.HostUnit,
			ResponsibleUnit: r.ResponsibleUnit, Leaders: leaders[r.ID],
			ClientName: r.ClientName,
			SignedOn:   sqlkit.EventDay(r.SignedOn, r.SignedPrecision), StartedOn: sqlkit.EventDay(r.StartedOn, r.StartedPrecision),
			PlannedStart: domain.Date(r.PlannedStart),
			Completeness: r.Completeness, UpdatedOn: domain.DateOf(r.UpdatedAt), Version: r.Version}
	}), nil
}

// ProjectTotals implements library.ProjectReader.
func (s *ProjectStore) ProjectTotals(ctx context.Context, actor domain.Actor, f library.ProjectFilter) (library.ProjectTotals, error) {
	var r struct {
		Count, Unknown int
		Total          int64
	}
	err := s.ProjectsWhere(ctx, actor, f).Select(`count(*) AS count, count(CASE WHEN p.total_investment IS NULL THEN 1 END) AS unknown,
		CAST(COALESCE(sum(` + inYuan + `), 0) AS bigint) AS total`).Scan(&r).Error
	return library.ProjectTotals{Count: r.Count, TotalInvestment: domain.Yuan(r.Total), Unknown: r.Unknown}, err
}

// ProjectsWhere is the scoped and filtered query that the list, the reports
// and the exports share.
func (s *ProjectStore) ProjectsWhere(ctx context.Context, actor domain.Actor, f library.ProjectFilter) *gorm.DB {
	q := sqlkit.InScope(s.db.Read(ctx).Table("projects AS p"), actor, domain.SubjectProject, "p")
	if f.Query != "" {
		q = q.Where("p.id IN (?)", s.db.Found(ctx, domain.SubjectProject, f.Query))
	}
	q = sqlkit.WhereIn(q, "p.stage", f.Stages)
	q = sqlkit.WhereIn(q, "p.status", f.Statuses)
	q = sqlkit.WhereIn(q, "p.kind", f.Kinds)
	q = sqlkit.WhereIn(q, "p.section", f.Sections)
	q = sqlkit.WhereIn(q, "p.channel", f.Channels)
	q = sqlkit.WhereIn(q, "p.id", f.IDs)
	q = sqlkit.WhereEq(q, "p.host_unit_id", f.HostUnitID)
	q = sqlkit.WhereEq(q, "p.client_id", f.ClientID)
	q = sqlkit.FromImport(q, f.ImportID, domain.SubjectProject, "p")
	q = sqlkit.WhereEq(q, "p.chain", f.Chain)
	q = sqlkit.WhereEq(q, "p.horizon", f.Horizon)
	q = sqlkit.WhereIn(q, "p.key_level", f.KeyLevels)
	q = sqlkit.WhereEq(q, "p.responsible_unit_id", f.UnitID)
	q = sqlkit.WhereEq(q, "p.attracting_unit_id", f.AttractingUnitID)
	if !f.LeaderID.IsZero() {
		q = q.Where(ledBy, f.LeaderID)
	}
	if f.MinInvestment != nil {
		q = q.Where("p.total_investment >= ?", int64(*f.MinInvestment))
	}
	if f.BelowInvestment != nil {
		q = q.Where("p.total_investment < ?", int64(*f.BelowInvestment))
	}
	if f.Industrial != nil {
		q = q.Where("(CASE WHEN p.section <> '' THEN p.section IN ('B', 'C', 'D') ELSE p.kind = 'industry' END) = ?", *f.Industrial)
	}
	if f.HighTech != nil {
		q = q.Where("p.high_tech = ?", *f.HighTech)
	}
	if !f.SignedFrom.IsZero() {
		q = q.Where("p.signed_earliest >= ?", sqlkit.Date(f.SignedFrom))
	}
	if !f.SignedTo.IsZero() {
		q = q.Where("p.signed_on <= ?", sqlkit.Date(f.SignedTo))
	}
	if !f.StartedFrom.IsZero() {
		q = q.Where("p.started_earliest >= ?", sqlkit.Date(f.StartedFrom))
	}
	if !f.ProducedFrom.IsZero() {
		q = q.Where("p.produced_earliest >= ?", sqlkit.Date(f.ProducedFrom))
	}
	if f.Going {
		q = q.Where("p.status NOT IN ?", []string{string(library.Lost), string(library.Terminated), string(library.Exited)})
	}
	if f.Reached != "" {
		q = q.Where("p.stage_rank >= ?", f.Reached.Rank())
	}
	if f.NotReached != "" {
		q = q.Where("p.stage_rank < ?", f.NotReached.Rank())
	}
	if column, ok := confirmedBy[f.Confirmed]; ok {
		q = q.Where(column+" = ?", true)
	}
	if f.Denied {
		q = q.Where("p.denied_stage <> ''")
	}
	if !f.ShouldHaveBegun.IsZero() {
		q = q.Where("p.planned_start < ? AND p.stage_rank < ? AND p.status = ?", sqlkit.Date(f.ShouldHaveBegun), library.Started.Rank(),
			string(library.Active))
	}
	if !f.StaleBefore.IsZero() {
		q = q.Where("p.updated_at < ?", f.StaleBefore.Start())
	}
	for _, kind := range f.Evidence {
		q = q.Where("EXISTS ("+attachedToProject+" AND t.kind = ?)", kind)
	}
	q = noticestore.WatchedBy(q, f.Watched, actor.PersonID, domain.SubjectProject, "p")
	if f.OneSheet {
		q = q.Where("p.completeness < ? AND NOT EXISTS ("+attachedToProject+")", library.PaperOnly)
	}
	if f.Mine {
		q = q.Where("(p.created_by = ? OR "+ledBy+")", actor.PersonID, actor.PersonID)
	}
	for _, lack := range f.Without {
		q = q.Where(lacking(lack))
	}
	return s.whereLight(q, f)
}

// The conditions that a project has a present leader, and that a person is one.
const (
	PresentLeader = "EXISTS (SELECT 1 FROM assignments AS a WHERE a.subject_kind = 'project' AND a.subject_id = p.id AND a.to_on IS NULL"
	ledBy         = PresentLeader + " AND a.person_id = ?)"
)

// lacking returns the condition that a project lacks something.
func lacking(what string) string {
	switch what {
	case library.WithoutHost:
		return "p.host_unit_id IS NULL"
	case library.WithoutKind:
		return "p.kind = ''"
	}
	return "NOT " + PresentLeader + ")"
}

// confirmedBy has the column that says whether a stage is confirmed.
var confirmedBy = map[library.Stage]string{library.Signed: "p.signed_confirmed", library.Started: "p.started_confirmed",
	library.InProduction: "p.produced_confirmed"}

const attachedToProject = "SELECT 1 FROM attachments AS t WHERE t.subject_kind = 'project' AND t.subject_id = p.id AND t.removed_at IS NULL"

type projectViewRow struct {
	Row                                                   ProjectRow `gorm:"embedded"`
	HostUnit, ResponsibleUnit, AttractingUnit, ClientName string
}

// ProjectView implements library.ProjectReader.
func (s *ProjectStore) ProjectView(ctx context.Context, actor domain.Actor, id domain.ID) (library.ProjectView, error) {
	var v projectViewRow
	q := s.db.Read(ctx).Table("projects AS p").Where("p.id = ?", id).
		Joins(`JOIN units AS u ON u.id = p.responsible_unit_id LEFT JOIN units AS h ON h.id = p.host_unit_id
			LEFT JOIN units AS t ON t.id = p.attracting_unit_id LEFT JOIN clients AS c ON c.id = p.client_id
			LEFT JOIN organizations AS o ON o.id = c.organization_id`).
		Select("p.*, COALESCE(h.name, '') AS host_unit, u.name AS responsible_unit, COALESCE(t.name, '') AS attracting_unit, COALESCE(o.name, " +
			"'') AS client_name")
	if err := sqlkit.Take(sqlkit.InScope(q, actor, domain.SubjectProject, "p"), &v, domain.SubjectProject); err != nil {
		return library.ProjectView{}, err
	}
	p := v.Row.Entity()
	var err error
	p.Leaders, err = NewAssignmentStore(s.db).Assignments(ctx, domain.Ref{Kind: domain.SubjectProject, ID: id})
	return library.ProjectView{Project: p, HostUnit: v.HostUnit, ResponsibleUnit: v.ResponsibleUnit, AttractingUnit: v.AttractingUnit,
		ClientName: v.ClientName}, err
}

// leaderNames returns the present leaders of subjects, joined by 、.
func (s *ProjectStore) leaderNames(ctx context.Context, kind string, ids []domain.ID) (map[domain.ID]string, error) {
	var rows []struct {
		SubjectID domain.ID
		Name      string
	}
	out := map[domain.ID]string{}
	if len(ids) == 0 {
		return out, nil
	}
	err := s.db.Read(ctx).Table("assignments AS a").Joins("JOIN people AS p ON p.id = a.person_id").Select("a.subject_id, p.name").
		Where("a.subject_kind = ? AND a.subject_id IN ? AND a.to_on IS NULL", kind, ids).Order("a.from_on, a.id").Scan(&rows).Error
	for _, r := range rows {
		if out[r.SubjectID] != "" {
			out[r.SubjectID] += "、"
		}
		out[r.SubjectID] += r.Name
	}
	return out, err
}

// The last day on which a project may have reached a stage: that of the stage, or of a
// later one where a ledger left the stage out.
const (
	ProducedOn = "COALESCE(p.in_production_on, p.full_capacity_on)"
	StartedOn  = "COALESCE(p.started_on, p.completed_on, p.in_production_on, p.full_capacity_on)"
	FulfilOn   = "COALESCE(p.registered_on, p.permitting_on, p.started_on, p.completed_on, p.in_production_on, p.full_capacity_on)"
)

// ProjectStore stores projects.
type ProjectStore struct{ db *sqlkit.DB }

// NewProjectStore returns the store over db.
func NewProjectStore(db *sqlkit.DB) *ProjectStore { return &ProjectStore{db: db} }
