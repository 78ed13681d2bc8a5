package kit

import (
	"context"
	"errors"
	"net/http"
	"reflect"

	"github.com/gin-gonic/gin"

	"sangu/domain"
)

// problem is an error body: RFC 9457 problem details, with the stable code,
// the fields, and for a stale write the current record.
type problem struct {
	Type      string         `json:"type" required:"true"`
	Title     string         `json:"title" required:"true"`
	Status    int            `json:"status" required:"true"`
	Code      string         `json:"code" required:"true"`
	RequestID string         `json:"request_id" required:"true"`
	Fields    []problemField `json:"fields,omitempty"`
	Current   any            `json:"current,omitempty"`
}

type problemField struct {
	Path    string `json:"path" required:"true"`
	Code    string `json:"code" required:"true"`
	Message string `json:"message" required:"true"`
}

// Kinds of failure that only HTTP knows: no service answers them.
const (
	kindMethod  domain.Kind = "method"
	kindTooMany domain.Kind = "too_many"
)

// statusOf is the one table from kinds of error to HTTP.
func statusOf(k domain.Kind) int {
	switch k {
	case domain.KindInvalid:
		return http.StatusUnprocessableEntity
	case domain.KindUnauthenticated:
		return http.StatusUnauthorized
	case domain.KindForbidden:
		return http.StatusForbidden
	case domain.KindNotFound:
		return http.StatusNotFound
	case domain.KindConflict:
		return http.StatusConflict
	case domain.KindStale:
		return http.StatusPreconditionFailed
	case kindMethod:
		return http.StatusMethodNotAllowed
	case kindTooMany:
		return http.StatusTooManyRequests
	case domain.KindUnavailable:
		return http.StatusServiceUnavailable
	default:
		// What is not named here is dealt with after the switch.
	}
	return http.StatusInternalServerError
}

// fail writes an error. It is the only writer of error bodies: what is not of
// a known kind is logged whole, once, and tells the client a request id alone.
func (s *Server) fail(c *gin.Context, err error) {
	lang := s.language(c)
	e, ok := errors.AsType[*domain.Error](err)
	if !ok {
		e = &domain.Error{Kind: domain.KindInternal, Code: "internal"}
	}
	status := statusOf(e.Kind)
	p := problem{Type: "about:blank", Title: s.Messages.Text(lang, e.Code, e.Params), Status: status, Code: e.Code, RequestID: requestID(c)}
	for _, f := range e.Fields {
		p.Fields = append(p.Fields, problemField{f.Path, f.Code, s.Messages.Text(lang, f.Code, f.Params)})
	}
	if e.Current != nil {
		p.Current = s.wireOf(e.Current)
	}
	switch {
	case errors.Is(err, context.Canceled):
		s.Log.Info("client went away", "request_id", p.RequestID)
	case status >= http.StatusInternalServerError:
		s.Log.Error("request failed", "request_id", p.RequestID, "route", c.FullPath(), "error", err)
	}
	c.Header("Content-Type", "application/problem+json")
	c.AbortWithStatusJSON(status, p)
}

// TypeName names the type of an entity, as StaleWires is keyed.
func TypeName(v any) string { return reflect.TypeOf(v).String() }

// wireOf returns the wire form of an entity that a stale write met, or nil.
func (s *Server) wireOf(entity any) any {
	if to, ok := s.StaleWires[TypeName(entity)]; ok {
		return to(entity)
	}
	return nil
}
