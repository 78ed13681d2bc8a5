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
		Services: services(parts{db: db, clock: o.Database.Clock, ids: o.Database.IDs, passwords: passwords,
			journal: sqlkit.NewJournal(db), log: o.Log})}
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

func services(p parts) Services {
	db, clock, ids, passwords, journal := p.db, p.clock, p.ids, p.passwords, p.journal
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
	unitService := org.NewUnits(units,
		&org.Units{Work: db, Journal: journal, Clock: clock, IDs: ids})
	peopleService := org.NewPeople(people, units,
		&org.People{Work: db, Passwords: passwords, Journal: journal, Clock: clock, IDs: ids})
	sessions := sessionStores{orgstore.NewSessionStore(db), orgstore.NewFeedStore(db)}
	shared := library.NewLibrary(librarystore.NewOrganizationStore(db), librarystore.NewAssignmentStore(db), subjects,
		library.Library{Work: db, Journal: journal, Clock: clock, IDs: ids})
	s := Services{
		Units:  unitService,
		People: peopleService,
		Setup: org.NewSetup(profileStores{orgstore.NewProfileStore(db), people.PersonStore},
			&org.Setup{Work: db, Units: unitService, People: peopleService}),
		Sessions: org.NewSessions(sessions, people, units,
			&org.Sessions{Work: db, Passwords: passwords, Secrets: credential.Secrets{}, Journal: journal, Clock: clock, IDs: ids}),
		Auditing: org.NewAuditing(orgstore.NewAuditStore(db),
			&org.Auditing{Work: db, Journal: journal}),
		Projects: library.NewProjects(projects, projects, histories,
			&library.Projects{Library: shared, Days: calendar.New(calendar.Years())}),
		Clients: library.NewClients(clients, clients, librarystore.NewContactStore(db),
			&library.Clients{Library: shared}),
		Enterprises: library.NewEnterprises(enterprises, enterprises,
			&library.Enterprises{Library: shared}),
		Attachments: library.NewAttachments(attachmentStores{attachments, subjects},
			&library.Attachments{Work: db, Journal: journal, Clock: clock, IDs: ids, Kinds: pipeline.EvidenceKinds(), Photos: photo.Reader{}}),
		Search:     library.NewSearch(librarystore.NewSearchStore(db)),
		Duplicates: library.NewDuplicates(duplicateStores{librarystore.NewDuplicateStore(db), subjects}),
		Live: library.NewLive(liveStores{librarystore.NewLiveStore(db), subjects},
			&library.Live{Clock: clock}),
		Timelines: library.NewTimelines(timelineStores{librarystore.NewTimelineStore(db), subjects},
			&library.Timelines{Work: db, Journal: journal}),
		Pipeline: pipeline.NewPipeline(moves, pipelineProjects{projects, subjects},
			&pipeline.Pipeline{Work: db, Journal: journal, Clock: clock, IDs: ids}),
		Reports: reporting.NewReports(reportStores{HistoryStore: histories, TallyStore: reportingstore.NewTallyStore(db),
			FundReportStore: reportingstore.NewFundReportStore(db), UnitStore: units}, reportingstore.NewRuleStore(db),
			reportingstore.NewBulletinStore(db), reportingstore.NewTargetStore(db), workListStores{reportingstore.NewWorkListStore(db), gates},
			&reporting.Reports{Work: db, Journal: journal, Clock: clock, IDs: ids}),
		Visits: recruit.NewVisits(visitStores{recruitstore.NewVisitStore(db), followUps, subjects}, subjects,
			&recruit.Visits{Days: calendar.New(calendar.Years()), Work: db, Journal: journal, Clock: clock, IDs: ids}),
	}
	notices := noticestore.NewNoticeStore(db)
	audience := notice.NewAudience(watches,
		&notice.Audience{Actors: s.Sessions.Of})
	s.Timelines.Audience, s.Visits.Audience = audience, audience
	s.Notices = notice.NewNotices(notices,
		&notice.Notices{Work: db, Clock: clock})
	s.Watches = notice.NewWatches(watches,
		&notice.Watches{Work: db, Clock: clock})
	s.Dispatcher = notice.NewDispatcher(dispatchStores{DispatchStore: noticestore.NewDispatchStore(db), NoticeStore: notices,
		WatchStore: watches.WatchStore, SubjectStore: subjects},
		&notice.Dispatcher{Work: db, Actors: s.Sessions.Of, HeadRole: string(org.UnitHead), Clock: clock, IDs: ids})
	s.Leads = recruit.NewLeads(recruitstore.NewLeadStore(db), subjects,
		&recruit.Leads{Days: calendar.New(calendar.Years()), Work: db, Clients: s.Clients, Projects: s.Projects, Pipeline: s.Pipeline,
			Journal: journal, Clock: clock, IDs: ids})
	imports := intake.NewImports(intakestore.NewImportStore(db), &intake.Imports{Work: db, Journal: journal, Clock: clock, IDs: ids})
	s.Importer = importer.New(lookups(db), &importer.Importer{Imports: imports, Actors: s.Sessions.Of, Log: p.log, Units: unitService,
		Projects: s.Projects, Clients: s.Clients, Enterprises: s.Enterprises, Timelines: s.Timelines, Pipeline: s.Pipeline, Leads: s.Leads,
		Visits: s.Visits, Clock: clock})
	s.Totals = goals.NewTotalsProjection(totalsStores{TotalsStore: goalsstore.NewTotalsStore(db),
		MonthlyLightStore: goalsstore.NewMonthlyLightStore(db), HistoryStore: histories, ColourStore: colours},
		&goals.TotalsProjection{Work: db, Clock: clock})
	s.Projects.Lights, s.Reports.Lights = s.Totals, s.Totals
	suspicions, schemes := goalsstore.NewSuspicionStore(db), goalsstore.NewSchemeStore(db)
	s.Lights = goals.NewLightService(colours,
		&goals.LightService{Reports: s.Reports, Work: db, Journal: journal})
	s.Suspicions = goals.NewSuspicionService(suspicions, goalsstore.NewCheckStore(db), goalsstore.NewLimitStore(db),
		&goals.SuspicionService{Reports: s.Reports, Work: db, Journal: journal, Clock: clock, IDs: ids})
	s.Scoring = goals.NewScoringService(schemes, assessmentStores{schemes,
		reportingstore.NewTargetStore(db), units},
		&goals.ScoringService{Reports: s.Reports, Work: db, Journal: journal})
	s.Cockpit = goals.NewCockpitService(cockpitStores{colours, suspicions, units},
		&goals.CockpitService{Reports: s.Reports, Projection: s.Totals, Days: calendar.New(calendar.Years())})
	s.Agendas = recruit.NewAgendas(recruitstore.NewAgendaStore(db),
		&recruit.Agendas{Days: calendar.New(calendar.Years()), Clock: clock})
	s.Feeds = org.NewFeeds(sessions,
		&org.Feeds{Sessions: s.Sessions})
	s.Preferences = org.NewPreferences(orgstore.NewPreferenceStore(db),
		&org.Preferences{Work: db, Clock: clock})
	s.Views = org.NewViews(orgstore.NewViewStore(db),
		&org.Views{Work: db, Journal: journal, Clock: clock, IDs: ids})
	s.Batches = library.NewBatches(batchStores{librarystore.NewBatchStore(db), subjects},
		&library.Batches{Work: db, Targets: []library.BatchTarget{
			library.ProjectBatch(s.Projects), recruit.LeadBatch(s.Leads), recruit.VisitBatch(s.Visits),
			library.ClientBatch(s.Clients), library.EnterpriseBatch(s.Enterprises),
		}, Journal: journal, Clock: clock, IDs: ids})
	samples := intakestore.NewSampleStore(db)
	s.Samples = (intake.NewSamples(samples,
		&intake.Samples{Work: db, Journal: journal, Clock: clock, IDs: ids, Log: p.log})).Prepare()
	s.Onboardings = intake.NewOnboardings(samples,
		&intake.Onboardings{Samples: s.Samples, Clock: clock})
	s.Desks = recruit.NewDesks(deskStores{recruitstore.NewDeskStore(db), followUps},
		&recruit.Desks{Leads: s.Leads, Visits: s.Visits, Days: calendar.New(calendar.Years())})
	s.Responsible = goals.NewResponsibleProjectsService(responsibleStores{
		ResponsibleProjectsStore: goalsstore.NewResponsibleProjectsStore(db), HistoryStore: histories, ColourStore: colours,
		GateStore: gates},
		&goals.ResponsibleProjectsService{Clock: clock})
	s.Decisions = goals.NewDecisionService(goalsstore.NewDecisionStore(db))
	s.Bin = library.NewBin(binStores{librarystore.NewBinStore(db), subjects},
		&library.Bin{Work: db, Journal: journal, Clock: clock})
	return s
}
