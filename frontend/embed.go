// Package frontend carries the built web app and serves it.
package frontend

import (
	"embed"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// Handler serves the app: hashed assets for ever, index.html always fresh, and
// index.html for every address without an extension, which the app routes
// itself. A missing asset is not found, never a page.
func Handler() http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return http.NotFoundHandler()
	}
	return handler{files}
}

type handler struct{ files fs.FS }

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if path.Ext(name) == "" {
		name = "index.html"
	}
	body, encoding := h.read(name, r.Header.Get("Accept-Encoding"))
	if body == nil {
		if name == "index.html" {
			http.Error(w, "The web app is not built: run make build.", http.StatusNotFound)
			return
		}
		http.NotFound(w, r)
		return
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if path.Ext(name) == ".webmanifest" {
		kind = "application/manifest+json"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	w.Header().Set("Vary", "Accept-Encoding")
	if encoding != "" {
		w.Header().Set("Content-Encoding", encoding)
	}
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // the client may have gone; there is nobody to tell
	}
}

// read gives a file as the smallest that is there and accepted, or nil.
func (h handler) read(name, accepted string) (body []byte, encoding string) {
	for _, e := range []struct{ name, ending string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !strings.Contains(accepted, e.name) {
			continue
		}
		if b, err := fs.ReadFile(h.files, name+e.ending); err == nil {
			return b, e.name
		}
	}
	b, err := fs.ReadFile(h.files, name)
	if err != nil {
		return nil, ""
	}
	return b, ""
}
