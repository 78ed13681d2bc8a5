// Package reporting is the part of the JSON API for what counts projects: funnel, conversion, bulletins, targets and counting rules:
// one file a subject with its wire types and operations. It decides nothing; the
// domain does.
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
