package goals_test

import (
	"testing"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
)

func on(s string) domain.Date { return domain.MustDate(s) }

func at(s string) domain.EventDay { return domain.MustEventDay(s) }

// project is a case that was signed for 1 亿, registered and started.
func project(id, unit string) reporting.ProjectSnapshot {
	amount := domain.Yuan(100_000_000)
	c := reporting.ProjectSnapshot{ProjectID: domain.ID(id), Stage: library.Started, Status: library.Active, SignedAmount: amount,
		Reached: map[library.Stage]domain.EventDay{library.Signed: at("2026-01-05"), library.Registered: at("2026-02-05"),
			library.Started: at("2026-03-05")}}
	c.Name, c.ResponsibleUnitID, c.ResponsibleUnit = id, domain.ID(unit), unit
	c.ContractAmount, c.TotalInvestment = &amount, &amount
	return c
}

func entry(id, project string, amount domain.Yuan, day string) pipeline.FundEntry {
	return pipeline.FundEntry{ID: domain.ID(id), ProjectID: domain.ID(project), Amount: amount, PaidOn: on(day)}
}

// material is one started project with its permit: nothing is odd about it.
func material(change func(m *goals.CheckInput)) goals.CheckInput {
	m := goals.CheckInput{Today: on("2026-09-26"), Limits: goals.StandardLimits(), Cases: []reporting.ProjectSnapshot{project("甲", "水务局")},
		Evidence: []goals.Evidence{{ID: "p", ProjectID: "甲", Kind: "construction_permit", SHA256: "permit"}}}
	change(&m)
	return m
}

func place(lat, long float64) library.Photo {
	return library.Photo{Place: &library.Place{Latitude: lat, Longitude: long}}
}

