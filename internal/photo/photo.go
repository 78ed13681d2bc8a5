// Package photo reads when and where a picture was taken from its EXIF data.
package photo

import (
	"bytes"
	"path/filepath"
	"strings"

	"github.com/bep/imagemeta"

	"sangu/domain"
	"sangu/domain/library"
)

// Reader reads photos; it implements library.PhotoReader.
type Reader struct{}

// Read returns the day and place that a picture's EXIF data names, in decimal
// degrees. It returns the zero Photo for a file that is no picture or whose data
// cannot be read: a broken header is no reason to refuse it.
func (Reader) Read(name string, body []byte) library.Photo {
	formats := map[string]imagemeta.ImageFormat{".jpg": imagemeta.JPEG, ".jpeg": imagemeta.JPEG, ".png": imagemeta.PNG,
		".webp": imagemeta.WebP}
	format, known := formats[strings.ToLower(filepath.Ext(name))]
	if !known {
		return library.Photo{}
	}
	var tags imagemeta.Tags
	_, err := imagemeta.Decode(imagemeta.Options{R: bytes.NewReader(body), ImageFormat: format, Sources: imagemeta.EXIF,
		ShouldHandleTag: func(imagemeta.TagInfo) bool { return true },
		HandleTag:       func(t imagemeta.TagInfo) error { tags.Add(t); return nil }})
	if err != nil {
		return library.Photo{}
	}
	var p library.Photo
	if at, err := tags.GetDateTime(); err == nil && !at.IsZero() {
		// Cameras write their own wall clock: its day is meant, wherever they think they are.
		if day, ok := domain.NewDate(at.Year(), int(at.Month()), at.Day()); ok {
			p.TakenOn = day
		}
	}
	if lat, long, err := tags.GetLatLong(); err == nil && (lat != 0 || long != 0) && lat >= -90 && lat <= 90 && long >= -180 && long <= 180 {
		p.Place = &library.Place{Latitude: lat, Longitude: long}
	}
	return p
}
