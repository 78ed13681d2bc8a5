// Package library is the part of the JSON API for the three libraries and for what
// every record has: timeline, files, batches, bin, search. Each file has the wire
// types and operations of one subject. It decides nothing; the domain does.
package library

import (
	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/internal/messages"
)

// API serves the area's operations over its services.
type API struct {
	Projects    *library.Projects
	Clients     *library.Clients
	Enterprises *library.Enterprises
	Attachments *library.Attachments
	Timelines   *library.Timelines
	Batches     *library.Batches
	Bin         *library.Bin
	Duplicates  *library.Duplicates
	Live        *library.Live
	Search      *library.Search
	Auditing    *org.Auditing
	Messages    *messages.Catalogue
	Clock       domain.Clock
	// Closing ends the streams when the server stops.
	Closing *kit.Closing
}
