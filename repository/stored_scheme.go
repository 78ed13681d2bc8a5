package repository

import (
	"sangu/domain/goals"
)

// storedScheme is a goals.Scheme as it is stored.
type storedScheme struct {
	Name  string            `json:"Name"`
	Items []storedScoreItem `json:"Items"`
	Veto  string            `json:"Veto"`
}

// storeScheme returns the stored form.
func storeScheme(x goals.Scheme) storedScheme {
	return storedScheme{
		Name:  x.Name,
		Items: eachOf(x.Items, storeScoreItem),
		Veto:  x.Veto,
	}
}

// entity returns what was stored.
func (s storedScheme) entity() goals.Scheme {
	return goals.Scheme{
		Name:  s.Name,
		Items: eachOf(s.Items, storedScoreItem.entity),
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
		Faults:    eachOf(x.Faults, storeDeduct),
	}
}

// entity returns what was stored.
func (s storedScoreItem) entity() goals.ScoreItem {
	return goals.ScoreItem{
		Name:      s.Name,
		Method:    s.Method,
		Points:    s.Points,
		Indicator: s.Indicator,
		Second:    s.Second,
		Cap:       s.Cap,
		PerUnit:   s.PerUnit,
		Faults:    eachOf(s.Faults, storedDeduct.entity),
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

// entity returns what was stored.
func (s storedDeduct) entity() goals.Deduct {
	return goals.Deduct{
		Indicator: s.Indicator,
		PerUnit:   s.PerUnit,
	}
}
