package kit

import (
	"html/template"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"sangu/domain"
)

// fallback answers what no route does: the web app, or not found under /api.
func (s *Server) fallback(c *gin.Context) {
	if strings.HasPrefix(c.Request.URL.Path, "/api/") || s.Front == nil {
		s.fail(c, domain.NotFound("request"))
		return
	}
	c.Status(http.StatusOK)
	s.Front.ServeHTTP(c.Writer, c.Request)
}

// otherMethod answers a path that is there with a method that it does not have:
// 405 under /api, where the header Allow names those it has; the web app elsewhere.
func (s *Server) otherMethod(c *gin.Context) {
	if strings.HasPrefix(c.Request.URL.Path, "/api") {
		s.fail(c, &domain.Error{Kind: kindMethod, Code: "request.method"})
		return
	}
	c.Writer.Header().Del("Allow")
	s.fallback(c)
}

// reference is the readable page of the operations.
func (s *Server) reference(c *gin.Context) {
	ops := s.Operations
	type row struct{ Method, Path, Summary, Right, ID string }
	type section struct {
		Name string
		Rows []row
	}
	var sections []section
	for _, tag := range tags(ops) {
		s := section{Name: tag}
		for _, o := range ops {
			if o.Tag == tag {
				s.Rows = append(s.Rows, row{Method: o.method, Path: "/api/v1" + ginParam.ReplaceAllString(o.path, "{$1}"), Summary: o.summary,
					Right: string(o.right), ID: o.id})
			}
		}
		sections = append(sections, s)
	}
	c.Header("Content-Type", "text/html; charset=utf-8")
	if err := referencePage.Execute(c.Writer, sections); err != nil {
		s.Log.Error("write reference page", "error", err)
	}
}

var referencePage = template.Must(template.New("reference").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sangu 三顾 API</title>
<style>body{font:15px/1.6 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem;color:#22262b;background:#fff}
table{width:100%;border-collapse:collapse}td{border-bottom:1px solid #e4e1da;padding:.35rem .5rem;vertical-align:top}
code{font-family:ui-monospace,monospace;font-size:13px}h2{margin:2rem 0 .5rem;font-size:17px}a{color:#23527c}</style>
<h1>Sangu 三顾 API</h1>
<p>Machine-readable: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Errors are problem+json; writes send If-Match; lists take limit, cursor, sort and exact_count.</p>
{{range .}}<h2>{{.Name}}</h2><table>{{range .Rows}}<tr id="{{.ID}}"><td><code>{{.Method}}</code><td><code>{{.Path}}</code><td>{{.Summary}}<td><code>{{.Right}}</code></tr>{{end}}</table>{{end}}
</html>`))
