// Package goals is the part of the JSON API for the cockpit, lights, scores, suspicions and what waits for a decision:
// one file a subject with its wire types and operations. It decides nothing; the
// domain does.
package goals

import "sangu/domain/goals"

// API serves the area's operations over its services.
type API struct {
	Lights              *goals.LightService
	Suspicions          *goals.SuspicionService
	Scoring             *goals.ScoringService
	Cockpit             *goals.CockpitService
	ResponsibleProjects *goals.ResponsibleProjectsService
	Decisions           *goals.DecisionService
}
