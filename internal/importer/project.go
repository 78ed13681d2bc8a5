package importer

import (
	"cmp"
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/internal/ledger"
)

// project writes one row of a project ledger: the investor as a client, the
// project, and the stages it has reached.
func (w *writer) project(ctx context.Context, s *ledger.Sheet, r ledger.Row) (outcome, error) {
	if unit, said := r.Units["responsible_unit"]; said {
		if err := w.mayWrite(org.ProjectWrite, unit, "responsible_unit"); err != nil {
			return unchanged, err
		}
	}
	id, there, err := w.same(ctx, r)
	if err != nil {
		return unchanged, err
	}
	var before library.Project
	if there {
		before, err = w.Projects.Project(ctx, w.actor, id)
		if domain.IsKind(err, domain.KindNotFound) {
			err = domain.InvalidField("name", "ledger.other_unit")
		}
		if err != nil {
			return unchanged, err
		}
	}
	if err := w.sameInvestor(ctx, before, r); err != nil {
		return unchanged, err
	}
	if err := notOlder(s, before, r); err != nil {
		return unchanged, err
	}
	r.Units = w.responsible(r.Units, before)
	if err := w.mayWrite(org.ProjectWrite, r.Units["responsible_unit"], "responsible_unit"); err != nil {
		return unchanged, err
	}
	moves := w.moves(s, r, before.Stage)
	if err := w.historyFits(ctx, before, moves); err != nil {
		return unchanged, err
	}
	client, err := w.investor(ctx, r)
	if err != nil {
		return unchanged, err
	}
	facts, leaders := w.facts(s, r, before, client)
	did, p := unchanged, before
	switch {
	case !there:
		p, err = w.Projects.AddWithin(ctx, w.actor, library.NewProject{Facts: facts, Leaders: leaders})
		did = created
	case !reflect.DeepEqual(facts, before.ProjectFacts) || !slices.Equal(leaders, present(before)):
		p, err = w.Projects.ReviseWithin(ctx, w.actor, id, 0, facts, leaders, before.Dossier)
		did = updated
	}
	if err != nil {
		return unchanged, err
	}
	moved, err := w.move(ctx, p, moves)
	if err != nil {
		return unchanged, err
	}
	if moved && did == unchanged {
		did = updated
	}
	noted, err := w.notes(ctx, s, p, r)
	if noted && did == unchanged {
		did = updated
	}
	return did, err
}

// same finds the project that a row is about: by its code, else by its name. A
// code and a name of two projects is neither's, unless the project of that name
// has a code of its own.
func (w *writer) same(ctx context.Context, r ledger.Row) (domain.ID, bool, error) {
	byName, named, err := w.lookups.FindProject(ctx, library.NameKey(r.Texts["name"]))
	if err != nil {
		return "", false, err
	}
	byCode, coded, err := w.lookups.FindProjectByCode(ctx, r.Texts["code"])
	if err != nil {
		return "", false, err
	}
	if named && byName != byCode {
		other, err := w.another(ctx, r, byName)
		if err != nil {
			return "", false, err
		}
		if other {
			return byCode, coded, nil
		}
	}
	switch {
	case !coded:
		return byName, named, nil
	case named && byName != byCode:
		return "", false, domain.InvalidField("code", "ledger.code_of_other", "text", r.Texts["code"])
	}
	return byCode, true, nil
}

// another reports whether a row is of another project than the one that has its
// name: each has a code of its own, and their investors differ or a person said
// that they are two.
func (w *writer) another(ctx context.Context, r ledger.Row, named domain.ID) (bool, error) {
	code := r.Texts["code"]
	if code == "" {
		return false, nil
	}
	p, err := w.Projects.Project(ctx, w.actor, named)
	if domain.IsKind(err, domain.KindNotFound) {
		return false, nil
	}
	if err != nil || p.Code == "" || strings.EqualFold(p.Code, code) {
		return false, err
	}
	return r.Distinct || w.sameInvestor(ctx, p, r) != nil, nil
}

// sameInvestor refuses a row that names another investor than the project of
// that name has: it may be another project, and only a code can tell.
func (w *writer) sameInvestor(ctx context.Context, before library.Project, r ledger.Row) error {
	if before.ClientID.IsZero() || r.Texts["investor"] == "" || r.Texts["code"] != "" && r.Texts["code"] == before.Code {
		return nil
	}
	c, err := w.Clients.Client(ctx, w.actor, before.ClientID)
	if domain.IsKind(err, domain.KindNotFound) {
		return nil
	}
	code := library.CreditCode(r.Words["credit_code"])
	if err != nil || library.FirmKey(c.Name) == library.FirmKey(r.Texts["investor"]) || code != "" && code == c.CreditCode {
		return err
	}
	return domain.InvalidField("investor", "ledger.other_investor", "text", c.Name)
}

// responsible completes the units of a ledger that has no column for the
// responsible one: it is as before, or the unit that attracted the project, or
// whose place it is, or that sends the ledger.
func (w *writer) responsible(units map[string]domain.ID, before library.Project) map[string]domain.ID {
	out := maps.Clone(units)
	for _, unit := range []domain.ID{before.ResponsibleUnitID, units["attracting_unit"], units["host_area"], w.actor.UnitID} {
		if out["responsible_unit"].IsZero() {
			out["responsible_unit"] = unit
		}
	}
	return out
}

