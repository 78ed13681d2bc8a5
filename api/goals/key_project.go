package goals

import (
	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

type keyProjectOut struct {
	lightOut
	Was      string      `json:"was" required:"true" description:"the light at the end of the month before; empty where it was not there"`
	Done     *float64    `json:"done" required:"true" description:"percent of the investment in place"`
	Plan     *float64    `json:"plan" required:"true" description:"percent at an even pace from the start to the planned completion; null before the start"`
	Next     string      `json:"next" required:"true" description:"start, completion, or empty where no day was planned"`
	Due      domain.Date `json:"due,omitzero"`
	Workdays int         `json:"workdays" required:"true" description:"to the day; below 0 where it has passed"`
}

type keyProjectsOut struct {
	Which  string          `json:"which" required:"true" description:"own: led by the reader; ours: of the reader's unit; key: on a list of key projects; all: there is no such list"`
	Counts map[string]int  `json:"counts" required:"true" description:"by light"`
	Items  []keyProjectOut `json:"items" required:"true" description:"the worst light first, ten at most"`
}

func keyProjectsFrom(k goals.KeyProjects) keyProjectsOut {
	out := keyProjectsOut{Which: k.Which, Counts: map[string]int{}}
	for c, n := range k.Counts {
		out.Counts[string(c)] = n
	}
	out.Items = kit.Each(k.Items, func(x goals.KeyProject) keyProjectOut {
		return keyProjectOut{lightOut: lightFrom(x.ProjectLight), Was: string(x.Was), Done: x.Done, Plan: x.Plan, Next: x.Next, Due: x.Due,
			Workdays: x.Workdays}
	})
	return out
}
