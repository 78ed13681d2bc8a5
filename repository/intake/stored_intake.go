package intake

import (
	"sangu/domain"
	"sangu/domain/intake"
	librarystore "sangu/repository/library"
	"sangu/repository/sqlkit"
)

// StoredSheet is an intake.Sheet as it is stored.
type StoredSheet struct {
	Reading *StoredReading               `json:"Reading"`
	Cells   map[string]string            `json:"Cells"`
	Words   map[string]map[string]string `json:"Words"`
	Kept    map[string]string            `json:"Kept"`
}

// StoreSheet returns the stored form.
func StoreSheet(x intake.Sheet) StoredSheet {
	return StoredSheet{
		Reading: sqlkit.EachPointer(x.Reading, StoreReading),
		Cells:   x.Cells,
		Words:   x.Words,
		Kept:    x.Kept,
	}
}

// Entity returns what was stored.
func (s StoredSheet) Entity() intake.Sheet {
	return intake.Sheet{
		Reading: sqlkit.EachPointer(s.Reading, StoredReading.Entity),
		Cells:   s.Cells,
		Words:   s.Words,
		Kept:    s.Kept,
	}
}

// StoredReading is an intake.Reading as it is stored.
type StoredReading struct {
	Kind       string   `json:"Kind"`
	HeaderRows []int    `json:"HeaderRows"`
	Columns    []string `json:"Columns"`
	Headers    []string `json:"Headers"`
	Unit       int64    `json:"Unit"`
	Open       bool     `json:"Open,omitempty"` // absent in readings stored before there was such a thing
}

// StoreReading returns the stored form.
func StoreReading(x intake.Reading) StoredReading {
	return StoredReading{
		Kind:       x.Kind,
		HeaderRows: x.HeaderRows,
		Columns:    x.Columns,
		Headers:    x.Headers,
		Unit:       x.Unit,
		Open:       x.Open,
	}
}

// Entity returns what was stored.
func (s StoredReading) Entity() intake.Reading {
	return intake.Reading{
		Kind:       s.Kind,
		HeaderRows: s.HeaderRows,
		Columns:    s.Columns,
		Headers:    s.Headers,
		Unit:       s.Unit,
		Open:       s.Open,
	}
}

// StoredBefore is an intake.Before as it is stored.
type StoredBefore struct {
	Project      *librarystore.StoredProjectFacts      `json:"Project"`
	Client       *librarystore.StoredClientFacts       `json:"Client"`
	Enterprise   *librarystore.StoredEnterpriseFacts   `json:"Enterprise"`
	Organization *librarystore.StoredOrganizationFacts `json:"Organization"`
	Leaders      []domain.ID                           `json:"Leaders"`
}

// StoreBefore returns the stored form.
func StoreBefore(x intake.Before) StoredBefore {
	return StoredBefore{
		Project:      sqlkit.EachPointer(x.Project, librarystore.StoreProjectFacts),
		Client:       sqlkit.EachPointer(x.Client, librarystore.StoreClientFacts),
		Enterprise:   sqlkit.EachPointer(x.Enterprise, librarystore.StoreEnterpriseFacts),
		Organization: sqlkit.EachPointer(x.Organization, librarystore.StoreOrganizationFacts),
		Leaders:      x.Leaders,
	}
}

// Entity returns what was stored.
func (s StoredBefore) Entity() intake.Before {
	return intake.Before{
		Project:      sqlkit.EachPointer(s.Project, librarystore.StoredProjectFacts.Entity),
		Client:       sqlkit.EachPointer(s.Client, librarystore.StoredClientFacts.Entity),
		Enterprise:   sqlkit.EachPointer(s.Enterprise, librarystore.StoredEnterpriseFacts.Entity),
		Organization: sqlkit.EachPointer(s.Organization, librarystore.StoredOrganizationFacts.Entity),
		Leaders:      s.Leaders,
	}
}
