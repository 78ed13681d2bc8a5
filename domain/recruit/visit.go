package recruit

import (
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/notice"
)

// VisitState is the state of a visit.
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

// VisitFacts are the fields of a courtesy visit 拜访 that may be changed. Way, day
// and company are required.
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

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
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

// Links returns every record on whose page the visit is shown, by kind and ID.
func (f VisitFacts) Links() []domain.Ref {
	var out []domain.Ref
	for _, linked := range []struct {
		kind string
		ids  []domain.ID
	}{
		{domain.SubjectClient, f.Clients}, {domain.SubjectEnterprise, f.Enterprises},
		{domain.SubjectLead, f.Leads}, {domain.SubjectProject, f.Projects},
	} {
		for _, id := range slices.Sorted(slices.Values(linked.ids)) {
			out = append(out, domain.Ref{Kind: linked.kind, ID: id})
		}
	}
	return out
}

// Complete records what came of a planned visit. It returns a KindConflict error
// unless the visit is planned, and KindInvalid for an outcome there is not,
// without a summary, or before the day of the visit. An empty met keeps whom the
// visit was planned with.
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

// Cancel calls a planned visit off. It returns a KindConflict error unless the
// visit is planned, and KindInvalid of field "reason" without a reason.
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

// Reopen takes back that a visit was made or called off: it is planned again. Its
// outcome then stays in the history. It returns a KindConflict error for a planned
// visit.
func (v *Visit) Reopen() error {
	if v.State == Planned {
		return domain.Conflict("visit.planned")
	}
	v.State, v.Outcome, v.Summary, v.Reason = Planned, "", "", ""
	return nil
}

// Reschedule moves a planned visit to another day, and to another hour unless
// startsAt is nil. It returns a KindConflict error unless the visit is planned,
// and else as VisitFacts.Check.
func (v *Visit) Reschedule(on domain.Date, startsAt *string) error {
	if v.State != Planned {
		return domain.Conflict("visit.not_planned")
	}
	v.On = on
	if startsAt != nil {
		v.StartsAt = *startsAt
	}
	return v.Check()
}
