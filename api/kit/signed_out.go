package kit

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// SignedOut clears the cookie.
type SignedOut struct{}

// Respond takes the session's cookie away and answers 204.
func (SignedOut) Respond(c *gin.Context) {
	http.SetCookie(c.Writer, &http.Cookie{Name: CookieName, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	c.Status(http.StatusNoContent)
}

// NoBody implements Bodiless.
func (SignedOut) NoBody() {}