// Each check speaks on its case, and is silent where one step is missing.
func TestEachCheckSpeaksOnItsCaseAndIsSilentOnTheNearMiss(t *testing.T) {
	t.Parallel()
	photo := func(id, project, sum string, p library.Photo) goals.Evidence {
		return goals.Evidence{ID: domain.ID(id), ProjectID: domain.ID(project), Kind: "site_photo", Name: id, SHA256: sum, Photo: p}
	}
	entries := func(m *goals.CheckInput, amounts []domain.Yuan, days ...string) {
		for i, d := range days {
			m.Funds = append(m.Funds, entry(d+string(rune('a'+i)), "甲", amounts[i%len(amounts)], d))
		}
	}
	signings := func(m *goals.CheckInput, n, registered int) {
		m.Cases = nil
		for i := range n {
			c := project(string(rune('a'+i)), "水务局")
			c.Reached = map[library.Stage]domain.EventDay{library.Signed: at("2026-01-05")}
			if i < registered {
				c.Reached[library.Registered] = at("2026-02-05")
			}
			m.Cases = append(m.Cases, c)
		}
	}
	twice := func(m *goals.CheckInput, area, day string) {
		second := project("乙", "财政局")
		second.ClientID, second.HostUnitID, second.Reached[library.Signed] = "客", domain.ID(area), at(day)
		second.Reached = map[library.Stage]domain.EventDay{library.Signed: at(day)}
		m.Cases[0].ClientID, m.Cases[0].HostUnitID = "客", "龙关镇"
		m.Cases = append(m.Cases, second)
	}
	for kind, c := range map[string]struct{ odd, near func(m *goals.CheckInput) }{
		"verified_below": {
			func(m *goals.CheckInput) { verified(m, 6_999_999) },
			func(m *goals.CheckInput) { verified(m, 7_000_000) }},
		"above_contract": {
			func(m *goals.CheckInput) { m.Cases[0].FundsReported = 100_000_001 },
			func(m *goals.CheckInput) { m.Cases[0].FundsReported = 100_000_000 }},
		"last_week": {
			func(m *goals.CheckInput) {
				entries(m, []domain.Yuan{7_777_777}, "2026-06-25", "2026-06-30", "2026-05-10")
			},
			func(m *goals.CheckInput) {
				entries(m, []domain.Yuan{7_777_777}, "2026-06-23", "2026-06-30", "2026-05-10", "2026-06-28")
			}},
		"round_numbers": {
			func(m *goals.CheckInput) {
				entries(m, []domain.Yuan{3_000_000}, "2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04", "2026-04-05")
			},
			func(m *goals.CheckInput) {
				entries(m, []domain.Yuan{3_000_000}, "2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04")
			}},
		"same_evidence": {
			func(m *goals.CheckInput) {
				m.Evidence = append(m.Evidence, goals.Evidence{ProjectID: "乙", Kind: "contract", SHA256: "permit"})
			},
			func(m *goals.CheckInput) {
				m.Evidence = append(m.Evidence, goals.Evidence{ProjectID: "甲", Kind: "contract", SHA256: "permit"})
			}},
		"photo_date": {
			func(m *goals.CheckInput) {
				m.Evidence = append(m.Evidence, photo("x", "甲", "x", library.Photo{TakenOn: on("2026-02-02")}))
			},
			func(m *goals.CheckInput) {
				m.Evidence = append(m.Evidence, photo("x", "甲", "x", library.Photo{TakenOn: on("2026-02-03")}))
			}},
		"photo_place": {
			func(m *goals.CheckInput) {
				m.Evidence = append(m.Evidence, photo("x", "甲", "x", place(40.9, 115.8)), photo("y", "乙", "y", place(40.9, 115.8)))
			},
			func(m *goals.CheckInput) {
				m.Evidence = append(m.Evidence, photo("x", "甲", "x", place(40.9, 115.8)), photo("y", "乙", "y", place(40.9001, 115.8)))
			}},
		"no_permit": {
			func(m *goals.CheckInput) { m.Evidence, m.Today = nil, on("2026-04-05") },
			func(m *goals.CheckInput) { m.Evidence, m.Today = nil, on("2026-04-04") }},
		"registered_share": {
			func(m *goals.CheckInput) { signings(m, 5, 1) },
			func(m *goals.CheckInput) { signings(m, 5, 2) }},
		"signed_twice": {
			func(m *goals.CheckInput) { twice(m, "样田乡", "2027-01-05") },
			func(m *goals.CheckInput) { twice(m, "样田乡", "2027-01-06") }},
		"thin_capital": {
			func(m *goals.CheckInput) { m.Capital = map[domain.ID]domain.Yuan{"甲": 5_000_000} },
			func(m *goals.CheckInput) { m.Capital = map[domain.ID]domain.Yuan{"甲": 5_000_001} }},
		"moved_back": {
			func(m *goals.CheckInput) {
				m.Bulletins = []reporting.Bulletin{{Month: "2026-03", EffectiveOn: on("2026-03-31"), AsOf: on("2026-04-02").Start()}}
				m.Corrected = []pipeline.Event{{ID: "e", ProjectID: "甲", Code: "STARTED", OccurredOn: at("2026-03-05"), RecordedAt: on("2026-04-03").
					Start()}}
			},
			func(m *goals.CheckInput) {
				m.Bulletins = []reporting.Bulletin{{Month: "2026-03", EffectiveOn: on("2026-03-31"), AsOf: on("2026-04-02").Start()}}
				m.Corrected = []pipeline.Event{{ID: "e", ProjectID: "甲", Code: "STARTED", OccurredOn: at("2026-03-05"), RecordedAt: on("2026-04-01").
					Start()}}
			}},
	} {
		if got := kinds(material(c.odd)); len(got) == 0 || !only(got, kind) {
			t.Errorf("%s: the checks say %v", kind, got)
		}
		if got := kinds(material(c.near)); len(got) != 0 {
			t.Errorf("near %s: the checks say %v", kind, got)
		}
	}
}

// verified puts 1000 万元 in, of which so much is verified.
func verified(m *goals.CheckInput, amount domain.Yuan) {
	e := entry("f", "甲", 10_000_000, "2026-04-01")
	e.Verdicts = []pipeline.FundVerdict{{Amount: amount}}
	m.Funds, m.Cases[0].FundsEntered, m.Cases[0].FundsVerified = []pipeline.FundEntry{e}, 10_000_000, amount
}

func kinds(m goals.CheckInput) (out []string) {
	for _, o := range m.Anomalies() {
		out = append(out, o.Kind)
	}
	return out
}

func only(list []string, kind string) bool {
	for _, k := range list {
		if k != kind {
			return false
		}
	}
	return true
}

func TestTheOfficesOwnLimitsHold(t *testing.T) {
	t.Parallel()
	m := material(func(m *goals.CheckInput) { m.Evidence, m.Today, m.Limits.PermitGrace = nil, on("2026-03-20"), 10 })
	if got := kinds(m); len(got) != 1 || got[0] != "no_permit" {
		t.Errorf("after 15 days with a limit of 10: %v", got)
	}
	if err := goals.StandardLimits().Check(); err != nil {
		t.Error(err)
	}
	wrong := goals.Limits{VerifiedShare: 1.5, PermitGrace: -1}
	e, ok := wrong.Check().(*domain.Error)
	if !ok || len(e.Fields) != 11 {
		t.Errorf("wrong limits: %v", e)
	}
}
