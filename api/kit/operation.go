// Package kit is what the areas of the JSON API are made with: the operation as
// the one description of a route, decoding and validation, the only writer of
// error bodies, and the OpenAPI document. It knows no area and decides nothing.
package kit

import (
	"context"
	"net/http"
	"reflect"

	"github.com/gin-gonic/gin"

	"sangu/domain"
)

// Operation is the one description of an operation: from it come the route,
// the check of the right, the decoding, and the OpenAPI document.
type Operation struct {
	id      string // a verb of the trade: listProjects
	method  string
	path    string // in gin's form: /projects/:id
	right   domain.Right
	public  bool // needs no sign-in
	summary string
	tag     string
	in, out reflect.Type
	status  int
	serve   func(*Server, Operation, *gin.Context)
}

// NoContent is the output of operations that answer 204.
type NoContent struct{}

// tagged is an output with an entity tag: the version that a write must name.
type tagged interface{ RecordVersion() int }

// written is an output that is no JSON, as a file; it writes itself.
type written interface{ Respond(c *gin.Context) }

// typed is a written output that says its media type in the document.
type typed interface{ MediaType() string }

// Bodiless is a written output that has no body.
type Bodiless interface{ NoBody() }

// documented is a written output whose body is still a wire type.
type documented interface{ Body() any }

// A Section is the operations of one subject, as the table and the document group
// them.
type Section struct {
	Name, About string
	Operations  []Operation
}

// operations returns those of all sections, each with its section's name.
func (s *Server) operations() []Operation {
	var all []Operation
	for _, section := range s.Sections {
		for _, o := range section.Operations {
			o.tag = section.Name
			all = append(all, o)
		}
	}
	return all
}

// op describes an operation by its function. Its input has fields tagged path,
// query, header, json or formData; its output is a wire type.
func op[I, O any](method, id, path string, right domain.Right, summary string,
	fn func(context.Context, domain.Actor, I) (O, error)) Operation {
	o := Operation{id: id, method: method, path: path, right: right, summary: summary, in: reflect.TypeFor[I](), out: reflect.TypeFor[O](),
		status: http.StatusOK}
	if o.out == reflect.TypeFor[NoContent]() {
		o.status = http.StatusNoContent
	}
	o.serve = func(s *Server, o Operation, c *gin.Context) {
		actor := actorOf(c)
		if !o.public && actor.PersonID.IsZero() {
			s.fail(c, domain.Unauthenticated("session.required"))
			return
		}
		if o.right != "" {
			if err := actor.Require(o.right); err != nil {
				s.fail(c, err)
				return
			}
		}
		var in I
		if err := s.decode(c, &in); err != nil {
			s.fail(c, err)
			return
		}
		out, err := fn(c.Request.Context(), actor, in)
		if err != nil {
			s.fail(c, err)
			return
		}
		respond(c, o.status, out)
	}
	return o
}

// Get describes an operation that reads.
func Get[I, O any](id, path string, right domain.Right, summary string, fn func(context.Context, domain.Actor, I) (O, error)) Operation {
	return op(http.MethodGet, id, path, right, summary, fn)
}

// Post describes an operation that makes something. It answers 201, or 204 where
// it has no output.
func Post[I, O any](id, path string, right domain.Right, summary string, fn func(context.Context, domain.Actor, I) (O, error)) Operation {
	o := op(http.MethodPost, id, path, right, summary, fn)
	if o.status == http.StatusOK {
		o.status = http.StatusCreated
	}
	return o
}

// Act describes an operation on what is there, as completing a visit: a POST that
// answers 200, or 204 where it has no output.
func Act[I, O any](id, path string, right domain.Right, summary string, fn func(context.Context, domain.Actor, I) (O, error)) Operation {
	return op(http.MethodPost, id, path, right, summary, fn)
}

// Put describes an operation that writes a whole record.
func Put[I, O any](id, path string, right domain.Right, summary string, fn func(context.Context, domain.Actor, I) (O, error)) Operation {
	return op(http.MethodPut, id, path, right, summary, fn)
}

// Patch describes an operation that changes some fields of a record over the
// version that was read.
func Patch[I, O any](id, path string, right domain.Right, summary string, fn func(context.Context, domain.Actor, I) (O, error)) Operation {
	return op(http.MethodPatch, id, path, right, summary, fn)
}

// Delete describes an operation that takes something away.
func Delete[I, O any](id, path string, right domain.Right, summary string, fn func(context.Context, domain.Actor, I) (O, error)) Operation {
	return op(http.MethodDelete, id, path, right, summary, fn)
}

// Public lets an operation be used without sign-in.
func Public(o Operation) Operation { o.public = true; return o }

// Answers sets the status of success, where it is not the method's usual one.
func Answers(status int, o Operation) Operation { o.status = status; return o }

func respond(c *gin.Context, status int, out any) {
	if w, ok := out.(written); ok {
		w.Respond(c)
		return
	}
	if t, ok := out.(tagged); ok {
		c.Header("ETag", etag(t.RecordVersion()))
	}
	if _, ok := out.(NoContent); ok {
		c.Status(http.StatusNoContent)
		return
	}
	c.JSON(status, out)
}
