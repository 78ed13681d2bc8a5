package org_test

import (
	"testing"

	"sangu/domain"
	"sangu/domain/org"
)

func day(s string) domain.Date { return domain.MustDate(s) }

func TestAPostKeepsTheRules(t *testing.T) {
	t.Parallel()
	post := func(change func(p *org.Post)) error {
		p := org.Post{Role: org.UnitClerk, FromOn: day("2026-03-01"), ToOn: day("2026-03-31")}
		change(&p)
		return p.Check()
	}
	holdRules(t, []rule{
		{"a post in full", post(func(*org.Post) {}), ""},
		{"a post may go on", post(func(p *org.Post) { p.ToOn = domain.Date{} }), ""},
		{"its role is one there is", post(func(p *org.Post) { p.Role = "mayor" }), "role input.enum"},
		{"it begins on a day", post(func(p *org.Post) { p.FromOn = domain.Date{} }), "from_on input.required"},
		{"it may end on the day it begins", post(func(p *org.Post) { p.ToOn = p.FromOn }), ""},
		{"it does not end before it begins", post(func(p *org.Post) { p.ToOn = p.FromOn.AddDays(-1) }), "to_on input.date_order"},
	})
	p := org.Post{FromOn: day("2026-03-01"), ToOn: day("2026-03-31")}
	for on, held := range map[string]bool{"2026-02-28": false, "2026-03-01": true, "2026-03-31": true, "2026-04-01": false} {
		if p.HeldOn(day(on)) != held {
			t.Errorf("on %s the post is held: want %v", on, held)
		}
	}
	p.ToOn = domain.Date{}
	if !p.HeldOn(day("2036-01-01")) {
		t.Error("a post without an end goes on")
	}
}

func TestTheThreeAdministratorsHoldNothingElse(t *testing.T) {
	t.Parallel()
	today := day("2026-09-26")
	held := func(role org.Role, to domain.Date) []org.Post {
		return []org.Post{{ID: "h", Role: role, FromOn: day("2026-01-01"), ToOn: to}}
	}
	can := func(had []org.Post, role org.Role) error {
		return org.CanHold(had, org.Post{ID: "n", Role: role}, today)
	}
	const alone = "role post.administrator_alone"
	holdRules(t, []rule{
		{"two posts of business go together", can(held(org.Officer, domain.Date{}), org.UnitClerk), ""},
		{"who holds a post becomes no administrator", can(held(org.Officer, domain.Date{}), org.AuditAdmin), alone},
		{"an administrator gets no other post", can(held(org.SystemAdmin, domain.Date{}), org.Officer), alone},
		{"an administrator becomes no other administrator", can(held(org.SystemAdmin, domain.Date{}), org.SecurityAdmin), alone},
		{"a post that ends today is still held", can(held(org.Officer, today), org.AuditAdmin), alone},
		{"one that ended yesterday is not", can(held(org.Officer, today.AddDays(-1)), org.AuditAdmin), ""},
		{"the same role at another unit", can(held(org.SystemAdmin, domain.Date{}), org.SystemAdmin), ""},
		{"the post itself does not hinder itself", org.CanHold(held(org.Officer, domain.Date{}), org.Post{ID: "h", Role: org.AuditAdmin},
			today), ""},
	})
}

func TestRolesAreGivenByTheSecurityAdministrator(t *testing.T) {
	t.Parallel()
	security, system, office := someone("s", org.SecurityAdmin), someone("y", org.SystemAdmin), someone("o", org.OfficeAdmin)
	const needs = "post.needs_security_admin"
	holdRules(t, []rule{
		{"the security administrator gives any role", org.CanAppoint(security, org.Officer, 1), ""},
		{"the system administrator gives none where there is a security administrator", org.CanAppoint(system, org.AuditAdmin, 1), needs},
		{"until then the security administrator's", org.CanAppoint(system, org.SecurityAdmin, 0), ""},
		{"and the audit administrator's", org.CanAppoint(system, org.AuditAdmin, 0), ""},
		{"but no role of business", org.CanAppoint(system, org.Officer, 0), needs},
		{"nobody else founds", org.CanAppoint(office, org.SecurityAdmin, 0), needs},
	})
}

func TestARecordIsTakenAwayByItsMakerForADay(t *testing.T) {
	t.Parallel()
	made := day("2026-09-26").Start()
	maker := domain.Actor{PersonID: "m"}
	const not = "bin.may_not"
	holdRules(t, []rule{
		{"the right reaches it", org.MayWithdraw(domain.Actor{}, true, "m", made, made.Add(48*org.CreatorWindow)), ""},
		{"its maker at once", org.MayWithdraw(maker, false, "m", made, made), ""},
		{"its maker until a day has gone by", org.MayWithdraw(maker, false, "m", made, made.Add(org.CreatorWindow-1)), ""},
		{"not after a day", org.MayWithdraw(maker, false, "m", made, made.Add(org.CreatorWindow)), not},
		{"nobody else", org.MayWithdraw(maker, false, "n", made, made), not},
		{"nobody for whom no maker is known", org.MayWithdraw(domain.Actor{}, false, "", made, made), not},
	})
}
