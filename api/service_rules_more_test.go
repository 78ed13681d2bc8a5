package api_test

import (
	"context"
	"testing"

	"sangu/domain"
	"sangu/domain/intake"
	lib "sangu/domain/library"
	"sangu/domain/org"
	"sangu/internal/apptest"
	intakestore "sangu/repository/intake"
)

func TestTheServicesOfSetUpKeepTheRules(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx, setup := context.Background(), p.Services.Setup
		county := org.Profile{CountyName: "赤城县"}
		first := func(c org.Profile, n org.NewPerson) error {
			_, err := setup.FirstAdministrator(ctx, domain.Actor{}, c, n)
			return err
		}
		holds(t, "every fault of the first administrator is told", first(org.Profile{}, org.NewPerson{Name: "管理员", Password: "weak"}),
			"county_name input.required, login input.required, password person.password_weak")
		holds(t, "there is one first administrator",
			first(county, org.NewPerson{Name: "管理员", Login: "first", Password: apptest.Password}), "setup.done")
		system := domain.RunAs("system.test", org.UnitManage, org.PersonManage, org.RoleGrant)
		_, err := setup.Load(ctx, system, org.Roster{County: "赤城县", Units: []org.RosterUnit{
			{Name: "县数据局", Kind: org.Bureau, Parent: "赤城县"}, {Name: "飞地股", Kind: org.Office, Parent: "无此局"}}})
		holds(t, "the parent of a unit of a roster is there", err, "units[1].parent unit.parent_unknown")
	})
}

func TestTheServicesOfImportsAndSamplesKeepTheRules(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		ctx := context.Background()
		office, clerk, system := p.Appoint(org.OfficeAdmin, "县商务局"), p.Appoint(org.UnitClerk, "县文旅局"), p.Appoint(org.SystemAdmin, "赤城县")
		_, err := p.Services.Samples.Load(ctx, system.Actor)
		holds(t, "no sample beside units of its names", err, "sample.units_taken")

		imports := p.Services.Importer.Imports
		i, err := imports.Upload(ctx, office.Actor, "x.csv", []byte("x"))
		holds(t, "a file is sent in", err, "")
		i, err = imports.Change(ctx, office.Actor, i.ID, i.Version, "import.write", func(_ context.Context, i *intake.Import) error {
			i.State = intake.Written
			return nil
		})
		holds(t, "and written", err, "")
		_, err = imports.Decide(ctx, office.Actor, i.ID, i.Version, "x", intake.Reading{}, "")
		holds(t, "what was written is not read another way", err, "import.not_checking")

		project, err := p.Services.Projects.Add(ctx, office.Actor, lib.NewProject{Facts: lib.ProjectFacts{Name: "储能",
			ResponsibleUnitID: p.Units["县水务局"].ID, Channel: lib.SelfCame}})
		holds(t, "a project is there", err, "")
		note := func(who domain.Actor, text string) error {
			return p.DB.Do(ctx, func(ctx context.Context) error {
				return p.Services.Timelines.NoteLedgerWithin(ctx, who, lib.LedgerNote{ID: domain.UUIDs{}.New(), Project: project.Project,
					Kind: "progress", Text: text, On: domain.MustDate(apptest.Day)})
			})
		}
		holds(t, "a ledger's line is noted", note(office.Actor, "洽谈"), "")
		holds(t, "a line says something", note(office.Actor, ""), "text input.required")
		holds(t, "on a project within reach", note(clerk.Actor, "洽谈"), "actor.out_of_reach")
	})
}

func TestOfTwoSamplesTheSecondIsRefusedFromTheFirstMoment(t *testing.T) {
	t.Parallel()
	bothDatabases(t, func(t *testing.T, database string) {
		p, _, _, _ := founded(t, database)
		ctx, store := context.Background(), intakestore.NewSampleStore(p.DB)
		claim := intake.Sample{Run: domain.UUIDs{}.New(), State: intake.SampleLoading, County: "赤城县", HeartbeatAt: p.Clock.Now()}
		if err := p.DB.Do(ctx, func(ctx context.Context) error { _, err := store.ClaimSample(ctx, claim); return err }); err != nil {
			t.Fatal(err)
		}
		_, err := p.Services.Samples.Load(ctx, domain.RunAs("system.test", org.UnitManage))
		holds(t, "a second sample", err, "sample.there")
	})
}
