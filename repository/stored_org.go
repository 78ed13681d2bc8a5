package repository

import (
	"sangu/domain/org"
)

// storedProfile is an org.Profile as it is stored.
type storedProfile struct {
	CountyName   string `json:"CountyName"`
	DivisionCode string `json:"DivisionCode"`
	Demo         bool   `json:"Demo"`
}

// storeProfile returns the stored form.
func storeProfile(x org.Profile) storedProfile {
	return storedProfile{
		CountyName:   x.CountyName,
		DivisionCode: x.DivisionCode,
		Demo:         x.Demo,
	}
}

// entity returns what was stored.
func (s storedProfile) entity() org.Profile {
	return org.Profile{
		CountyName:   s.CountyName,
		DivisionCode: s.DivisionCode,
		Demo:         s.Demo,
	}
}

// storedColumns is an org.Columns as it is stored.
type storedColumns struct {
	Order   []string       `json:"Order"`
	Hidden  []string       `json:"Hidden"`
	Frozen  int            `json:"Frozen"`
	Widths  map[string]int `json:"Widths"`
	Density string         `json:"Density"`
}

// storeColumns returns the stored form.
func storeColumns(x org.Columns) storedColumns {
	return storedColumns{
		Order:   x.Order,
		Hidden:  x.Hidden,
		Frozen:  x.Frozen,
		Widths:  x.Widths,
		Density: x.Density,
	}
}

// entity returns what was stored.
func (s storedColumns) entity() org.Columns {
	return org.Columns{
		Order:   s.Order,
		Hidden:  s.Hidden,
		Frozen:  s.Frozen,
		Widths:  s.Widths,
		Density: s.Density,
	}
}
