package org

import (
	"time"

	"sangu/domain"
)

// Post is a person's place in a unit for a span of days, with a role. A person may
// hold several at once.
type Post struct {
	ID       domain.ID
	PersonID domain.ID
	UnitID   domain.ID
	// UnitName is the unit's name, given with reads.
	UnitName string
	Role     Role
	// Title is the post's own name, as "副县长" or "招商一股股长".
	Title  string
	FromOn domain.Date
	// ToOn is the last day, zero while it goes on.
	ToOn domain.Date
	// Main marks the post whose unit is credited when the person reports.
	Main      bool
	Version   int
	CreatedAt time.Time
}

// HeldOn reports whether the post is held on the day.
func (p Post) HeldOn(d domain.Date) bool {
	return !p.FromOn.After(d) && (p.ToOn.IsZero() || !p.ToOn.Before(d))
}

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
func (p Post) Check() error {
	var c domain.Check
	c.That(p.Role.Known(), "role", "input.enum", "allowed", Roles())
	c.That(!p.FromOn.IsZero(), "from_on", "input.required")
	c.That(p.ToOn.IsZero() || !p.ToOn.Before(p.FromOn), "to_on", "input.date_order")
	return c.Err()
}

// CanHold returns a KindInvalid error of field "role" for a post that would join
// an administrator's role with any other, now or later: the three administrators
// 三员 are mutually exclusive.
func CanHold(held []Post, p Post, today domain.Date) error {
	for _, h := range held {
		over := !h.ToOn.IsZero() && h.ToOn.Before(today)
		if over || h.ID == p.ID || h.Role == p.Role {
			continue
		}
		if h.Role.Administrator() || p.Role.Administrator() {
			return domain.InvalidField("role", "post.administrator_alone")
		}
	}
	return nil
}

// CanAppoint returns a KindForbidden error unless the actor may give the role. The
// security administrator may; until there is one, the system administrator of the
// first set-up may appoint the security and the audit administrator.
// securityAdmins is how many there are today.
func CanAppoint(actor domain.Actor, role Role, securityAdmins int) error {
	if actor.May(RoleGrant) {
		return nil
	}
	founding := actor.May(PersonManage) && securityAdmins == 0 && (role == SecurityAdmin || role == AuditAdmin)
	if founding {
		return nil
	}
	return domain.Forbidden("post.needs_security_admin")
}
