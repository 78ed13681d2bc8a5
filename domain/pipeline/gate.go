package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
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
	// Reasoned lets a written reason stand for the paper where the paper is not
	// needed; Instead, where not empty, are papers one of which must then be there.
	Reasoned bool
	Instead  []string
}

// Key returns the requirement's key for texts: "field.client_id",
// "evidence.contract", "visit", or "any".
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

// Name returns what tells the requirement from all others: its key, and the papers
// of which one is asked for.
func (r Requirement) Name() string {
	return strings.Join(append([]string{r.Key()}, r.AnyOf...), " ")
}

// Gate is what must be there before a project may enter a stage.
type Gate struct {
	Stage library.Stage
	Needs []Requirement
	// Equipment, where not empty, is asked for instead of Needs of a project that
	// buys equipment alone (library.PurchaseOnly): it builds nothing.
	Equipment []Requirement
	// NotCounted are works or papers that look like the stage and are not it:
	// where nothing but these has been seen, the stage is not reached.
	NotCounted []string
}

// Gates is the whole set, one gate a stage at most.
type Gates []Gate

// EvidenceKinds lists the kinds of attachment that gates know.
func EvidenceKinds() []string {
	return []string{"proposal", "assessment", "intent_letter", "review_minutes", "contract", "business_licence", "filing", "feasibility",
		"environment", "land_contract", "land_certificate",
		"planning_permit", "design", "construction_permit", "site_photo", "construction_contract", "purchase_contract", "payment_voucher",
		"equipment_photo", "statistics_form",
		"acceptance", "sales_invoice", "tax_record", "output_record", "other"}
}

// EvidenceOnFile is what a project has, to be measured against gates.
type EvidenceOnFile struct {
	Project  library.Project
	Evidence []string // kinds of attachments
	Visits   int      // visits done
	// Reasons stand for papers, by the name of the requirement.
	Reasons map[string]PaperReason
}

// Need is a requirement of a stage's gate with whether it is met.
type Need struct {
	Requirement
	Stage library.Stage
	Met   bool
	// Reason is what was written where the paper is not there; with Instead it
	// meets the need only beside one of those papers.
	Reason *PaperReason
}

// asks returns what the gate requires of a project.
func (g Gate) asks(p library.Project) []Requirement {
	if len(g.Equipment) > 0 && p.Construction == library.PurchaseOnly {
		return g.Equipment
	}
	return g.Needs
}

// Toward returns what the stage's own gate requires, and whether each requirement
// is met.
func (g Gates) Toward(stage library.Stage, h EvidenceOnFile) []Need {
	var out []Need
	for _, gate := range g {
		if gate.Stage != stage {
			continue
		}
		for _, r := range gate.asks(h.Project) {
			out = append(out, h.need(r, stage))
		}
	}
	return out
}

// need measures one requirement. A paper that is on file needs no reason.
func (h EvidenceOnFile) need(r Requirement, stage library.Stage) Need {
	n := Need{Requirement: r, Stage: stage, Met: h.meets(r)}
	if reason, written := h.Reasons[r.Name()]; !n.Met && r.Reasoned && written {
		n.Reason, n.Met = &reason, len(r.Instead) == 0 || h.any(r.Instead)
	}
	return n
}

// Between returns what the stages after from require up to to: a stage may be
// skipped, but not what its gate requires. What two gates require is returned
// once, for the first of them. Where from is no stage, or to is not after it, only
// the gate of to is asked.
func (g Gates) Between(from, to library.Stage, h EvidenceOnFile) []Need {
	if from.Rank() < 0 || to.Rank() <= from.Rank() {
		return g.Toward(to, h)
	}
	var out []Need
	for _, stage := range library.Stages()[from.Rank()+1 : to.Rank()+1] {
		for _, n := range g.Toward(stage, h) {
			if !slices.ContainsFunc(out, func(o Need) bool { return o.Name() == n.Name() }) {
				out = append(out, n)
			}
		}
	}
	return out
}

