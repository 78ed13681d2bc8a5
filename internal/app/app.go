// Package app puts the product together: database, services, API, commands. It
// is the only place that knows all parts.
package app

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"

	"sangu/api"
	"sangu/domain"
	"sangu/domain/calendar"
	"sangu/domain/goals"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
	"sangu/domain/reporting"
	"sangu/internal/credential"
	"sangu/internal/importer"
	"sangu/internal/messages"
	"sangu/internal/photo"
	goalsstore "sangu/repository/goals"
	intakestore "sangu/repository/intake"
	librarystore "sangu/repository/library"
	noticestore "sangu/repository/notice"
	orgstore "sangu/repository/org"
	pipelinestore "sangu/repository/pipeline"
	recruitstore "sangu/repository/recruit"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

// Options say what to put together.
type Options struct {
	Database sqlkit.Options
	Log      *slog.Logger
	// CheapPasswords is for tests and the bench's seed.
	CheapPasswords bool
	Front          http.Handler
	SecureCookie   bool
}

// App is the product, put together.
type App struct {
	DB       *sqlkit.DB
	Log      *slog.Logger
	Messages *messages.Catalogue
	Clock    domain.Clock
	Services Services
	Handler  http.Handler
	api      *api.API

	ids       domain.IDs
	passwords org.Passwords
}

// Services are the steps of the product, for the API, the commands and jobs.
type Services struct {
	Setup    *org.Setup
	Units    *org.Units
	People   *org.People
	Sessions *org.Sessions
	Auditing *org.Auditing

	Projects    *library.Projects
	Clients     *library.Clients
	Enterprises *library.Enterprises
	Attachments *library.Attachments
	Timelines   *library.Timelines
	Pipeline    *pipeline.Pipeline
	Reports     *reporting.Reports
	Lights      *goals.LightService
	Suspicions  *goals.SuspicionService
	Scoring     *goals.ScoringService
	Cockpit     *goals.CockpitService
	Totals      *goals.TotalsProjection
	Leads       *recruit.Leads
	Visits      *recruit.Visits
	Desks       *recruit.Desks
	Responsible *goals.ResponsibleProjectsService
	Decisions   *goals.DecisionService
	Agendas     *recruit.Agendas
	Feeds       *org.Feeds
	Search      *library.Search
	Duplicates  *library.Duplicates
	Live        *library.Live
	Importer    *importer.Importer
	Preferences *org.Preferences
	Views       *org.Views
	Batches     *library.Batches
	Bin         *library.Bin
	Notices     *notice.Notices
	Watches     *notice.Watches
	Dispatcher  *notice.Dispatcher
	Samples     *intake.Samples
	Onboardings *intake.Onboardings
}

// New opens the database and puts the product together.
func New(ctx context.Context, o Options) (*App, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Database.Clock == nil {
		o.Database.Clock = domain.SystemClock{}
	}
	if o.Database.IDs == nil {
		o.Database.IDs = domain.UUIDs{}
	}
	catalogue, err := messages.Load()
	if err != nil {
		return nil, fmt.Errorf("load messages: %w", err)
	}
	passwords, err := newPasswords(o.CheapPasswords)
	if err != nil {
		return nil, fmt.Errorf("prepare passwords: %w", err)
	}
	db, err := sqlkit.Open(ctx, o.Database)
	if err != nil {
		return nil, err
	}
	a := &App{DB: db, Log: o.Log, Messages: catalogue, Clock: o.Database.Clock, ids: o.Database.IDs, passwords: passwords,
		Services: services(db, o.Database.Clock, o.Database.IDs, passwords, sqlkit.NewJournal(db), o.Log)}
	sample, err := newSampleCounty(a)
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	a.Services.Samples.Source = sample
	a.api = newAPI(o, catalogue, db, a.Services)
	if a.Handler, err = a.api.Handler(); err != nil {
		_ = db.Close()
		return nil, err
	}
	return a, nil
}

// Close ends what New opened.
func (a *App) Close() error {
	a.Services.Samples.Close()
	a.Services.Importer.Close()
	return a.DB.Close()
}

func newPasswords(cheap bool) (*credential.Passwords, error) {
	if cheap {
		return credential.NewCheapPasswords()
	}
	return credential.NewPasswords()
}

