// Package intake is the part of the JSON API for imports of ledgers, the first steps and the sample county:
// one file a subject with its wire types and operations. It decides nothing; the
// domain does.
package intake

import (
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/importer"
	"sangu/internal/messages"
)

// API serves the area's operations over its services.
type API struct {
	Importer    *importer.Importer
	Onboardings *intake.Onboardings
	Samples     *intake.Samples
	Units       *org.Units
	Messages    *messages.Catalogue
}
