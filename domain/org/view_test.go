package org_test

import (
	"strings"
	"testing"

	"sangu/domain"
	"sangu/domain/org"
)

func someone(id domain.ID, role org.Role) domain.Actor {
	return org.ActorOf(org.Person{ID: id}, []org.Post{{UnitID: "u", Role: role, FromOn: domain.MustDate("2026-01-01")}},
		[]org.Unit{{ID: "u"}}, domain.MustDate("2026-09-26"))
}

func TestASharedViewIsSeenByAllWhoReadTheListAndChangedByOwnerAndOffice(t *testing.T) {
	t.Parallel()
	mine, shared := org.View{List: "projects", OwnerID: "a"}, org.View{List: "projects", OwnerID: "a", ViewFacts: org.ViewFacts{Shared: true}}
	owner, other, office, admin := someone("a", org.UnitHead), someone("b", org.Officer), someone("c", org.OfficeAdmin),
		someone("d", org.SystemAdmin)
	for _, c := range []struct {
		name string
		view org.View
		by   domain.Actor
		want domain.Kind
	}{
		{name: "the owner changes the own view", view: mine, by: owner, want: ""},
		{name: "another does not even see it", view: mine, by: other, want: domain.KindNotFound},
		{name: "nor does the office", view: mine, by: office, want: domain.KindNotFound},
		{name: "another sees a shared view but may not change it", view: shared, by: other, want: domain.KindForbidden},
		{name: "the office changes a shared view", view: shared, by: office, want: ""},
		{name: "who may not read the list sees no view of it", view: shared, by: admin, want: domain.KindNotFound},
	} {
		if got := domain.KindOf(c.view.CanChange(c.by)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for role, may := range map[org.Role]bool{org.OfficeAdmin: true, org.CountyLeader: true, org.PrincipalLeader: true, org.UnitHead: false,
		org.Officer: false} {
		if org.MayShare(someone("x", role)) != may {
			t.Errorf("%s may share: want %v", role, may)
		}
	}
}

func TestAViewNamesEveryFaultAndPreferencesAreBounded(t *testing.T) {
	t.Parallel()
	bad := org.ViewFacts{Name: strings.Repeat("名", 41), Terms: map[string]string{"q": strings.Repeat("x", 2001)},
		Columns: &org.Columns{Frozen: -1}}
	err, _ := bad.Check().(*domain.Error)
	if err == nil || len(err.Fields) != 3 {
		t.Errorf("faults: %v", err)
	}
	for key, ok := range map[string]bool{"list.projects": true, "a-b_c.d2": true, "": false, "List": false, "a..b": false, "../etc": false,
		strings.Repeat("a", 65): false} {
		if got := (org.Preference{Key: key}).Check() == nil; got != ok {
			t.Errorf("key %q: taken %v, want %v", key, got, ok)
		}
	}
	if (org.Preference{Key: "a", Value: strings.Repeat("x", 8<<10+1)}).Check() == nil {
		t.Error("a value over 8 KiB is taken")
	}
}

func TestOwnViewsComeFirstThenByName(t *testing.T) {
	t.Parallel()
	v := func(owner domain.ID, name string) org.View {
		return org.View{OwnerID: owner, ViewFacts: org.ViewFacts{Name: name}}
	}
	got := ""
	for _, w := range org.SortViews([]org.View{v("b", "a"), v("me", "z"), v("b", "0"), v("me", "b")}, "me") {
		got += w.Name
	}
	if got != "bz0a" {
		t.Errorf("order %s", got)
	}
}
