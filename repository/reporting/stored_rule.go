package reporting

import (
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
	"sangu/repository/sqlkit"
)

// StoredCountingRule is a reporting.CountingRule as it is stored.
type StoredCountingRule struct {
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

// StoreCountingRule returns the stored form.
func StoreCountingRule(x reporting.CountingRule) StoredCountingRule {
	return StoredCountingRule{
		Version:       x.Version,
		Name:          x.Name,
		Threshold:     x.Threshold,
		WindowMonths:  x.WindowMonths,
		Excluded:      x.Excluded,
		ConfirmedOnly: x.ConfirmedOnly,
		Credit:        x.Credit,
		Rates:         sqlkit.EachOf(x.Rates, storePreset),
		PublishedAt:   x.PublishedAt,
		ByName:        x.ByName,
	}
}

// Entity returns what was stored.
func (s StoredCountingRule) Entity() reporting.CountingRule {
	return reporting.CountingRule{
		Version:       s.Version,
		Name:          s.Name,
		Threshold:     s.Threshold,
		WindowMonths:  s.WindowMonths,
		Excluded:      s.Excluded,
		ConfirmedOnly: s.ConfirmedOnly,
		Credit:        s.Credit,
		Rates:         sqlkit.EachOf(s.Rates, storedPreset.Entity),
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

// Entity returns what was stored.
func (s storedPreset) Entity() reporting.Preset {
	return reporting.Preset{
		Key:         s.Key,
		Numerator:   s.Numerator,
		Denominator: s.Denominator,
	}
}
