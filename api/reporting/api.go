// Package reporting serves the operations that count projects: funnel, conversion,
// bulletins, targets, work lists and counting rules. Each file is one subject with
// its wire types and operations; rules are the domain's.
package reporting

import (
	"sangu/domain/org"
	"sangu/domain/reporting"
	"sangu/internal/messages"
)

// API serves the area's operations over its services.
type API struct {
	Reports  *reporting.Reports
	Setup    *org.Setup
	Auditing *org.Auditing
	Messages *messages.Catalogue
}
