package repository

import (
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// storedCountingRule is a reporting.CountingRule as it is stored.
type storedCountingRule struct {
	Version       int              `json:"Version"`
	Name          string           `json:"Name"`
	Threshold     domain.Yuan      `json:"Threshold"`
	WindowMonths  int              `json:"WindowMonths"`
	Excluded      []string         `json:"Excluded"`
	ConfirmedOnly bool             `json:"ConfirmedOnly"`
	Credit        reporting.Credit `json:"Credit"`
	Rates         []storedPreset   `json:"Rates"`
	PublishedAt   time.Time        `json:"PublishedAt"`
	ByName        string           `json:"ByName"`
}

// storeCountingRule returns the stored form.
func storeCountingRule(x reporting.CountingRule) storedCountingRule {
	return storedCountingRule{
		Version:       x.Version,
		Name:          x.Name,
		Threshold:     x.Threshold,
		WindowMonths:  x.WindowMonths,
		Excluded:      x.Excluded,
		ConfirmedOnly: x.ConfirmedOnly,
		Credit:        x.Credit,
		Rates:         eachOf(x.Rates, storePreset),
		PublishedAt:   x.PublishedAt,
		ByName:        x.ByName,
	}
}

// entity returns what was stored.
func (s storedCountingRule) entity() reporting.CountingRule {
	return reporting.CountingRule{
		Version:       s.Version,
		Name:          s.Name,
		Threshold:     s.Threshold,
		WindowMonths:  s.WindowMonths,
		Excluded:      s.Excluded,
		ConfirmedOnly: s.ConfirmedOnly,
		Credit:        s.Credit,
		Rates:         eachOf(s.Rates, storedPreset.entity),
		PublishedAt:   s.PublishedAt,
		ByName:        s.ByName,
	}
}

// storedPreset is a reporting.Preset as it is stored.
type storedPreset struct {
	Key         string        `json:"Key"`
	Numerator   library.Stage `json:"Numerator"`
	Denominator library.Stage `json:"Denominator"`
}

// storePreset returns the stored form.
func storePreset(x reporting.Preset) storedPreset {
	return storedPreset{
		Key:         x.Key,
		Numerator:   x.Numerator,
		Denominator: x.Denominator,
	}
}

// entity returns what was stored.
func (s storedPreset) entity() reporting.Preset {
	return reporting.Preset{
		Key:         s.Key,
		Numerator:   s.Numerator,
		Denominator: s.Denominator,
	}
}
