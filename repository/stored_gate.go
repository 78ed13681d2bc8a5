package repository

import (
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// storedGate is a pipeline.Gate as it is stored.
type storedGate struct {
	Stage      library.Stage       `json:"Stage"`
	Needs      []storedRequirement `json:"Needs"`
	Equipment  []storedRequirement `json:"Equipment"`
	NotCounted []string            `json:"NotCounted"`
}

// storeGate returns the stored form.
func storeGate(x pipeline.Gate) storedGate {
	return storedGate{
		Stage:      x.Stage,
		Needs:      eachOf(x.Needs, storeRequirement),
		Equipment:  eachOf(x.Equipment, storeRequirement),
		NotCounted: x.NotCounted,
	}
}

// entity returns what was stored.
func (s storedGate) entity() pipeline.Gate {
	return pipeline.Gate{
		Stage:      s.Stage,
		Needs:      eachOf(s.Needs, storedRequirement.entity),
		Equipment:  eachOf(s.Equipment, storedRequirement.entity),
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

// entity returns what was stored.
func (s storedRequirement) entity() pipeline.Requirement {
	return pipeline.Requirement{
		Field:    s.Field,
		Evidence: s.Evidence,
		Visit:    s.Visit,
		AnyOf:    s.AnyOf,
		Reasoned: s.Reasoned,
		Instead:  s.Instead,
	}
}
