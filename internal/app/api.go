package app

import (
	"net/http"

	"sangu/api"
	goalsapi "sangu/api/goals"
	intakeapi "sangu/api/intake"
	"sangu/api/kit"
	libraryapi "sangu/api/library"
	noticeapi "sangu/api/notice"
	orgapi "sangu/api/org"
	pipelineapi "sangu/api/pipeline"
	recruitapi "sangu/api/recruit"
	reportingapi "sangu/api/reporting"
	"sangu/internal/messages"
	"sangu/repository/sqlkit"
)

// newAPI puts the API together over the services.
func newAPI(o Options, texts *messages.Catalogue, db *sqlkit.DB, s Services) *api.API {
	return &api.API{
		Server: kit.Server{
			Log: o.Log, Messages: texts, Front: o.Front, Sessions: s.Sessions,
			Ready: func(r *http.Request) error { return db.Ready(r.Context()) },
		},
		Org: &orgapi.API{
			Setup: s.Setup, Sessions: s.Sessions, Units: s.Units, People: s.People, Auditing: s.Auditing,
			Preferences: s.Preferences, Views: s.Views, SecureCookie: o.SecureCookie,
		},
		Notice: &noticeapi.API{Notices: s.Notices, Watches: s.Watches},
		Library: &libraryapi.API{
			Projects: s.Projects, Clients: s.Clients, Enterprises: s.Enterprises, Attachments: s.Attachments,
			Timelines: s.Timelines, Batches: s.Batches, Bin: s.Bin, Duplicates: s.Duplicates, Live: s.Live, Search: s.Search,
			Auditing: s.Auditing, Messages: texts, Clock: o.Database.Clock, Closing: kit.NewClosing(),
		},
		Pipeline: &pipelineapi.API{Pipeline: s.Pipeline},
		Recruit: &recruitapi.API{
			Leads: s.Leads, Visits: s.Visits, Desks: s.Desks, Agendas: s.Agendas, Feeds: s.Feeds,
			Batches: s.Batches, Auditing: s.Auditing, Messages: texts,
		},
		Intake:    &intakeapi.API{Importer: s.Importer, Onboardings: s.Onboardings, Samples: s.Samples, Units: s.Units, Messages: texts},
		Reporting: &reportingapi.API{Reports: s.Reports, Setup: s.Setup, Auditing: s.Auditing, Messages: texts},
		Goals: &goalsapi.API{Lights: s.Lights, Suspicions: s.Suspicions, Scoring: s.Scoring, Cockpit: s.Cockpit,
			ResponsibleProjects: s.Responsible, Decisions: s.Decisions},
	}
}
