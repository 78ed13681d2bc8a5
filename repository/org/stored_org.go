package org

import (
	"sangu/domain/org"
)

// StoredProfile is an org.Profile as it is stored.
type StoredProfile struct {
	CountyName   string `json:"CountyName"`
	DivisionCode string `json:"DivisionCode"`
	Demo         bool   `json:"Demo"`
}

// StoreProfile returns the stored form.
func StoreProfile(x org.Profile) StoredProfile {
	return StoredProfile{
		CountyName:   x.CountyName,
		DivisionCode: x.DivisionCode,
		Demo:         x.Demo,
	}
}

// Entity returns what was stored.
func (s StoredProfile) Entity() org.Profile {
	return org.Profile{
		CountyName:   s.CountyName,
		DivisionCode: s.DivisionCode,
		Demo:         s.Demo,
	}
}

// StoredColumns is an org.Columns as it is stored.
type StoredColumns struct {
	Order   []string       `json:"Order"`
	Hidden  []string       `json:"Hidden"`
	Frozen  int            `json:"Frozen"`
	Widths  map[string]int `json:"Widths"`
	Density string         `json:"Density"`
}

// StoreColumns returns the stored form.
func StoreColumns(x org.Columns) StoredColumns {
	return StoredColumns{
		Order:   x.Order,
		Hidden:  x.Hidden,
		Frozen:  x.Frozen,
		Widths:  x.Widths,
		Density: x.Density,
	}
}

// Entity returns what was stored.
func (s StoredColumns) Entity() org.Columns {
	return org.Columns{
		Order:   s.Order,
		Hidden:  s.Hidden,
		Frozen:  s.Frozen,
		Widths:  s.Widths,
		Density: s.Density,
	}
}
