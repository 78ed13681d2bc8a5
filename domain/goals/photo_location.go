package goals

import (
	"math"

	"sangu/domain"
)

// places looks for site photos that were taken elsewhere than the project's
// other ones, none of which is within the limit, and for those taken at the very
// place where another project's was. Areas have no coordinates of their own to
// be measured against.
func (m CheckInput) places() []Anomaly {
	byProject := map[domain.ID][]Evidence{}
	for _, e := range m.Evidence {
		if e.Kind == "site_photo" && e.Photo.Place != nil {
			byProject[e.ProjectID] = append(byProject[e.ProjectID], e)
		}
	}
	var out []Anomaly
	for id, photos := range byProject {
		for i, e := range photos {
			// Of two photos apart the later one is asked about.
			if len(photos) == 1 || len(photos) == 2 && i == 0 {
				continue
			}
			if km := nearest(photos, i); km > m.Limits.PhotoKilometres {
				out = append(out, Anomaly{ProjectID: id, Kind: "photo_place", Key: e.SHA256[:min(16, len(e.SHA256))],
					Facts: map[string]any{"file": e.Name, "file_id": string(e.ID), "km": math.Round(km*10) / 10}})
			}
		}
	}
	return append(out, m.samePlace()...)
}

// samePlace finds a site photo taken, to the metre, where one of another project
// was; of the two the later one is asked about.
func (m CheckInput) samePlace() []Anomaly {
	type spot struct{ latitude, longitude float64 }
	first, names := map[spot]Evidence{}, m.names()
	var out []Anomaly
	for _, e := range m.Evidence {
		if e.Kind != "site_photo" || e.Photo.Place == nil {
			continue
		}
		at := spot{math.Round(e.Photo.Place.Latitude * 1e5), math.Round(e.Photo.Place.Longitude * 1e5)}
		before, ok := first[at]
		if !ok {
			first[at] = e
			continue
		}
		if before.ProjectID != e.ProjectID && before.SHA256 != e.SHA256 {
			out = append(out, Anomaly{ProjectID: e.ProjectID, Kind: "photo_place", Key: "same " + e.SHA256[:min(16, len(e.SHA256))],
				Facts: map[string]any{"file": e.Name, "file_id": string(e.ID), "other": names[before.ProjectID], "other_id": string(before.ProjectID)}})
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
func (m CheckInput) capital() []Anomaly {
	var out []Anomaly
	for _, c := range m.Cases {
		capital := m.Capital[c.ProjectID]
		if signed := c.SignedAmount; capital > 0 && !c.Status.Over() && signed >= domain.Yuan(m.Limits.CapitalTimes)*capital {
			out = append(out, Anomaly{ProjectID: c.ProjectID, Kind: "thin_capital", Key: "",
				Facts: map[string]any{"signed_amount": int64(signed), "capital": int64(capital)}})
		}
	}
	return out
}
