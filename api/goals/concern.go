package goals

import (
	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

type concernOut struct {
	Kind      string      `json:"kind" required:"true" enum:"red,suspicion,should_start,unseen"`
	ProjectID domain.ID   `json:"project_id" required:"true" description:"empty where several are named as one"`
	Project   string      `json:"project" required:"true"`
	Unit      string      `json:"unit" required:"true"`
	N         int         `json:"n" required:"true"`
	Amount    domain.Yuan `json:"amount" required:"true" description:"at stake"`
	Reason    string      `json:"reason" required:"true"`
	Was       string      `json:"was" required:"true" description:"of a red light, the light at the end of the month before"`
	Since     domain.Date `json:"since,omitzero"`
	Workdays  int         `json:"workdays" required:"true" description:"since then"`
}

type concernsOut struct {
	Total       int          `json:"total" required:"true" description:"a project may be there for more than one reason"`
	Red         int          `json:"red" required:"true"`
	Suspicions  int          `json:"suspicions" required:"true" description:"that nobody answered"`
	ShouldStart int          `json:"should_start" required:"true" description:"planned start passed and not begun"`
	Unseen      int          `json:"unseen" required:"true" description:"entries of money in place that have waited ten working days for a verifier"`
	UnseenBy    domain.Date  `json:"unseen_by" required:"true" description:"the day by which those were reported"`
	Items       []concernOut `json:"items" required:"true" description:"the first of them"`
}

func concernsFrom(c goals.Concerns) concernsOut {
	return concernsOut{Total: c.Total(), Red: c.Red, Suspicions: c.Suspicions, ShouldStart: c.ShouldStart, Unseen: c.Unseen,
		UnseenBy: c.UnseenBy, Items: kit.Each(c.Items, func(x goals.Concern) concernOut {
			return concernOut{Kind: x.Kind, ProjectID: x.ProjectID, Project: x.Project, Unit: x.Unit, N: x.N, Amount: x.Amount, Reason: x.Reason,
				Was: string(x.Was), Since: x.Since, Workdays: x.Workdays}
		})}
}
