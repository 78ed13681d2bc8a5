// Package api has a table of operations.
package api

import "county/domain"

const (
	visitRead domain.Right = "visit.read"
	leadRead  domain.Right = "lead.read"
)

type operation struct {
	path  string
	right domain.Right
}

func get(path string, right domain.Right) operation { return operation{path, right} }

func operations() []operation {
	return []operation{get("/visits", visitRead), get("/leads", leadRead), get("/me", "")}
}

func serve(actor domain.Actor, path string) error {
	for _, o := range operations() {
		if o.path == path && o.right != "" {
			return actor.Require(o.right)
		}
	}
	return nil
}
