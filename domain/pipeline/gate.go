package pipeline

import (
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/pool"
)

// Requirement is one thing that must be there before a stage: a field of the
// project, a kind of evidence, or a visit. Gates are data: the office may edit
// them.
type Requirement struct {
	// Field names a project's field, Evidence a kind of attachment, Visit asks
	// for a done visit. One of them is set.
	Field    string
	Evidence string
	Visit    bool
	// AnyOf, where not empty, is met by one of these kinds of evidence.
	AnyOf []string
}

// Key names the requirement for texts: "field.client_id", "evidence.contract".
func (r Requirement) Key() string {
	switch {
	case r.Field != "":
		return "field." + r.Field
	case r.Evidence != "":
		return "evidence." + r.Evidence
	case r.Visit:
		return "visit"
	}
	return "any"
}

// Gate is what must be there before a project may enter a stage.
type Gate struct {
	Stage pool.Stage
	Needs []Requirement
	// NotCounted are works or papers that look like the stage and are not it:
	// where nothing but these has been seen, the stage is not reached.
	NotCounted []string
}

// Gates is the whole set, one gate a stage at most.
type Gates []Gate

// EvidenceKinds lists the kinds of attachment that gates know.
func EvidenceKinds() []string {
	return []string{"proposal", "assessment", "intent_letter", "review_minutes", "contract", "business_licence", "filing", "land_contract",
		"construction_permit", "site_photo", "construction_contract", "acceptance", "sales_invoice", "tax_record", "output_record", "other"}
}

// NotStarted lists what is done before permanent works and is no start
// (domain.md §3.2, from the papers of 西安经开区).
func NotStarted() []string {
	return []string{"survey", "levelling", "demolition", "temporary_buildings", "temporary_roads", "temporary_utilities"}
}

// StandardGates are the gates of domain.md §3.1, from the pages cited there.
func StandardGates() Gates {
	field := func(name string) Requirement { return Requirement{Field: name} }
	paper := func(kind string) Requirement { return Requirement{Evidence: kind} }
	return Gates{
		{Stage: pool.Qualified, Needs: []Requirement{paper("proposal"), paper("assessment")}},
		{Stage: pool.Negotiating, Needs: []Requirement{field("client_id"), {Visit: true}}},
		{Stage: pool.Intent, Needs: []Requirement{field("client_id"), paper("intent_letter")}},
		{Stage: pool.Reviewed, Needs: []Requirement{field("total_investment"), field("industry"), paper("review_minutes")}},
		{Stage: pool.Signed, Needs: []Requirement{field("client_id"), field("contract_amount"), paper("contract")}},
		{Stage: pool.Registered, Needs: []Requirement{field("company_name"), field("company_code"), paper("business_licence")}},
		{Stage: pool.Permitting, Needs: []Requirement{{AnyOf: []string{"filing", "land_contract"}}}},
		{Stage: pool.Started, Needs: []Requirement{paper("construction_permit"), paper("site_photo"), paper("construction_contract")}, NotCounted: NotStarted()},
		{Stage: pool.Completed, Needs: []Requirement{paper("acceptance")}},
		{Stage: pool.InProduction, Needs: []Requirement{{AnyOf: []string{"sales_invoice", "tax_record"}}, paper("site_photo")}},
		{Stage: pool.FullCapacity, Needs: []Requirement{paper("output_record")}},
	}
}

// Held is what a project has, to be measured against gates.
type Held struct {
	Project  pool.Project
	Evidence []string // kinds of attachments
	Visits   int      // visits done
}

// Need is a requirement of a stage's gate with whether it is met.
type Need struct {
	Requirement
	Stage pool.Stage
	Met   bool
}

// Toward gives what the stage asks for and whether each is there.
func (g Gates) Toward(stage pool.Stage, h Held) []Need {
	var out []Need
	for _, gate := range g {
		if gate.Stage != stage {
			continue
		}
		for _, r := range gate.Needs {
			out = append(out, Need{r, stage, h.meets(r)})
		}
	}
	return out
}

// Between gives what the stages after from ask for up to a stage: a stage may be
// skipped, but not what its gate wants recorded. What two gates want is given at
// the first. A project without a stage has a history that begins at to, and one
// that goes back passes no gate: both are asked for the gate of to alone.
func (g Gates) Between(from, to pool.Stage, h Held) []Need {
	if from.Rank() < 0 || to.Rank() <= from.Rank() {
		return g.Toward(to, h)
	}
	var out []Need
	for _, stage := range pool.Stages()[from.Rank()+1 : to.Rank()+1] {
		for _, n := range g.Toward(stage, h) {
			if !slices.ContainsFunc(out, n.same) {
				out = append(out, n)
			}
		}
	}
	return out
}

func (r Requirement) same(o Need) bool {
	return r.Key() == o.Key() && slices.Equal(r.AnyOf, o.AnyOf)
}

// NotCounted gives what does not count as having reached the stage.
func (g Gates) NotCounted(stage pool.Stage) []string {
	for _, gate := range g {
		if gate.Stage == stage {
			return gate.NotCounted
		}
	}
	return nil
}

func (h Held) meets(r Requirement) bool {
	switch {
	case r.Field != "":
		return hasField(h.Project.ProjectFacts, r.Field)
	case r.Evidence != "":
		return slices.Contains(h.Evidence, r.Evidence)
	case r.Visit:
		return h.Visits > 0
	}
	return slices.ContainsFunc(r.AnyOf, func(k string) bool { return slices.Contains(h.Evidence, k) })
}

// hasField says whether a project's field, by its wire name, is filled.
func hasField(f pool.ProjectFacts, name string) bool {
	switch name {
	case "client_id":
		return !f.ClientID.IsZero()
	case "total_investment":
		return f.TotalInvestment != nil
	case "contract_amount":
		return f.ContractAmount != nil
	case "industry":
		return f.Industry != ""
	case "company_name":
		return f.CompanyName != ""
	case "company_code":
		return f.CompanyCode != ""
	case "host_unit_id":
		return !f.HostUnitID.IsZero()
	case "land_mu":
		return f.Land != nil
	case "content":
		return f.Content != ""
	case "planned_start":
		return !f.PlannedStart.IsZero()
	}
	return false
}

// GateFields lists the fields that gates may ask for.
func GateFields() []string {
	return []string{"client_id", "total_investment", "contract_amount", "industry", "company_name", "company_code", "host_unit_id", "land_mu", "content", "planned_start"}
}

// Check refuses gates over stages, fields or evidence that do not exist.
func (g Gates) Check() error {
	var c domain.Check
	seen := map[pool.Stage]bool{}
	for _, gate := range g {
		c.That(!seen[gate.Stage], "stage", "gate.twice")
		seen[gate.Stage] = true
		c.That(gate.Stage.Rank() > 0, "stage", "input.enum", "allowed", pool.Stages()[1:])
		for _, r := range gate.Needs {
			c.That(r.Field == "" || slices.Contains(GateFields(), r.Field), "field", "input.enum", "allowed", GateFields())
			for _, kind := range append([]string{r.Evidence}, r.AnyOf...) {
				c.That(kind == "" || slices.Contains(EvidenceKinds(), kind), "evidence", "input.enum", "allowed", EvidenceKinds())
			}
			c.That(r.Key() != "any" || len(r.AnyOf) > 0, "any_of", "input.required")
		}
		for _, what := range gate.NotCounted {
			c.That(strings.TrimSpace(what) != "", "not_counted", "input.required")
		}
	}
	return c.Err()
}
