// Package notice is the part of the JSON API for notices and following:
// one file a subject with its wire types and operations. It decides nothing; the
// domain does.
package notice

import "sangu/domain/notice"

// API serves the area's operations over its services.
type API struct {
	Notices *notice.Notices
	Watches *notice.Watches
}
