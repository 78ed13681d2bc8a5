package goals

import (
	"math"

	"sangu/domain"
)

// places looks for site photos that were taken elsewhere than the project's
// other ones: none of them is within photoKilometres.
func (m Material) places() []Oddity {
	byProject := map[domain.ID][]Evidence{}
	for _, e := range m.Evidence {
		if e.Kind == "site_photo" && e.Photo.Place != nil {
			byProject[e.ProjectID] = append(byProject[e.ProjectID], e)
		}
	}
	var out []Oddity
	for id, photos := range byProject {
		for i, e := range photos {
			// Of two photos apart the later one is asked about.
			if len(photos) == 1 || len(photos) == 2 && i == 0 {
				continue
			}
			if km := nearest(photos, i); km > photoKilometres {
				out = append(out, Oddity{id, "photo_place", e.SHA256[:min(16, len(e.SHA256))], map[string]any{"file": e.Name, "km": math.Round(km*10) / 10}})
			}
		}
	}
	return out
}

// nearest is how far the nearest other photo is, in km.
func nearest(photos []Evidence, i int) float64 {
	best := math.Inf(1)
	for j, o := range photos {
		if j != i {
			best = min(best, photos[i].Photo.Place.KilometresTo(*o.Photo.Place))
		}
	}
	return best
}

// capital looks for contracts far above what the company is registered with.
func (m Material) capital() []Oddity {
	var out []Oddity
	for _, c := range m.Cases {
		capital := m.Capital[c.ProjectID]
		if signed := c.SignedAmount; capital > 0 && !c.Status.Over() && signed >= capitalTimes*capital {
			out = append(out, Oddity{c.ProjectID, "thin_capital", "", map[string]any{"signed_amount": int64(signed), "capital": int64(capital)}})
		}
	}
	return out
}
