package api

import (
	"log/slog"
	"net/http"

	"sangu/domain/goals"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/notice"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
	"sangu/domain/reporting"
	"sangu/internal/importer"
	"sangu/internal/messages"
)

// API serves the operations over the services. internal/app puts it together.
type API struct {
	Log      *slog.Logger
	Messages *messages.Catalogue
	// Ready says whether the parts that requests need are there.
	Ready func(*http.Request) error
	// Front serves the web app: everything outside /api and the probes.
	Front http.Handler
	// SecureCookie marks the session cookie for HTTPS only.
	SecureCookie bool

	Setup    *org.Setup
	Sessions *org.Sessions
	Units    *org.Units
	People   *org.People
	Auditing *org.Auditing

	Projects    *library.Projects
	Clients     *library.Clients
	Enterprises *library.Enterprises
	Attachments *library.Attachments
	Timelines   *library.Timelines
	Pipeline    *pipeline.Pipeline
	Reports     *reporting.Reports
	Portfolios  *goals.Portfolios
	Leads       *recruit.Leads
	Visits      *recruit.Visits
	Desks       *recruit.Desks
	Charges     *goals.ResponsibleProjectsService
	Decisions   *goals.Decisions
	Agendas     *recruit.Agendas
	Feeds       *org.Feeds
	Duplicates  *library.Duplicates
	Live        *library.Live
	Search      *library.Search
	Importer    *importer.Importer
	Preferences *org.Preferences
	Views       *org.Views
	Batches     *library.Batches
	Bin         *library.Bin
	Notices     *notice.Notices
	Watches     *notice.Watches
	Samples     *intake.Samples
	Onboardings *intake.Onboardings
	// DemoAccounts are named on the demonstration's sign-in page; else empty.
	DemoAccounts []DemoAccount
	// Closing ends the streams when the server stops.
	Closing *Closing
}
