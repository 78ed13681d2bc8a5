package goals

import (
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// StoredScheme is a goals.Scheme as it is stored.
type StoredScheme struct {
	Name  string            `json:"Name"`
	Items []storedScoreItem `json:"Items"`
	Veto  string            `json:"Veto"`
}

// StoreScheme returns the stored form.
func StoreScheme(x goals.Scheme) StoredScheme {
	return StoredScheme{
		Name:  x.Name,
		Items: sqlkit.EachOf(x.Items, storeScoreItem),
		Veto:  x.Veto,
	}
}

// Entity returns what was stored.
func (s StoredScheme) Entity() goals.Scheme {
	return goals.Scheme{
		Name:  s.Name,
		Items: sqlkit.EachOf(s.Items, storedScoreItem.Entity),
		Veto:  s.Veto,
	}
}

// storedScoreItem is a goals.ScoreItem as it is stored.
type storedScoreItem struct {
	Name      string         `json:"Name"`
	Method    goals.Method   `json:"Method"`
	Points    float64        `json:"Points"`
	Indicator string         `json:"Indicator"`
	Second    string         `json:"Second"`
	Cap       float64        `json:"Cap"`
	PerUnit   float64        `json:"PerUnit"`
	Faults    []storedDeduct `json:"Faults"`
}

// storeScoreItem returns the stored form.
func storeScoreItem(x goals.ScoreItem) storedScoreItem {
	return storedScoreItem{
		Name:      x.Name,
		Method:    x.Method,
		Points:    x.Points,
		Indicator: x.Indicator,
		Second:    x.Second,
		Cap:       x.Cap,
		PerUnit:   x.PerUnit,
		Faults:    sqlkit.EachOf(x.Faults, storeDeduct),
	}
}

// Entity returns what was stored.
func (s storedScoreItem) Entity() goals.ScoreItem {
	return goals.ScoreItem{
		Name:      s.Name,
		Method:    s.Method,
		Points:    s.Points,
		Indicator: s.Indicator,
		Second:    s.Second,
		Cap:       s.Cap,
		PerUnit:   s.PerUnit,
		Faults:    sqlkit.EachOf(s.Faults, storedDeduct.Entity),
	}
}

// storedDeduct is a goals.Deduct as it is stored.
type storedDeduct struct {
	Indicator string  `json:"Indicator"`
	PerUnit   float64 `json:"PerUnit"`
}

// storeDeduct returns the stored form.
func storeDeduct(x goals.Deduct) storedDeduct {
	return storedDeduct{
		Indicator: x.Indicator,
		PerUnit:   x.PerUnit,
	}
}

// Entity returns what was stored.
func (s storedDeduct) Entity() goals.Deduct {
	return goals.Deduct{
		Indicator: s.Indicator,
		PerUnit:   s.PerUnit,
	}
}
