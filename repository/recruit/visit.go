package recruit

import (
	"context"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
	librarystore "sangu/repository/library"
	noticestore "sangu/repository/notice"
	"sangu/repository/sqlkit"
)

type visitRow struct {
	ID        domain.ID
	Way       string
	VisitOn   sqlkit.Date
	StartsAt  string
	Company   string
	Place     string
	LeaderID  sqlkit.Ref
	Party     sqlkit.List
	Met       string
	Purpose   string
	OwnerID   sqlkit.Ref
	UnitID    sqlkit.Ref
	State     string
	Outcome   string
	Summary   string
	Reason    string
	CreatedBy sqlkit.Ref
	CreatedAt time.Time
	UpdatedAt time.Time
	Version   int
}

func (visitRow) TableName() string { return "visits" }

func (r visitRow) Entity() recruit.Visit {
	return recruit.Visit{ID: r.ID, UnitID: domain.ID(r.UnitID), State: recruit.VisitState(r.State), Outcome: r.Outcome, Summary: r.Summary,
		Reason:    r.Reason,
		CreatedBy: domain.ID(r.CreatedBy), CreatedAt: r.CreatedAt.UTC(), UpdatedAt: r.UpdatedAt.UTC(), Version: r.Version,
		VisitFacts: recruit.VisitFacts{Way: r.Way, On: domain.Date(r.VisitOn), StartsAt: r.StartsAt, Company: r.Company, Place: r.Place,
			LeaderID: domain.ID(r.LeaderID), Party: r.Party, Met: r.Met, Purpose: r.Purpose, OwnerID: domain.ID(r.OwnerID)}}
}

type visitLinkRow struct {
	VisitID     domain.ID
	SubjectKind string
	SubjectID   domain.ID
}

func (visitLinkRow) TableName() string { return "visit_links" }

// Visit implements recruit.VisitStore.
func (s *VisitStore) Visit(ctx context.Context, actor domain.Actor, id domain.ID) (recruit.Visit, error) {
	var r visitRow
	q := sqlkit.InScope(s.db.Read(ctx).Table("visits AS v").Select("v.*").Where("v.id = ?", id), actor, domain.SubjectVisit, "v")
	if err := sqlkit.Take(q, &r, domain.SubjectVisit); err != nil {
		return recruit.Visit{}, err
	}
	v := r.Entity()
	if err := s.readLinks(ctx, &v); err != nil {
		return recruit.Visit{}, err
	}
	var err error
	v.Steps, err = NewFollowUpStore(s.db).followUps(s.db.Read(ctx).Where("subject_kind = 'visit' AND subject_id = ?", id))
	return v, err
}

func (s *VisitStore) readLinks(ctx context.Context, v *recruit.Visit) error {
	var links []visitLinkRow
	if err := s.db.Read(ctx).Where("visit_id = ?", v.ID).Order("subject_kind, subject_id").Find(&links).Error; err != nil {
		return err
	}
	for _, l := range links {
		switch l.SubjectKind {
		case domain.SubjectLead:
			v.Leads = append(v.Leads, l.SubjectID)
		case domain.SubjectClient:
			v.Clients = append(v.Clients, l.SubjectID)
		case domain.SubjectProject:
			v.Projects = append(v.Projects, l.SubjectID)
		case domain.SubjectEnterprise:
			v.Enterprises = append(v.Enterprises, l.SubjectID)
		}
	}
	return nil
}

func (s *VisitStore) writeLinks(ctx context.Context, v recruit.Visit) error {
	if err := s.db.Write(ctx).Where("visit_id = ?", v.ID).Delete(&visitLinkRow{}).Error; err != nil {
		return err
	}
	seen := map[domain.Ref]bool{}
	for _, l := range v.Links() {
		if seen[l] {
			continue
		}
		seen[l] = true
		if err := s.db.Write(ctx).Create(&visitLinkRow{v.ID, l.Kind, l.ID}).Error; err != nil {
			return err
		}
	}
	return nil
}

// AddVisit implements recruit.VisitStore.
func (s *VisitStore) AddVisit(ctx context.Context, v recruit.Visit) error {
	row := visitRow{ID: v.ID, Way: v.Way, VisitOn: sqlkit.Date(v.On), StartsAt: v.StartsAt, Company: v.Company, Place: v.Place,
		LeaderID: sqlkit.Ref(v.LeaderID), Party: v.Party, Met: v.Met, Purpose: v.Purpose, OwnerID: sqlkit.Ref(v.OwnerID),
		UnitID: sqlkit.Ref(v.UnitID),
		State:  string(v.State), Outcome: v.Outcome, Summary: v.Summary, Reason: v.Reason, CreatedBy: sqlkit.Ref(v.CreatedBy),
		CreatedAt: v.CreatedAt, UpdatedAt: v.UpdatedAt, Version: v.Version}
	if err := s.db.Insert(ctx, &row, nil); err != nil {
		return err
	}
	return s.writeLinks(ctx, v)
}

