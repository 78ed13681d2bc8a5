package library

import (
	"math"

	"sangu/domain"
)

// Place is a point on the earth, in degrees.
type Place struct{ Latitude, Longitude float64 }

// earthRadius is the mean radius in km.
const earthRadius = 6371.0088

// KilometresTo returns the distance along the great circle in km, by the haversine
// formula.
func (p Place) KilometresTo(o Place) float64 {
	rad := func(d float64) float64 { return d * math.Pi / 180 }
	a := math.Pow(math.Sin(rad(o.Latitude-p.Latitude)/2), 2) +
		math.Cos(rad(p.Latitude))*math.Cos(rad(o.Latitude))*math.Pow(math.Sin(rad(o.Longitude-p.Longitude)/2), 2)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, a)))
}

// Photo is what a picture says of itself: the day, and the place where known.
type Photo struct {
	TakenOn domain.Date
	Place   *Place
}

// PhotoReader reads what pictures say of themselves; other files say nothing.
type PhotoReader interface {
	Read(name string, body []byte) Photo
}
