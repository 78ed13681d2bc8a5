package kit

import (
	"cmp"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"sangu/domain"
	"sangu/internal/messages"
)

const (
	actorKey   = "sangu.actor"
	requestKey = "sangu.request"
	// CookieName is the name of the cookie that holds a session.
	CookieName   = "sangu_session"
	requestIDKey = "X-Request-ID"
)

func actorOf(c *gin.Context) domain.Actor {
	a, _ := c.Get(actorKey)
	actor, _ := a.(domain.Actor)
	return actor
}

func requestID(c *gin.Context) string { return c.GetString(requestKey) }

// language is the one asked for by the request, else the person's own.
func (s *Server) language(c *gin.Context) string {
	if accept := c.GetHeader("Accept-Language"); accept != "" {
		return messages.Match(accept)
	}
	return messages.Match(actorOf(c).Lang)
}

var requestIDForm = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// identify gives each request an id, the client's own where it has form.
func identify(c *gin.Context) {
	id := c.GetHeader(requestIDKey)
	if !requestIDForm.MatchString(id) {
		id = uuid.Must(uuid.NewV7()).String()
	}
	c.Set(requestKey, id)
	c.Header(requestIDKey, id)
	c.Next()
}

// observe logs and counts each request by its route, never by its path: paths
// carry record numbers.
func (s *Server) observe(c *gin.Context) {
	start := time.Now()
	c.Next()
	took := time.Since(start)
	route := c.FullPath()
	if route == "" {
		route = "none"
	}
	s.metrics.observe(c.Request.Method, route, c.Writer.Status(), took)
	s.Log.LogAttrs(c.Request.Context(), slog.LevelDebug, "request", slog.String("request_id", requestID(c)),
		slog.String("method", c.Request.Method), slog.String("route", route), slog.Int("status", c.Writer.Status()), slog.Duration("took", took))
}

// recover turns a panic into a 500 that is logged like any other.
func (s *Server) recovered(c *gin.Context) {
	defer func() {
		if r := recover(); r != nil {
			s.fail(c, &panicked{r})
		}
	}()
	c.Next()
}

// secure sets the headers that every answer has, and stops requests that a
// foreign site makes a browser send.
func (s *Server) secure(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors "+
		"'none'; base-uri 'self'; form-action 'self'")
	if err := s.crossOrigin.Check(c.Request); err != nil {
		s.fail(c, domain.Forbidden("request.cross_site"))
		return
	}
	c.Next()
}

// authenticate makes the actor from the bearer token or the session cookie.
// Without either the actor is nobody, and only open operations answer.
func (s *Server) authenticate(c *gin.Context) {
	ctx := c.Request.Context()
	var actor domain.Actor
	var err error
	if bearer, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer "); ok {
		actor, err = s.Sessions.ByToken(ctx, bearer)
	} else if secret, cookieErr := c.Cookie(CookieName); cookieErr == nil && secret != "" {
		actor, err = s.Sessions.BySession(ctx, secret)
	}
	if err != nil && !domain.IsKind(err, domain.KindUnauthenticated) {
		s.fail(c, err)
		return
	}
	if err != nil && c.GetHeader("Authorization") != "" {
		s.fail(c, err)
		return
	}
	actor.Address, actor.RequestID = c.ClientIP(), requestID(c)
	actor.Lang = messages.Match(cmp.Or(c.GetHeader("Accept-Language"), actor.Lang))
	c.Set(actorKey, actor)
	c.Next()
}

// pathV1 is below which the operations are, and pathSignIn the one whose rate is
// limited.
const (
	pathV1     = "/api/v1"
	pathSignIn = "/session"
)

// throttled reports whether the rate of the operation is limited.
func (o Operation) throttled() bool { return o.method == http.MethodPost && o.path == pathSignIn }

// retryAfter is after how many seconds a sign-in that came too often may be
// tried again: the rate of the limiter is one a second.
const retryAfter = "1"

// throttle allows each address a modest rate of sign-ins.
func (s *Server) throttle(c *gin.Context) {
	if c.Request.Method == http.MethodPost && c.FullPath() == pathV1+pathSignIn && !s.limiter.allow(c.ClientIP()) {
		c.Header("Retry-After", retryAfter)
		s.fail(c, &domain.Error{Kind: kindTooMany, Code: "request.too_many"})
		return
	}
	c.Next()
}