func services(db *sqlkit.DB, clock domain.Clock, ids domain.IDs, passwords org.Passwords, journal domain.Journal,
	log *slog.Logger) Services {
	colours := goalsstore.NewColourStore(db)
	units, projects, subjects := orgstore.NewUnitStore(db), librarystore.NewProjectStore(db), sqlkit.NewSubjectStore(db)
	people := personStores{orgstore.NewPersonStore(db), orgstore.NewPostStore(db)}
	attachments, gates, followUps := librarystore.NewAttachmentStore(db), pipelinestore.NewGateStore(db), recruitstore.NewFollowUpStore(db)
	watches := audienceStores{noticestore.NewWatchStore(db), subjects}
	histories := reportingstore.NewHistoryStore(db, colours.LooksBack)
	clients, enterprises := librarystore.NewClientStore(db), librarystore.NewEnterpriseStore(db)
	moves := pipelineStores{EventStore: pipelinestore.NewEventStore(db), CurrentStateStore: pipelinestore.NewCurrentStateStore(db),
		VerdictStore: pipelinestore.NewVerdictStore(db),
		SigningStore: pipelinestore.NewSigningStore(db), SplitStore: pipelinestore.NewSplitStore(db), FundStore: pipelinestore.NewFundStore(db),
		GateStore:     gates,
		EvidenceStore: pipelinestore.NewEvidenceStore(db), AttachmentStore: attachments, UnitStore: units}
	unitService := &org.Units{Work: db, Store: units, Journal: journal, Clock: clock, IDs: ids}
	peopleService := &org.People{Work: db, Store: people, Units: units, Passwords: passwords, Journal: journal, Clock: clock, IDs: ids}
	sessions := sessionStores{orgstore.NewSessionStore(db), orgstore.NewFeedStore(db)}
	shared := library.Library{Work: db, Organizations: librarystore.NewOrganizationStore(db),
		Assignments: librarystore.NewAssignmentStore(db), Reach: subjects, Journal: journal, Clock: clock, IDs: ids}
	s := Services{
		Units:  unitService,
		People: peopleService,
		Setup: &org.Setup{Work: db, Store: profileStores{orgstore.NewProfileStore(db), people.PersonStore}, Units: unitService,
			People: peopleService},
		Sessions: &org.Sessions{Work: db, Store: sessions, People: people, Units: units, Passwords: passwords,
			Secrets: credential.Secrets{}, Journal: journal, Clock: clock, IDs: ids},
		Auditing: &org.Auditing{Store: orgstore.NewAuditStore(db), Work: db, Journal: journal},
		Projects: &library.Projects{Library: shared, Store: projects, Reader: projects, Facts: histories,
			Days: calendar.New(calendar.Years())},
		Clients: &library.Clients{Library: shared, Store: clients, Reader: clients,
			Contacts: librarystore.NewContactStore(db)},
		Enterprises: &library.Enterprises{Library: shared, Store: enterprises, Reader: enterprises},
		Attachments: &library.Attachments{Work: db, Store: attachmentStores{attachments, subjects}, Journal: journal, Clock: clock, IDs: ids,
			Kinds: pipeline.EvidenceKinds(), Photos: photo.Reader{}},
		Search:     &library.Search{Store: librarystore.NewSearchStore(db)},
		Duplicates: &library.Duplicates{Store: duplicateStores{librarystore.NewDuplicateStore(db), subjects}},
		Live:       &library.Live{Store: liveStores{librarystore.NewLiveStore(db), subjects}, Clock: clock},
		Timelines:  &library.Timelines{Work: db, Store: timelineStores{librarystore.NewTimelineStore(db), subjects}, Journal: journal},
		Pipeline: &pipeline.Pipeline{Work: db, Store: moves, Projects: pipelineProjects{projects, subjects}, Journal: journal, Clock: clock,
			IDs: ids},
		Reports: &reporting.Reports{Store: reportStores{HistoryStore: histories, TallyStore: reportingstore.NewTallyStore(db),
			FundReportStore: reportingstore.NewFundReportStore(db), UnitStore: units}, RuleStore: reportingstore.NewRuleStore(db),
			BulletinStore: reportingstore.NewBulletinStore(db), Targets: reportingstore.NewTargetStore(db),
			WorkListStore: workListStores{reportingstore.NewWorkListStore(db), gates}, Work: db, Journal: journal, Clock: clock, IDs: ids},
		Visits: &recruit.Visits{Days: calendar.New(calendar.Years()), Work: db,
			Store: visitStores{recruitstore.NewVisitStore(db), followUps, subjects}, Within: subjects, Journal: journal, Clock: clock, IDs: ids},
	}
	notices := noticestore.NewNoticeStore(db)
	audience := &notice.Audience{Store: watches, Actors: s.Sessions.Of}
	s.Timelines.Audience, s.Visits.Audience = audience, audience
	s.Notices = &notice.Notices{Work: db, Store: notices, Clock: clock}
	s.Watches = &notice.Watches{Work: db, Store: watches, Clock: clock}
	s.Dispatcher = &notice.Dispatcher{Work: db, Store: dispatchStores{DispatchStore: noticestore.NewDispatchStore(db), NoticeStore: notices,
		WatchStore: watches.WatchStore, SubjectStore: subjects}, Actors: s.Sessions.Of, HeadRole: string(org.UnitHead), Clock: clock, IDs: ids}
	s.Leads = &recruit.Leads{Days: calendar.New(calendar.Years()), Work: db, Store: recruitstore.NewLeadStore(db), Within: subjects,
		Clients: s.Clients, Projects: s.Projects, Pipeline: s.Pipeline,
		Journal: journal, Clock: clock, IDs: ids}
	s.Importer = (&importer.Importer{Work: db, Store: intakestore.NewLookupStore(db), Keep: intakestore.NewImportStore(db),
		Actors: s.Sessions.Of, IDs: ids, Log: log, Units: unitService, Projects: s.Projects, Clients: s.Clients, Enterprises: s.Enterprises,
		Pipeline: s.Pipeline, Leads: s.Leads, Visits: s.Visits, Journal: journal, Clock: clock}).Prepare()
	s.Totals = &goals.TotalsProjection{Work: db, Store: totalsStores{TotalsStore: goalsstore.NewTotalsStore(db),
		MonthlyLightStore: goalsstore.NewMonthlyLightStore(db), HistoryStore: histories, ColourStore: colours}, Clock: clock}
	s.Projects.Lights, s.Reports.Lights = s.Totals, s.Totals
	suspicions, schemes := goalsstore.NewSuspicionStore(db), goalsstore.NewSchemeStore(db)
	s.Lights = &goals.LightService{Reports: s.Reports, Store: colours, Work: db, Journal: journal}
	s.Suspicions = &goals.SuspicionService{Reports: s.Reports, Store: suspicions, Checks: goalsstore.NewCheckStore(db),
		LimitStore: goalsstore.NewLimitStore(db), Work: db, Journal: journal, Clock: clock, IDs: ids}
	s.Scoring = &goals.ScoringService{Reports: s.Reports, Schemes: schemes, Assessments: assessmentStores{schemes,
		reportingstore.NewTargetStore(db), units}, Work: db, Journal: journal}
	s.Cockpit = &goals.CockpitService{Reports: s.Reports, Store: cockpitStores{colours, suspicions, units}, Projection: s.Totals,
		Days: calendar.New(calendar.Years())}
	s.Agendas = &recruit.Agendas{Store: recruitstore.NewAgendaStore(db), Days: calendar.New(calendar.Years()), Clock: clock}
	s.Feeds = &org.Feeds{Sessions: s.Sessions, Store: sessions}
	s.Preferences = &org.Preferences{Work: db, Store: orgstore.NewPreferenceStore(db), Clock: clock}
	s.Views = &org.Views{Work: db, Store: orgstore.NewViewStore(db), Journal: journal, Clock: clock, IDs: ids}
	s.Batches = &library.Batches{Work: db, Store: batchStores{librarystore.NewBatchStore(db), subjects}, Targets: []library.BatchTarget{
		library.ProjectBatch(s.Projects), recruit.LeadBatch(s.Leads), recruit.VisitBatch(s.Visits),
		library.ClientBatch(s.Clients), library.EnterpriseBatch(s.Enterprises),
	},
		Journal: journal, Clock: clock, IDs: ids}
	samples := intakestore.NewSampleStore(db)
	s.Samples = (&intake.Samples{Work: db, Store: samples, Journal: journal, Clock: clock, IDs: ids, Log: log}).Prepare()
	s.Onboardings = &intake.Onboardings{Store: samples, Samples: s.Samples, Clock: clock}
	s.Desks = &recruit.Desks{Leads: s.Leads, Visits: s.Visits, Store: deskStores{recruitstore.NewDeskStore(db), followUps},
		Days: calendar.New(calendar.Years())}
	s.Responsible = &goals.ResponsibleProjectsService{Store: responsibleStores{
		ResponsibleProjectsStore: goalsstore.NewResponsibleProjectsStore(db), HistoryStore: histories, ColourStore: colours,
		GateStore: gates}, Clock: clock}
	s.Decisions = &goals.DecisionService{Store: goalsstore.NewDecisionStore(db)}
	s.Bin = &library.Bin{Work: db, Store: binStores{librarystore.NewBinStore(db), subjects}, Journal: journal, Clock: clock}
	return s
}
