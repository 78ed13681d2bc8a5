package api

import (
	"log/slog"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/go-playground/validator/v10"
	"golang.org/x/time/rate"

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

	validator   *validator.Validate
	metrics     *metrics
	limiter     *limiter
	closing     chan struct{}
	closeOnce   sync.Once
	crossOrigin *http.CrossOriginProtection
}

// Handler gives the whole HTTP surface.
func (a *API) Handler() (http.Handler, error) {
	gin.SetMode(gin.ReleaseMode)
	a.validator, a.metrics, a.limiter = newValidator(), newMetrics(), newLimiter(rate.Limit(1), 20)
	a.closing = make(chan struct{})
	a.crossOrigin = http.NewCrossOriginProtection()
	document, err := a.Document()
	if err != nil {
		return nil, err
	}
	r := gin.New()
	r.HandleMethodNotAllowed = false
	if err := r.SetTrustedProxies([]string{"127.0.0.1", "::1"}); err != nil {
		return nil, err
	}
	r.Use(identify, a.observe, a.recovered, a.secure)
	r.GET("/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok\n") })
	r.GET("/readyz", a.readyz)
	r.GET("/metrics", gin.WrapH(a.metrics.handler()))
	r.GET("/api/openapi.json", func(c *gin.Context) { c.Data(http.StatusOK, "application/json", document) })
	r.GET("/api", a.reference)
	v1 := r.Group("/api/v1", a.throttle, a.authenticate)
	for _, o := range a.operations() {
		v1.Handle(o.method, o.path, func(c *gin.Context) { o.serve(a, o, c) })
	}
	r.NoRoute(a.elsewhere)
	return r, nil
}

func (a *API) readyz(c *gin.Context) {
	if err := a.Ready(c.Request); err != nil {
		a.fail(c, err)
		return
	}
	c.String(http.StatusOK, "ready\n")
}
