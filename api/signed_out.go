package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// signedOut clears the cookie.
type signedOut struct{}

func (signedOut) Respond(c *gin.Context) {
	http.SetCookie(c.Writer, &http.Cookie{Name: cookieName, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	c.Status(http.StatusNoContent)
}

// NoBody implements Bodiless.
func (signedOut) NoBody() {}
