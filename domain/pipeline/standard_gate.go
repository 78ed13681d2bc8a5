package pipeline

import (
	"sangu/domain/library"
)

// NotStarted lists works that come before the permanent ones and are no start of
// construction (domain.md §3.2, from the papers of 西安经开区).
func NotStarted() []string {
	return []string{"survey", "levelling", "demolition", "temporary_buildings", "temporary_roads", "temporary_utilities"}
}

// StandardGates returns the gates of domain.md §3.1, from the pages cited there.
func StandardGates() Gates {
	field := func(name string) Requirement { return Requirement{Field: name} }
	paper := func(kind string) Requirement { return Requirement{Evidence: kind} }
	return Gates{
		{Stage: library.Qualified, Needs: []Requirement{paper("proposal"), paper("assessment")}},
		{Stage: library.Negotiating, Needs: []Requirement{field("client_id"), {Visit: true}}},
		{Stage: library.Intent, Needs: []Requirement{field("client_id"), paper("intent_letter")}},
		{Stage: library.Reviewed, Needs: []Requirement{field("total_investment"), field("industry"), paper("review_minutes")}},
		{Stage: library.Signed, Needs: []Requirement{field("client_id"), field("contract_amount"), paper("contract")}},
		{Stage: library.Registered, Needs: []Requirement{field("company_name"), field("company_code"), paper("business_licence")}},
		{Stage: library.Permitting, Needs: []Requirement{{AnyOf: []string{"filing", "land_contract"}}}},
		{Stage: library.Started, Needs: []Requirement{paper("construction_permit"), paper("site_photo"), paper("construction_contract")},
			NotCounted: NotStarted()},
		{Stage: library.Completed, Needs: []Requirement{paper("acceptance")}},
		{Stage: library.InProduction, Needs: []Requirement{{AnyOf: []string{"sales_invoice", "tax_record"}}, paper("site_photo")}},
		{Stage: library.FullCapacity, Needs: []Requirement{paper("output_record")}},
	}
}

// StatisticsBase returns the rule of ten items by which a start enters the
// statistics base 入库 (domain.md §3.2). What is built, the contract and a photo are
// asked for always; the filing, or with a reason the permit, the design or the
// study; land, planning and environment where they are needed. A project that only
// buys equipment shows three papers.
func StatisticsBase() Gate {
	paper := func(kind string) Requirement { return Requirement{Evidence: kind} }
	reasoned := func(kind string, instead ...string) Requirement {
		return Requirement{Evidence: kind, Reasoned: true, Instead: instead}
	}
	return Gate{Stage: library.Started, NotCounted: NotStarted(),
		Needs: []Requirement{{Field: "content"}, paper("construction_contract"), paper("site_photo"),
			reasoned("filing", "construction_permit", "design", "feasibility"),
			{AnyOf: []string{"land_certificate", "land_contract"}, Reasoned: true}, reasoned("planning_permit"), reasoned("environment")},
		Equipment: []Requirement{paper("purchase_contract"), paper("payment_voucher"), paper("equipment_photo")}}
}

// ReadyGates returns gates that an office may take over as they are.
func ReadyGates() Gates { return Gates{StatisticsBase()} }
