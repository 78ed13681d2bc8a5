package reporting

import "sangu/domain/reporting"

// ScopeOut is the wire form of what a report is of.
type ScopeOut struct {
	Kind string `json:"kind" required:"true" description:"of what the report is: county, unit (all that it answers for, or what its post sees), own (the projects that a leader leads) or part"`
	Unit string `json:"unit" required:"true" description:"of unit: its name"`
}

// ScopeFrom returns the wire form of what a report is of.
func ScopeFrom(s reporting.Scope) ScopeOut { return ScopeOut{string(s.Kind), s.Unit} }
