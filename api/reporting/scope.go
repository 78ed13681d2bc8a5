package reporting

import "sangu/domain/reporting"

type ScopeOut struct {
	Kind string `json:"kind" required:"true" description:"of what the report is: county, unit (all that it answers for, or what its post sees), own (the projects that a leader leads) or part"`
	Unit string `json:"unit" required:"true" description:"of unit: its name"`
}

func ScopeFrom(s reporting.Scope) ScopeOut { return ScopeOut{string(s.Kind), s.Unit} }