// SaveVisit implements recruit.VisitStore.
func (s *VisitStore) SaveVisit(ctx context.Context, v recruit.Visit) error {
	err := s.db.Update(ctx, "visits", v.ID, v.Version, map[string]any{
		"way": v.Way, "visit_on": sqlkit.Date(v.On), "starts_at": v.StartsAt, "company": v.Company, "place": v.Place,
		"leader_id": sqlkit.Ref(v.LeaderID),
		"party":     sqlkit.List(v.Party), "met": v.Met, "purpose": v.Purpose, "owner_id": sqlkit.Ref(v.OwnerID), "state": string(v.State),
		"outcome": v.Outcome,
		"summary": v.Summary, "reason": v.Reason, "updated_at": v.UpdatedAt,
	}, nil)
	if err != nil {
		return err
	}
	return s.writeLinks(ctx, v)
}

// VisitView implements recruit.VisitStore.
func (s *VisitStore) VisitView(ctx context.Context, actor domain.Actor, id domain.ID) (recruit.VisitView, error) {
	v, err := s.Visit(ctx, actor, id)
	if err != nil {
		return recruit.VisitView{}, err
	}
	out := recruit.VisitView{Visit: v}
	var names struct{ LeaderName, OwnerName, UnitName string }
	err = s.db.Read(ctx).Table("visits AS v").Where("v.id = ?", id).
		Joins("LEFT JOIN people AS p ON p.id = v.leader_id LEFT JOIN people AS w ON w.id = v.owner_id LEFT JOIN units AS u ON u.id = v.unit_id").
		Select("COALESCE(p.name, '') AS leader_name, COALESCE(w.name, '') AS owner_name, COALESCE(u.name, '') AS unit_name").Scan(&names).Error
	if err != nil {
		return recruit.VisitView{}, err
	}
	out.LeaderName, out.OwnerName, out.UnitName = names.LeaderName, names.OwnerName, names.UnitName
	out.Linked, err = s.linked(ctx, actor, v.Links())
	return out, err
}

// linked names linked records, leaving out those that the actor does not see.
func (s *VisitStore) linked(ctx context.Context, actor domain.Actor, links []domain.Ref) ([]recruit.Linked, error) {
	out := []recruit.Linked{}
	for _, l := range links {
		ok, err := sqlkit.NewSubjectStore(s.db).Readable(ctx, actor, l)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		name, err := sqlkit.NewSubjectStore(s.db).TitleOf(ctx, l)
		if err != nil {
			return nil, err
		}
		out = append(out, recruit.Linked{Ref: l, Name: name})
	}
	return out, nil
}

type visitItemRow struct {
	ID         domain.ID
	VisitOn    sqlkit.Date
	StartsAt   string
	Way        string
	Company    string
	Place      string
	LeaderName string
	OwnerName  string
	UnitName   string
	Met        string
	State      string
	Outcome    string
	Calls      int
	Version    int
	sqlkit.Keyed
}

// callsUpTo counts the calls at the door of the client of visit v until its day:
// those at the most called one, where the visit was to several.
func callsUpTo() string {
	return `(SELECT COALESCE(max(n.calls), 0) FROM (SELECT count(*) AS calls FROM (` + librarystore.VisitsOfClients("v.id", "") + `) AS own
		JOIN (` + librarystore.VisitsOfClients("", "") + `) AS k ON k.client_id = own.client_id
		JOIN (SELECT v.id, v.visit_on FROM visits AS v WHERE ` + librarystore.AtTheDoor + `) AS e ON e.id = k.visit_id
		WHERE e.visit_on <= v.visit_on GROUP BY own.client_id) AS n)`
}

