// Package recruit is the part of the JSON API for leads, visits, follow-ups, the desk and the calendar:
// one file a subject with its wire types and operations. It decides nothing; the
// domain does.
package recruit

import (
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
	"sangu/internal/messages"
)

// API serves the area's operations over its services.
type API struct {
	Leads    *recruit.Leads
	Visits   *recruit.Visits
	Desks    *recruit.Desks
	Agendas  *recruit.Agendas
	Feeds    *org.Feeds
	Batches  *library.Batches
	Auditing *org.Auditing
	Messages *messages.Catalogue
}
