package kit

import (
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
