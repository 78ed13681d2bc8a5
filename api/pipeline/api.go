// Package pipeline serves the operations that move projects: stage events,
// verdicts, signings, shares of credit, funds and gates. Each file is one subject
// with its wire types and operations; rules are the domain's.
package pipeline

import "sangu/domain/pipeline"

// API serves the area's operations over its services.
type API struct {
	Pipeline *pipeline.Pipeline
}
