package app

import (
	"context"
	"fmt"
	"io"

	"sangu/api/kit"
	"sangu/demo"
	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/scenario"
)

// demoPassword opens every account of the demonstration county. It exists in
// demonstrations only: a real product keeps no default password.
const demoPassword = "Chicheng-2026"

// demoAccount is one sign-in of the demonstration: a role at a unit, on a
// person of the roster or a new one.
type demoAccount struct {
	login, name, unit, title string
	role                     org.Role
}

func demoAccounts() []demoAccount {
	return []demoAccount{
		{login: "majun", name: "马骏", unit: "县商务局", title: "招商一股专员", role: org.Officer},
		{login: "gaolijuan", name: "高丽娟", unit: "县文旅局", title: "联络员", role: org.UnitClerk},
		{login: "xuqiang", name: "许强", unit: "县商务局", title: "局长", role: org.UnitHead},
		{login: "wanghaitao", name: "王海涛", unit: "赤城县", title: "县委常委、常务副县长", role: org.CountyLeader},
		{login: "chenzhiyuan", name: "陈志远", unit: "赤城县", title: "县委书记", role: org.PrincipalLeader},
		{login: "hewenjing", name: "何文静", unit: "县商务局", title: "招商办主任", role: org.OfficeAdmin},
		{login: "dengmin", name: "邓敏", unit: "县发改局", title: "核查员", role: org.Verifier},
		{login: "fengtao", name: "冯涛", unit: "赤城县", title: "督查室主任", role: org.Inspector},
		{login: "sysadmin", name: "秦川", unit: "赤城县", title: "系统管理员", role: org.SystemAdmin},
		{login: "secadmin", name: "骆宁", unit: "赤城县", title: "安全管理员", role: org.SecurityAdmin},
		{login: "audadmin", name: "蒋安", unit: "赤城县", title: "审计管理员", role: org.AuditAdmin},
	}
}

// Demo fills an empty database with the demonstration county, once, and names
// its sign-ins.
func (a *App) Demo(ctx context.Context, out io.Writer) error {
	needed, err := a.Services.Setup.Needed(ctx)
	if err != nil {
		return err
	}
	if needed {
		if err := a.fillDemo(ctx); err != nil {
			return err
		}
	}
	profile, err := a.Services.Setup.Profile(ctx)
	if err != nil {
		return err
	}
	if !profile.Demo {
		return fmt.Errorf("the database holds %s, not the demonstration county", profile.CountyName)
	}
	fmt.Fprintf(out, "demonstration county %s; password of every sign-in: %s\n", profile.CountyName, demoPassword)
	for _, d := range demoAccounts() {
		fmt.Fprintf(out, "  %-12s %-17s %s  %s\n", d.login, d.role, d.name, d.title)
		a.api.Org.DemoAccounts = append(a.api.Org.DemoAccounts,
			kit.DemoAccount{Login: d.login, Password: demoPassword, Name: d.name, Role: string(d.role), Post: d.title})
	}
	return nil
}

// fillDemo lets the county live through the weeks before today: its sign-ins,
// its workbook, then the story of its people.
func (a *App) fillDemo(ctx context.Context) error {
	story, err := scenario.Read(demo.Scenario)
	if err != nil {
		return err
	}
	p := a.replay(story, nil)
	roster, err := readRoster(demo.Units)
	if err != nil {
		return err
	}
	if _, err := p.Setup.Load(ctx, rosterActor(), roster); err != nil {
		return err
	}
	units, err := p.Units.All(ctx)
	if err != nil {
		return err
	}
	byName := map[string]domain.ID{}
	for _, u := range units {
		byName[u.Name] = u.ID
	}
	for _, d := range demoAccounts() {
		if err := openAccount(ctx, p.People, d, byName[d.unit]); err != nil {
			return fmt.Errorf("open account %s: %w", d.login, err)
		}
	}
	if err := p.live(ctx, story, func(int, int) error { return nil }); err != nil {
		return err
	}
	return a.Services.Setup.MarkDemo(ctx)
}

// openAccount gives a person, of the roster or new, a login and the post.
func openAccount(ctx context.Context, people *org.People, d demoAccount, unit domain.ID) error {
	actor := domain.RunAs("system.demo", org.PersonManage, org.RoleGrant)
	found, err := people.List(ctx, org.PersonFilter{Name: d.name}, domain.Page{Limit: 1})
	if err != nil {
		return err
	}
	var v org.PersonView
	if len(found.Items) == 0 {
		v, err = people.Add(ctx, actor, org.NewPerson{Name: d.name, Login: d.login, Password: demoPassword})
	} else {
		v = found.Items[0]
		facts := org.PersonFacts{Name: v.Name, Login: d.login, Password: demoPassword, Settled: true}
		v, err = people.Revise(ctx, actor, v.ID, v.Version, facts)
	}
	if err != nil {
		return err
	}
	for _, p := range v.Posts {
		if p.Role == d.role && p.UnitID == unit {
			return nil
		}
	}
	_, err = people.Appoint(ctx, actor, org.NewPost{PersonID: v.ID, UnitID: unit, Role: d.role, Title: d.title, Main: true})
	return err
}