func present(p library.Project) []domain.ID {
	var out []domain.ID
	for _, a := range p.Leaders {
		if a.ToOn.IsZero() {
			out = append(out, a.PersonID)
		}
	}
	return out
}

// investor finds the row's investor among the clients, or makes it one. A ledger
// of projects that are only planned has no column for it.
func (w *writer) investor(ctx context.Context, r ledger.Row) (domain.ID, error) {
	if r.Texts["investor"] == "" {
		return "", nil
	}
	code := library.CreditCode(r.Words["credit_code"])
	o, id, found, err := w.Clients.Named(ctx, code, r.Texts["investor"])
	if err != nil || !id.IsZero() {
		return id, err
	}
	f := library.ClientFacts{
		OrganizationFacts: organization(r.Texts["investor"], code),
		InvestorClass:     r.Words["investor_class"],
		OriginName:        r.Texts["origin"],
		UnitID:            r.Units["responsible_unit"],
	}
	if found {
		f.OrganizationFacts = library.OrganizationFacts{Name: o.Name, CreditCode: o.CreditCode, CodeOverride: o.CodeOverride}
	}
	c, err := w.Clients.AddWithin(ctx, w.actor, "", f)
	if err != nil {
		return "", err
	}
	return c.ID, w.contact(ctx, c.ID, r)
}

// organization returns the facts of an organisation that a ledger names. A code
// whose check character fails comes only with a warned row that was accepted:
// that is the reason recorded.
func organization(name string, code library.CreditCode) library.OrganizationFacts {
	f := library.OrganizationFacts{Name: name, CreditCode: code}
	if code != "" && !code.Verified() {
		f.CodeOverride = "ledger"
	}
	return f
}

// facts lays the row over what is stored: a cell that says nothing changes
// nothing.
func (w *writer) facts(s *ledger.Sheet, r ledger.Row, before library.Project, client domain.ID) (library.ProjectFacts, []domain.ID) {
	f := before.ProjectFacts
	f.Name, f.ClientID, f.ResponsibleUnitID = r.Texts["name"], cmp.Or(client, before.ClientID), r.Units["responsible_unit"]
	if f.AttractingUnitID.IsZero() {
		f.AttractingUnitID = f.ResponsibleUnitID
	}
	if id, ok := r.Units["attracting_unit"]; ok {
		f.AttractingUnitID = id
	}
	if id, ok := r.Units["host_area"]; ok {
		f.HostUnitID = id
	}
	for key, into := range map[string]*string{"code": &f.Code, "chain": &f.Chain, "content": &f.Content, "company": &f.CompanyName} {
		if t := r.Texts[key]; t != "" {
			*into = t
		}
	}
	for key, into := range map[string]*string{"kind": &f.Kind, "industry": &f.Industry, "construction": &f.Construction} {
		if t := r.Words[key]; t != "" {
			*into = t
		}
	}
	if c := r.Words["channel"]; c != "" {
		f.Channel = library.Channel(c)
	}
	if c := r.Words["company_code"]; c != "" {
		f.CompanyCode = library.CreditCode(c)
		f.CodeOverride = organization("", f.CompanyCode).CodeOverride
	}
	for key, into := range map[string]**domain.Yuan{"total_investment": &f.TotalInvestment, "fixed_investment": &f.FixedInvestment,
		"contract_amount": &f.ContractAmount, "funds_reported": &f.FundsReported, "annual_output": &f.AnnualOutput, "annual_tax": &f.AnnualTax} {
		if m, ok := r.Money[key]; ok && (m.Currency == domain.CNY || m.Currency == "") {
			y := domain.Yuan(m.Amount)
			*into = &y
		}
	}
	if n, ok := r.Ints["land_mu"]; ok {
		mu := library.Mu(n)
		f.Land = &mu
	}
	if n, ok := r.Ints["jobs"]; ok {
		jobs := int(n)
		f.Jobs = &jobs
	}
	for key, into := range map[string]*domain.Date{"planned_start": &f.PlannedStart, "planned_completion": &f.PlannedCompletion,
		"planned_production": &f.PlannedProduction} {
		if d, ok := r.Dates[key]; ok {
			*into = d
		}
	}
	year := s.Year
	if year == 0 {
		year = domain.Today(w.Clock).Year()
	}
	if m, ok := r.Money["year_plan"]; ok && (m.Currency == domain.CNY || m.Currency == "") {
		f.YearPlans = library.WithYearPlan(f.YearPlans, year, domain.Yuan(m.Amount))
	}
	f.KeyLevels = levels(f.KeyLevels, r.Words["key_level"], year)
	if f.Currency == "" {
		f.Currency = domain.CNY
	}
	leaders := w.ids(r.People["leader"])
	if len(leaders) == 0 {
		leaders = present(before)
	}
	return f, leaders
}

// levels puts the year's level into the list.
func levels(list []library.KeyLevel, level string, year int) []library.KeyLevel {
	if level == "" {
		return list
	}
	var out []library.KeyLevel
	for _, l := range list {
		if l.Year != year {
			out = append(out, l)
		}
	}
	return append(out, library.KeyLevel{Year: year, Level: level})
}
