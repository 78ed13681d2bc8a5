// Package pipeline is the part of the JSON API for what moves a project: stage events, verdicts,
//
//	signings, shares of credit, funds and gates:
//
// one file a subject with its wire types and operations. It decides nothing; the
// domain does.
package pipeline

import "sangu/domain/pipeline"

// API serves the area's operations over its services.
type API struct {
	Pipeline *pipeline.Pipeline
}