// NotCounted returns the works that do not count as having reached the stage.
func (g Gates) NotCounted(stage library.Stage) []string {
	for _, gate := range g {
		if gate.Stage == stage {
			return gate.NotCounted
		}
	}
	return nil
}

func (h EvidenceOnFile) meets(r Requirement) bool {
	switch {
	case r.Field != "":
		return hasField(h.Project.ProjectFacts, r.Field)
	case r.Evidence != "":
		return slices.Contains(h.Evidence, r.Evidence)
	case r.Visit:
		return h.Visits > 0
	}
	return h.any(r.AnyOf)
}

func (h EvidenceOnFile) any(kinds []string) bool {
	return slices.ContainsFunc(kinds, func(k string) bool { return slices.Contains(h.Evidence, k) })
}

// hasField reports whether a project's field, by its wire name, is filled.
func hasField(f library.ProjectFacts, name string) bool {
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

// GateFields lists the project fields, by wire name, that gates may ask for.
func GateFields() []string {
	return []string{"client_id", "total_investment", "contract_amount", "industry", "company_name", "company_code", "host_unit_id",
		"land_mu", "content", "planned_start"}
}

// Check returns a KindInvalid error that names, by its path under "items", every
// stage that has two gates or may have none, and every field, paper or reason that
// does not exist or does not fit.
func (g Gates) Check() error {
	var c domain.Check
	seen := map[library.Stage]bool{}
	for i, gate := range g {
		at := fmt.Sprintf("items[%d].", i)
		c.That(!seen[gate.Stage], at+"stage", "gate.twice")
		seen[gate.Stage] = true
		c.That(gate.Stage.Rank() > 0, at+"stage", "input.enum", "allowed", library.Stages()[1:])
		for j, r := range gate.Needs {
			r.check(&c, fmt.Sprintf("%sneeds[%d].", at, j))
		}
		for j, r := range gate.Equipment {
			r.check(&c, fmt.Sprintf("%sequipment[%d].", at, j))
		}
		for j, what := range gate.NotCounted {
			c.That(strings.TrimSpace(what) != "", fmt.Sprintf("%snot_counted[%d]", at, j), "input.required")
		}
	}
	return c.Err()
}

func (r Requirement) check(c *domain.Check, at string) {
	known := func(field string, kinds ...string) {
		for _, kind := range kinds {
			c.That(kind == "" || slices.Contains(EvidenceKinds(), kind), at+field, "input.enum", "allowed", EvidenceKinds())
		}
	}
	c.That(r.Field == "" || slices.Contains(GateFields(), r.Field), at+"field", "input.enum", "allowed", GateFields())
	known("evidence", r.Evidence)
	known("any_of", r.AnyOf...)
	known("instead", r.Instead...)
	c.That(r.Key() != "any" || len(r.AnyOf) > 0, at+"any_of", "input.required")
	c.That(len(r.Instead) == 0 || r.Reasoned, at+"instead", "gate.instead_without_reason")
	c.That(!r.Reasoned || r.Field == "" && !r.Visit, at+"reasoned", "gate.reason_for_paper")
	c.That(!slices.Contains(r.Instead, r.Evidence) || r.Evidence == "", at+"instead", "gate.instead_of_itself")
}

// ReadyPapers returns the papers of a start that can be had before it: all that
// its gate requires, except the photo of the works and papers that a reason may
// stand for. Where the office asks for none, those of the standard gate are meant.
func (g Gates) ReadyPapers() []string {
	var out []string
	for _, gate := range g {
		for _, n := range gate.Needs {
			if gate.Stage == library.Started && !n.Reasoned && n.Evidence != "" && n.Evidence != "site_photo" && !slices.Contains(out, n.Evidence) {
				out = append(out, n.Evidence)
			}
		}
	}
	if len(out) == 0 {
		return []string{"construction_permit", "construction_contract"}
	}
	return out
}
