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
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
	"sangu/domain/recruit"
	"sangu/internal/credential"
	"sangu/internal/importer"
	"sangu/internal/messages"
	"sangu/internal/photo"
	"sangu/repository"
)

// Options say what to put together.
type Options struct {
	Database repository.Options
	Log      *slog.Logger
	// CheapPasswords is for tests and the bench's seed.
	CheapPasswords bool
	Front          http.Handler
	SecureCookie   bool
}

// App is the product, put together.
type App struct {
	DB       *repository.DB
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

	Projects    *pool.Projects
	Clients     *pool.Clients
	Enterprises *pool.Enterprises
	Attachments *pool.Attachments
	Timelines   *pool.Timelines
	Pipeline    *pipeline.Pipeline
	Reports     *pipeline.Reports
	Portfolios  *goals.Portfolios
	Keeper      *goals.Keeper
	Leads       *recruit.Leads
	Visits      *recruit.Visits
	Desks       *recruit.Desks
	Charges     *goals.Charges
	Decisions   *goals.Decisions
	Agendas     *recruit.Agendas
	Feeds       *org.Feeds
	Search      *pool.Search
	Duplicates  *pool.Duplicates
	Live        *pool.Live
	Importer    *importer.Importer
	Preferences *org.Preferences
	Views       *org.Views
	Batches     *pool.Batches
	Bin         *pool.Bin
	Notices     *notice.Notices
	Watches     *notice.Watches
	Teller      *notice.Teller
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
	db, err := repository.Open(ctx, o.Database)
	if err != nil {
		return nil, err
	}
	a := &App{DB: db, Log: o.Log, Messages: catalogue, Clock: o.Database.Clock, ids: o.Database.IDs, passwords: passwords,
		Services: services(db, o.Database.Clock, o.Database.IDs, passwords, repository.NewJournal(db), o.Log)}
	sample, err := newSampleCounty(a)
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	a.Services.Samples.Source = sample
	s := a.Services
	a.api = &api.API{
		Log: o.Log, Messages: catalogue, Front: o.Front, SecureCookie: o.SecureCookie,
		Ready:    func(r *http.Request) error { return db.Ready(r.Context()) },
		Setup:    s.Setup,
		Sessions: s.Sessions,
		Units:    s.Units,
		People:   s.People,
		Auditing: s.Auditing,
		Projects: s.Projects, Clients: s.Clients, Enterprises: s.Enterprises, Attachments: s.Attachments, Timelines: s.Timelines,
		Pipeline: s.Pipeline, Reports: s.Reports, Portfolios: s.Portfolios, Leads: s.Leads, Visits: s.Visits, Desks: s.Desks, Charges: s.Charges, Decisions: s.Decisions, Importer: s.Importer, Search: s.Search, Duplicates: s.Duplicates, Live: s.Live,
		Agendas: s.Agendas, Feeds: s.Feeds,
		Preferences: s.Preferences, Views: s.Views, Batches: s.Batches, Bin: s.Bin, Notices: s.Notices, Watches: s.Watches, Samples: s.Samples, Onboardings: s.Onboardings,
	}
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

func services(db *repository.DB, clock domain.Clock, ids domain.IDs, passwords org.Passwords, journal domain.Journal, log *slog.Logger) Services {
	units, people, settings := repository.NewUnits(db), repository.NewPeople(db), repository.NewSettings(db)
	unitService := &org.Units{Work: db, Store: units, Journal: journal, Clock: clock, IDs: ids}
	peopleService := &org.People{Work: db, Store: people, Units: units, Passwords: passwords, Journal: journal, Clock: clock, IDs: ids}
	sessions := repository.NewSessions(db)
	libraries, recruiting, notices := repository.NewLibraries(db), repository.NewRecruiting(db), repository.NewNotices(db)
	shared := pool.Library{Work: db, Store: libraries, Journal: journal, Clock: clock, IDs: ids}
	s := Services{
		Units:  unitService,
		People: peopleService,
		Setup:  &org.Setup{Work: db, Store: settings, Units: unitService, People: peopleService},
		Sessions: &org.Sessions{Work: db, Store: sessions, People: people, Units: units, Passwords: passwords,
			Secrets: credential.Secrets{}, Journal: journal, Clock: clock, IDs: ids},
		Auditing:    &org.Auditing{Store: repository.NewAudit(db), Work: db, Journal: journal},
		Projects:    &pool.Projects{Library: shared, Reader: libraries, Days: calendar.New(calendar.Years())},
		Clients:     &pool.Clients{Library: shared, Reader: libraries},
		Enterprises: &pool.Enterprises{Library: shared, Reader: libraries},
		Attachments: &pool.Attachments{Work: db, Store: libraries, Journal: journal, Clock: clock, IDs: ids, Kinds: pipeline.EvidenceKinds(), Photos: photo.Reader{}},
		Search:      &pool.Search{Store: libraries},
		Duplicates:  &pool.Duplicates{Store: libraries},
		Live:        &pool.Live{Store: libraries, Clock: clock},
		Timelines:   &pool.Timelines{Work: db, Store: libraries, Journal: journal},
		Pipeline:    &pipeline.Pipeline{Work: db, Store: libraries, Projects: libraries, Journal: journal, Clock: clock, IDs: ids},
		Reports:     &pipeline.Reports{Store: libraries, Keep: libraries, Targets: libraries, Lists: libraries, Work: db, Journal: journal, Clock: clock, IDs: ids},
		Visits:      &recruit.Visits{Days: calendar.New(calendar.Years()), Work: db, Store: recruiting, Within: libraries, Journal: journal, Clock: clock, IDs: ids},
	}
	audience := &notice.Audience{Store: notices, Actors: s.Sessions.Of}
	s.Timelines.Audience, s.Visits.Audience = audience, audience
	s.Notices = &notice.Notices{Work: db, Store: notices, Clock: clock}
	s.Watches = &notice.Watches{Work: db, Store: notices, Clock: clock}
	s.Teller = &notice.Teller{Work: db, Store: notices, Actors: s.Sessions.Of, HeadRole: string(org.UnitHead), Clock: clock, IDs: ids}
	s.Leads = &recruit.Leads{Days: calendar.New(calendar.Years()), Work: db, Store: recruiting, Within: libraries, Clients: s.Clients, Projects: s.Projects, Pipeline: s.Pipeline,
		Journal: journal, Clock: clock, IDs: ids}
	s.Importer = (&importer.Importer{Work: db, Store: recruiting, Keep: repository.NewImports(db), Actors: s.Sessions.Of, IDs: ids, Log: log, Units: unitService, Projects: s.Projects, Clients: s.Clients, Enterprises: s.Enterprises,
		Pipeline: s.Pipeline, Leads: s.Leads, Visits: s.Visits, Journal: journal, Clock: clock}).Prepare()
	s.Keeper = &goals.Keeper{Work: db, Store: libraries, Clock: clock}
	libraries.Lights = s.Keeper
	s.Portfolios = &goals.Portfolios{Reports: s.Reports, Store: libraries, Schemes: libraries, Keeper: s.Keeper, Days: calendar.New(calendar.Years()), Work: db, Journal: journal, Clock: clock, IDs: ids}
	s.Agendas = &recruit.Agendas{Store: recruiting, Days: calendar.New(calendar.Years()), Clock: clock}
	s.Feeds = &org.Feeds{Sessions: s.Sessions, Store: sessions}
	s.Preferences = &org.Preferences{Work: db, Store: repository.NewPreferences(db), Clock: clock}
	s.Views = &org.Views{Work: db, Store: repository.NewViews(db), Journal: journal, Clock: clock, IDs: ids}
	s.Batches = &pool.Batches{Work: db, Store: libraries, Targets: []pool.BatchTarget{pool.ProjectBatch{Projects: s.Projects}, recruit.LeadBatch{Leads: s.Leads}, pool.ClientBatch{Clients: s.Clients}, pool.EnterpriseBatch{Enterprises: s.Enterprises}, recruit.VisitBatch{Visits: s.Visits}},
		Journal: journal, Clock: clock, IDs: ids}
	samples := repository.NewSamples(db)
	s.Samples = (&intake.Samples{Work: db, Store: samples, Journal: journal, Clock: clock, IDs: ids, Log: log}).Prepare()
	s.Onboardings = &intake.Onboardings{Store: samples, Samples: s.Samples, Clock: clock}
	s.Desks = &recruit.Desks{Leads: s.Leads, Visits: s.Visits, Store: recruiting, Days: calendar.New(calendar.Years())}
	s.Charges = &goals.Charges{Store: libraries, Clock: clock}
	s.Decisions = &goals.Decisions{Store: libraries}
	s.Bin = &pool.Bin{Work: db, Store: recruiting, Journal: journal, Clock: clock}
	return s
}
