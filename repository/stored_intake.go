package repository

import (
	"sangu/domain"
	"sangu/domain/intake"
)

// storedSheet is an intake.Sheet as it is stored.
type storedSheet struct {
	Reading *storedReading               `json:"Reading"`
	Cells   map[string]string            `json:"Cells"`
	Words   map[string]map[string]string `json:"Words"`
	Kept    map[string]string            `json:"Kept"`
}

// storeSheet returns the stored form.
func storeSheet(x intake.Sheet) storedSheet {
	return storedSheet{
		Reading: eachPointer(x.Reading, storeReading),
		Cells:   x.Cells,
		Words:   x.Words,
		Kept:    x.Kept,
	}
}

// entity returns what was stored.
func (s storedSheet) entity() intake.Sheet {
	return intake.Sheet{
		Reading: eachPointer(s.Reading, storedReading.entity),
		Cells:   s.Cells,
		Words:   s.Words,
		Kept:    s.Kept,
	}
}

// storedReading is an intake.Reading as it is stored.
type storedReading struct {
	Kind       string   `json:"Kind"`
	HeaderRows []int    `json:"HeaderRows"`
	Columns    []string `json:"Columns"`
	Headers    []string `json:"Headers"`
	Unit       int64    `json:"Unit"`
}

// storeReading returns the stored form.
func storeReading(x intake.Reading) storedReading {
	return storedReading{
		Kind:       x.Kind,
		HeaderRows: x.HeaderRows,
		Columns:    x.Columns,
		Headers:    x.Headers,
		Unit:       x.Unit,
	}
}

// entity returns what was stored.
func (s storedReading) entity() intake.Reading {
	return intake.Reading{
		Kind:       s.Kind,
		HeaderRows: s.HeaderRows,
		Columns:    s.Columns,
		Headers:    s.Headers,
		Unit:       s.Unit,
	}
}

// storedBefore is an intake.Before as it is stored.
type storedBefore struct {
	Project      *storedProjectFacts      `json:"Project"`
	Client       *storedClientFacts       `json:"Client"`
	Enterprise   *storedEnterpriseFacts   `json:"Enterprise"`
	Organization *storedOrganizationFacts `json:"Organization"`
	Leaders      []domain.ID              `json:"Leaders"`
}

// storeBefore returns the stored form.
func storeBefore(x intake.Before) storedBefore {
	return storedBefore{
		Project:      eachPointer(x.Project, storeProjectFacts),
		Client:       eachPointer(x.Client, storeClientFacts),
		Enterprise:   eachPointer(x.Enterprise, storeEnterpriseFacts),
		Organization: eachPointer(x.Organization, storeOrganizationFacts),
		Leaders:      x.Leaders,
	}
}

// entity returns what was stored.
func (s storedBefore) entity() intake.Before {
	return intake.Before{
		Project:      eachPointer(s.Project, storedProjectFacts.entity),
		Client:       eachPointer(s.Client, storedClientFacts.entity),
		Enterprise:   eachPointer(s.Enterprise, storedEnterpriseFacts.entity),
		Organization: eachPointer(s.Organization, storedOrganizationFacts.entity),
		Leaders:      s.Leaders,
	}
}
