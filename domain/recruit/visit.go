package recruit

import (
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
)

// VisitState is how far a visit has come.
type VisitState string

// The states of a visit.
const (
	Planned   VisitState = "planned"
	Done      VisitState = "done"
	Cancelled VisitState = "cancelled"
)

// Vocabularies of visits: the way 走出去 or 请进来, and what came of it.
const (
	Out = "out" // 走出去
	In  = "in"  // 请进来
)

// Outcomes lists 无结果、意向、协议.
func Outcomes() []string { return []string{"none", "intent", "agreement"} }

// VisitFacts is what is said of a courtesy visit 拜访.
type VisitFacts struct {
	Way         string // out or in
	On          domain.Date
	StartsAt    string // HH:MM, optional
	Company     string // whom
	Place       string
	LeaderID    domain.ID // leading leader
	Party       []string  // who went along, by name
	Met         string    // who was met
	Purpose     string
	OwnerID     domain.ID
	Leads       []domain.ID
	Clients     []domain.ID
	Projects    []domain.ID // offer projects taken along, and projects it serves
	Enterprises []domain.ID
}

// Visit is a courtesy visit, planned or made.
type Visit struct {
	ID domain.ID
	VisitFacts
	UnitID    domain.ID
	State     VisitState
	Outcome   string
	Summary   string
	Reason    string // why cancelled
	Steps     []FollowUp
	CreatedBy domain.ID
	CreatedAt time.Time
	UpdatedAt time.Time
	Version   int
	// What came of it is told to those whom the summary names and to the owners
	// of its next steps.
	mentions    []notice.Mention
	handedSteps []domain.Recipient
}

// FollowUp is a next step that somebody has to take by a day.
type FollowUp struct {
	ID      domain.ID
	Subject domain.Ref // what it follows up: the visit, or a lead
	Title   string
	About   string // names what it is about, for the desk
	OwnerID domain.ID
	UnitID  domain.ID
	DueOn   domain.Date
	DoneAt  time.Time
	// Left is how many working days are left until it is due, as workdaysTo says;
	// only a visit's page asks for it.
	Left    *int
	Version int
}

// Check gives every rule the facts break.
func (f VisitFacts) Check() error {
	var c domain.Check
	c.That(f.Way == Out || f.Way == In, "way", "input.enum", "allowed", []string{Out, In})
	c.That(!f.On.IsZero(), "on", "input.required")
	c.That(strings.TrimSpace(f.Company) != "", "company", "input.required")
	if f.StartsAt != "" {
		_, err := time.Parse("15:04", f.StartsAt)
		c.That(err == nil, "starts_at", "visit.time")
	}
	return c.Err()
}

// Links names every page that the visit belongs to.
func (f VisitFacts) Links() []domain.Ref {
	var out []domain.Ref
	for kind, ids := range map[string][]domain.ID{"lead": f.Leads, "client": f.Clients, "project": f.Projects, "enterprise": f.Enterprises} {
		for _, id := range ids {
			out = append(out, domain.Ref{Kind: kind, ID: id})
		}
	}
	slices.SortFunc(out, func(a, b domain.Ref) int { return strings.Compare(a.Kind+string(a.ID), b.Kind+string(b.ID)) })
	return out
}

// Complete says what came of a planned visit.
func (v *Visit) Complete(outcome, summary, met string, today domain.Date) error {
	if v.State != Planned {
		return domain.Conflict("visit.not_planned")
	}
	var c domain.Check
	c.That(slices.Contains(Outcomes(), outcome), "outcome", "input.enum", "allowed", Outcomes())
	c.That(strings.TrimSpace(summary) != "", "summary", "input.required")
	c.That(!v.On.After(today), "on", "visit.not_yet")
	if err := c.Err(); err != nil {
		return err
	}
	v.State, v.Outcome, v.Summary = Done, outcome, strings.TrimSpace(summary)
	if met != "" {
		v.Met = met
	}
	return nil
}

// Cancel calls a planned visit off, with a reason.
func (v *Visit) Cancel(reason string) error {
	if v.State != Planned {
		return domain.Conflict("visit.not_planned")
	}
	if strings.TrimSpace(reason) == "" {
		return domain.InvalidField("reason", "input.required")
	}
	v.State, v.Reason = Cancelled, strings.TrimSpace(reason)
	return nil
}
