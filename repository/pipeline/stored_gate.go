package pipeline

import (
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// StoredGate is a pipeline.Gate as it is stored.
type StoredGate struct {
	Stage      library.Stage       `json:"Stage"`
	Needs      []storedRequirement `json:"Needs"`
	Equipment  []storedRequirement `json:"Equipment"`
	NotCounted []string            `json:"NotCounted"`
}

// StoreGate returns the stored form.
func StoreGate(x pipeline.Gate) StoredGate {
	return StoredGate{
		Stage:      x.Stage,
		Needs:      sqlkit.EachOf(x.Needs, storeRequirement),
		Equipment:  sqlkit.EachOf(x.Equipment, storeRequirement),
		NotCounted: x.NotCounted,
	}
}

// Entity returns what was stored.
func (s StoredGate) Entity() pipeline.Gate {
	return pipeline.Gate{
		Stage:      s.Stage,
		Needs:      sqlkit.EachOf(s.Needs, storedRequirement.Entity),
		Equipment:  sqlkit.EachOf(s.Equipment, storedRequirement.Entity),
		NotCounted: s.NotCounted,
	}
}

// storedRequirement is a pipeline.Requirement as it is stored.
type storedRequirement struct {
	Field    string   `json:"Field"`
	Evidence string   `json:"Evidence"`
	Visit    bool     `json:"Visit"`
	AnyOf    []string `json:"AnyOf"`
	Reasoned bool     `json:"Reasoned"`
	Instead  []string `json:"Instead"`
}

// storeRequirement returns the stored form.
func storeRequirement(x pipeline.Requirement) storedRequirement {
	return storedRequirement{
		Field:    x.Field,
		Evidence: x.Evidence,
		Visit:    x.Visit,
		AnyOf:    x.AnyOf,
		Reasoned: x.Reasoned,
		Instead:  x.Instead,
	}
}

// Entity returns what was stored.
func (s storedRequirement) Entity() pipeline.Requirement {
	return pipeline.Requirement{
		Field:    s.Field,
		Evidence: s.Evidence,
		Visit:    s.Visit,
		AnyOf:    s.AnyOf,
		Reasoned: s.Reasoned,
		Instead:  s.Instead,
	}
}
