package kit

import (
	"io/fs"
	"log/slog"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/go-playground/validator/v10"
	"golang.org/x/time/rate"

	"sangu/domain/org"
	"sangu/internal/messages"
)

// Server serves a table of operations. What it needs of the product is sign-in
// and the catalogue of texts; the operations come with their services.
type Server struct {
	Log      *slog.Logger
	Messages *messages.Catalogue
	Sessions *org.Sessions
	// Ready reports whether the parts that requests need are there.
	Ready func(*http.Request) error
	// Front serves the web app: everything outside /api and the probes.
	Front http.Handler
	// Sections hold all operations that the server answers under /api/v1.
	Sections []Section
	// Examples holds the recorded examples of operations, below examples/.
	Examples fs.FS
	// StaleWires returns the wire form of the entity that a stale write met, by
	// the entity's type as TypeName gives it.
	StaleWires map[string]func(any) any

	validator   *validator.Validate
	metrics     *metrics
	limiter     *limiter
	crossOrigin *http.CrossOriginProtection
}

// Handler returns the whole HTTP surface. It fails where the operations cannot
// be described, or their examples not be read.
func (s *Server) Handler() (http.Handler, error) {
	gin.SetMode(gin.ReleaseMode)
	s.validator, s.metrics, s.limiter = newValidator(), newMetrics(), newLimiter(rate.Limit(1), 20)
	s.crossOrigin = http.NewCrossOriginProtection()
	document, err := s.Document()
	if err != nil {
		return nil, err
	}
	reference, err := s.reference()
	if err != nil {
		return nil, err
	}
	r := gin.New()
	r.HandleMethodNotAllowed = true
	if err := r.SetTrustedProxies([]string{"127.0.0.1", "::1"}); err != nil {
		return nil, err
	}
	r.Use(identify, s.observe, s.recovered, s.secure)
	r.GET("/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok\n") })
	r.GET("/readyz", s.readyz)
	r.GET("/metrics", gin.WrapH(s.metrics.handler()))
	r.GET("/api/openapi.json", func(c *gin.Context) { c.Data(http.StatusOK, "application/json", document) })
	r.GET("/api", reference)
	v1 := r.Group(pathV1, s.throttle, s.authenticate)
	for _, o := range s.operations() {
		v1.Handle(o.method, o.path, func(c *gin.Context) { o.serve(s, o, c) })
	}
	r.NoRoute(s.fallback)
	r.NoMethod(s.otherMethod)
	return r, nil
}

func (s *Server) readyz(c *gin.Context) {
	if err := s.Ready(c.Request); err != nil {
		s.fail(c, err)
		return
	}
	c.String(http.StatusOK, "ready\n")
}

// Closing is closed when the server stops, for streams that would keep it.
type Closing struct {
	done chan struct{}
	once sync.Once
}

// NewClosing returns one that is open.
func NewClosing() *Closing { return &Closing{done: make(chan struct{})} }

// Done returns a channel that is closed when the server stops.
func (c *Closing) Done() <-chan struct{} { return c.done }

// Close ends all streams. It may be called more than once.
func (c *Closing) Close() { c.once.Do(func() { close(c.done) }) }
