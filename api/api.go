// Package api joins the areas' operations into the product's JSON API: routes.go
// is the whole table.
package api

import (
	"embed"
	"net/http"

	goalsapi "sangu/api/goals"
	intakeapi "sangu/api/intake"
	"sangu/api/kit"
	libraryapi "sangu/api/library"
	noticeapi "sangu/api/notice"
	orgapi "sangu/api/org"
	pipelineapi "sangu/api/pipeline"
	recruitapi "sangu/api/recruit"
	reportingapi "sangu/api/reporting"
)

// examples are real answers that the tests recorded: make examples.
//
//go:embed examples/*.json
var examples embed.FS

// API is the whole JSON API: each area's operations, and the server that they
// are served by. internal/app puts it together.
type API struct {
	Server    kit.Server
	Org       *orgapi.API
	Notice    *noticeapi.API
	Library   *libraryapi.API
	Pipeline  *pipelineapi.API
	Recruit   *recruitapi.API
	Intake    *intakeapi.API
	Reporting *reportingapi.API
	Goals     *goalsapi.API
}

// Handler returns the whole HTTP surface. It fails where the operations cannot be
// described.
func (a *API) Handler() (http.Handler, error) { return a.server().Handler() }

// Document returns the OpenAPI description of all operations.
func (a *API) Document() ([]byte, error) { return a.server().Document() }

// CloseStreams ends all streams: a server that stops does not wait for them.
func (a *API) CloseStreams() { a.Library.Closing.Close() }

func (a *API) server() *kit.Server {
	s := a.Server
	s.Sections, s.StaleWires, s.Examples = a.sections(), staleWires(), examples
	return &s
}