// Visits implements recruit.VisitStore.
func (s *VisitStore) Visits(ctx context.Context, actor domain.Actor, f recruit.VisitFilter,
	p domain.Page) (domain.Slice[recruit.VisitItem], error) {
	rows, page, err := sqlkit.PageOfJoined[visitItemRow](s.visitsWhere(ctx, actor, f), "v",
		`v.id, v.visit_on, v.starts_at, v.way, v.company, v.place, COALESCE(p.name, '') AS leader_name,
		COALESCE(w.name, '') AS owner_name, COALESCE(u.name, '') AS unit_name, v.met, v.state, v.outcome, v.version,
		`+callsUpTo()+" AS calls",
		"LEFT JOIN people AS p ON p.id = v.leader_id LEFT JOIN people AS w ON w.id = v.owner_id LEFT JOIN units AS u ON u.id = v.unit_id",
		sqlkit.Sorts{"on": sqlkit.ByDay + "v.visit_on", "company": sqlkit.ByText + "v.company"}, "-on", p)
	if err != nil {
		return domain.Slice[recruit.VisitItem]{}, err
	}
	return sqlkit.SliceOf(rows, page, func(r visitItemRow) recruit.VisitItem {
		return recruit.VisitItem{ID: r.ID, On: domain.Date(r.VisitOn), StartsAt: r.StartsAt, Way: r.Way, Company: r.Company, Place: r.Place,
			LeaderName: r.LeaderName,
			OwnerName:  r.OwnerName, UnitName: r.UnitName, Met: r.Met, State: recruit.VisitState(r.State), Outcome: r.Outcome, Calls: r.Calls,
			Version: r.Version}
	}), nil
}

func (s *VisitStore) visitsWhere(ctx context.Context, actor domain.Actor, f recruit.VisitFilter) *gorm.DB {
	q := sqlkit.InScope(s.db.Read(ctx).Table("visits AS v"), actor, domain.SubjectVisit, "v")
	if f.Query != "" {
		q = q.Where(s.db.Dialect.Contains("v.company"), f.Query)
	}
	q = sqlkit.WhereIn(q, "v.state", f.States)
	q = sqlkit.WhereEq(q, "v.way", f.Way)
	q = sqlkit.WhereEq(q, "v.leader_id", f.LeaderID)
	q = sqlkit.WhereEq(q, "v.owner_id", f.OwnerID)
	q = sqlkit.WhereEq(q, "v.unit_id", f.UnitID)
	q = sqlkit.WhereMissing(q, f.Without, map[string]string{library.WithoutLeader: "v.leader_id IS NULL",
		library.WithoutOwner: "v.owner_id IS NULL", library.WithoutUnit: "v.unit_id IS NULL"})
	q = noticestore.WatchedBy(q, f.Watched, actor.PersonID, domain.SubjectVisit, "v")
	q = sqlkit.FromImport(q, f.ImportID, domain.SubjectVisit, "v")
	if f.Mine {
		q = q.Where("(v.owner_id = ? OR v.leader_id = ?)", actor.PersonID, actor.PersonID)
	}
	if !f.From.IsZero() {
		q = q.Where("v.visit_on >= ?", sqlkit.Date(f.From))
	}
	if !f.To.IsZero() {
		q = q.Where("v.visit_on <= ?", sqlkit.Date(f.To))
	}
	switch {
	case f.Subject.ID.IsZero():
	case f.Subject.Kind == domain.SubjectClient:
		q = q.Where("v.id IN (SELECT k.visit_id FROM ("+librarystore.VisitsOfClients("", "@of")+") AS k)", map[string]any{"of": f.Subject.ID})
	case f.Subject.Kind == domain.SubjectProject:
		q = q.Where("v.id IN (SELECT k.visit_id FROM ("+librarystore.VisitsOfProjects("@of")+") AS k)", map[string]any{"of": f.Subject.ID})
	default:
		q = q.Where("EXISTS (SELECT 1 FROM visit_links AS l WHERE l.visit_id = v.id AND l.subject_kind = ? AND l.subject_id = ?)",
			f.Subject.Kind, f.Subject.ID)
	}
	return q
}

// VisitGroups implements recruit.VisitStore.
func (s *VisitStore) VisitGroups(ctx context.Context, actor domain.Actor, f recruit.VisitFilter, by library.GroupBy) ([]library.Group,
	error) {
	g := librarystore.ByWord("v.state")
	switch by {
	case library.ByUnit:
		g = librarystore.ByUnit("v.unit_id")
	case library.ByOwner:
		g = librarystore.ByPerson("v.owner_id")
	case library.ByLeader:
		g = librarystore.ByPerson("v.leader_id")
	default:
		// What is not named here is dealt with after the switch.
	}
	return librarystore.GroupsOf(s.visitsWhere(ctx, actor, f), g, librarystore.NoSum)
}

// VisitStore keeps the visits of one database.
type VisitStore struct{ db *sqlkit.DB }

// NewVisitStore returns the store over db.
func NewVisitStore(db *sqlkit.DB) *VisitStore { return &VisitStore{db: db} }
