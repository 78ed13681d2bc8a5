// Package recruit holds the work of attracting: leads and who reported them
// first, courtesy visits, and what follows from them.
package recruit

import (
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/library"
)

// LeadState is the state of a lead.
type LeadState string

// The states of a lead.
const (
	Open      LeadState = "open"      // 待研判
	Valid     LeadState = "valid"     // 有效
	Invalid   LeadState = "invalid"   // 无效
	Converted LeadState = "converted" // 已转项目
)

// LeadStates lists every state.
func LeadStates() []LeadState { return []LeadState{Open, Valid, Invalid, Converted} }

// LeadFacts are the fields of a lead that may be changed. Company, subject and
// channel are required.
type LeadFacts struct {
	Company      string          // 企业名称
	Subject      string          // 意向内容
	Channel      library.Channel // 线索来源
	Amount       *domain.Yuan    // 意向投资
	Industry     string
	ContactName  string
	ContactPhone string
	Note         string
	// ReferrerKind is enterprise, client or person; ReferrerID names one in the
	// libraries, ReferrerName one that is not there yet.
	ReferrerKind string
	ReferrerID   domain.ID
	ReferrerName string
	OwnerID      domain.ID
	NextOn       domain.Date // next follow-up
	NextAction   string
}

// Lead is a pointer to a possible investment 线索.
type Lead struct {
	ID domain.ID
	LeadFacts
	// UnitID is the unit that reported first, ReceivedAt the server's receipt:
	// it decides who was first, not a typed date.
	UnitID     domain.ID
	ReportedOn domain.Date
	ReceivedAt time.Time
	State      LeadState
	// Verdict is why the lead was found valid or not.
	Verdict    string
	AssessedBy domain.ID
	AssessedOn domain.Date
	ClientID   domain.ID
	ProjectID  domain.ID
	CreatedBy  domain.ID
	UpdatedAt  time.Time
	Version    int
}

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
func (f LeadFacts) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(f.Company) != "", "company", "input.required")
	c.That(strings.TrimSpace(f.Subject) != "", "subject", "input.required")
	c.That(f.Channel.Known(), "channel", "input.enum", "allowed", library.Channels())
	c.That(f.Amount == nil || *f.Amount >= 0, "amount", "input.negative")
	kinds := []string{"enterprise", "client", "person"}
	c.That(f.ReferrerKind == "" || slices.Contains(kinds, f.ReferrerKind), "referrer_kind", "input.enum", "allowed", kinds)
	c.That(f.ReferrerID.IsZero() || f.ReferrerKind != "", "referrer_kind", "input.required")
	if f.Industry != "" {
		_, ok := library.IndustryByCode(f.Industry)
		c.That(ok, "industry", "project.industry_unknown")
	}
	return c.Err()
}

// Assess records whether the lead is worth following, with a reason. It returns a
// KindConflict error for a converted lead and KindInvalid of field "verdict"
// without a reason.
func (l *Lead) Assess(valid bool, verdict string, by domain.ID, on domain.Date) error {
	if l.State == Converted {
		return domain.Conflict("lead.converted")
	}
	if strings.TrimSpace(verdict) == "" {
		return domain.InvalidField("verdict", "input.required")
	}
	l.State, l.Verdict, l.AssessedBy, l.AssessedOn = Invalid, strings.TrimSpace(verdict), by, on
	if valid {
		l.State = Valid
	}
	return nil
}

// Convert ties the lead to the client and the project made of it, and ends its
// follow-up. It returns a KindConflict error for a lead that is converted already
// or invalid.
func (l *Lead) Convert(client, project domain.ID) error {
	switch l.State {
	case Converted:
		return domain.Conflict("lead.converted")
	case Invalid:
		return domain.Conflict("lead.invalid")
	default:
		// What is not named here is dealt with after the switch.
	}
	l.State, l.ClientID, l.ProjectID, l.NextOn, l.NextAction = Converted, client, project, domain.Date{}, ""
	return nil
}

// Reopen takes back an assessment: the lead waits for one again. It returns a
// KindConflict error for a converted or an open lead.
func (l *Lead) Reopen() error {
	switch l.State {
	case Converted:
		return domain.Conflict("lead.converted")
	case Open:
		return domain.Conflict("lead.open")
	default:
		// What is not named here is dealt with after the switch.
	}
	l.State, l.Verdict, l.AssessedBy, l.AssessedOn = Open, "", "", domain.Date{}
	return nil
}

// Postpone sets the next follow-up of a lead to another day. It returns a
// KindConflict error for a lead that is not followed any more and KindInvalid of
// field "next_on" without a day.
func (l *Lead) Postpone(on domain.Date) error {
	switch {
	case l.State == Converted:
		return domain.Conflict("lead.converted")
	case l.State == Invalid:
		return domain.Conflict("lead.not_followed")
	case on.IsZero():
		return domain.InvalidField("next_on", "input.required")
	}
	l.NextOn = on
	return nil
}

// followed reports whether a lead in this state is still followed up.
func (s LeadState) followed() bool { return s == Open || s == Valid }
