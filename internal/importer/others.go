package importer

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
	"sangu/internal/ledger"
)

// client writes one row of a client ledger.
func (w *writer) client(ctx context.Context, _ *ledger.Sheet, r ledger.Row) (outcome, error) {
	code := library.CreditCode(r.Words["credit_code"])
	o, found, err := w.Clients.Organizations.Organization(ctx, code, r.Texts["name"])
	if err != nil {
		return unchanged, err
	}
	if found {
		if id, there, err := w.Clients.Reader.ClientOf(ctx, o.ID); err != nil || there {
			if err != nil {
				return unchanged, err
			}
			return w.knownClient(ctx, id, r, code)
		}
	}
	c, err := w.Clients.AddWithin(ctx, w.actor, "", library.ClientFacts{OrganizationFacts: organization(r.Texts["name"], code), InvestorClass: r.Words["investor_class"],
		OriginName: r.Texts["origin"], Strength: r.Texts["strength"], Terms: r.Texts["terms"], Needs: r.Texts["needs"]})
	if err != nil {
		return created, err
	}
	return created, w.contact(ctx, c.ID, r)
}

// knownClient lays a row over a client that is there: a cell that says nothing
// changes nothing.
func (w *writer) knownClient(ctx context.Context, id domain.ID, r ledger.Row, code library.CreditCode) (outcome, error) {
	before, err := w.Clients.Store.Client(ctx, w.actor, id)
	if err != nil {
		return unchanged, err
	}
	f := before.ClientFacts
	f.Name = r.Texts["name"]
	if code != "" {
		f.OrganizationFacts = organization(f.Name, code)
	}
	if class := r.Words["investor_class"]; class != "" {
		f.InvestorClass = class
	}
	for key, into := range map[string]*string{"origin": &f.OriginName, "strength": &f.Strength, "terms": &f.Terms, "needs": &f.Needs} {
		if t := r.Texts[key]; t != "" {
			*into = t
		}
	}
	if reflect.DeepEqual(f, before.ClientFacts) {
		return unchanged, nil
	}
	return updated, w.Clients.ReviseWithin(ctx, w.actor, id, 0, f)
}

// enterprise writes one row of an enterprise ledger.
func (w *writer) enterprise(ctx context.Context, s *ledger.Sheet, r ledger.Row) (outcome, error) {
	code := library.CreditCode(r.Words["credit_code"])
	o, found, err := w.Clients.Organizations.Organization(ctx, code, r.Texts["name"])
	if err != nil {
		return unchanged, err
	}
	var id domain.ID
	var before library.Enterprise
	there := false
	if found {
		if id, there, err = w.Store.EnterpriseOf(ctx, o.ID); err != nil {
			return unchanged, err
		}
	}
	if there {
		if before, err = w.Enterprises.Store.Enterprise(ctx, w.actor, id); err != nil {
			return unchanged, err
		}
	}
	f, leaders := w.enterpriseFacts(s, r, before, code)
	if !there {
		_, err := w.Enterprises.AddWithin(ctx, w.actor, "", f, leaders)
		return created, err
	}
	var held []domain.ID
	for _, a := range before.Leaders {
		if a.ToOn.IsZero() {
			held = append(held, a.PersonID)
		}
	}
	if reflect.DeepEqual(f, before.EnterpriseFacts) && slices.Equal(held, leaders) {
		return unchanged, nil
	}
	return updated, w.Enterprises.ReviseWithin(ctx, w.actor, id, 0, f, leaders)
}

func (w *writer) enterpriseFacts(s *ledger.Sheet, r ledger.Row, before library.Enterprise, code library.CreditCode) (library.EnterpriseFacts, []domain.ID) {
	f := before.EnterpriseFacts
	f.OrganizationFacts = organization(r.Texts["name"], code)
	if id, ok := r.Units["host_area"]; ok {
		f.HostUnitID = id
		if f.UnitID.IsZero() {
			f.UnitID = id
		}
	}
	for key, into := range map[string]*string{"products": &f.Products, "upstream": &f.Upstream, "downstream": &f.Downstream, "requests": &f.Requests} {
		if t := r.Texts[key]; t != "" {
			*into = t
		}
	}
	if i := r.Words["industry"]; i != "" {
		f.Industry = i
	}
	if tick, ok := r.Ticks["above_scale"]; ok {
		f.AboveScale = tick
	}
	if st := library.OperatingState(r.Words["state"]); st != "" && st != f.State {
		f.State = st
		f.StateSince = s.AsOf
		if f.StateSince.IsZero() || f.StateSince.After(domain.Today(w.Clock)) {
			f.StateSince = domain.Today(w.Clock)
		}
	}
	return f, w.ids(r.People["leader"])
}

// lead writes one row of a lead ledger. A lead that is there is left as it is:
// what was reported first stays.
func (w *writer) lead(ctx context.Context, _ *ledger.Sheet, r ledger.Row) (outcome, error) {
	_, there, err := w.Store.FindLead(ctx, r.Texts["company"], r.Texts["subject"])
	if err != nil || there {
		return unchanged, err
	}
	f := recruit.LeadFacts{Company: r.Texts["company"], Subject: r.Texts["subject"], Channel: library.Channel(r.Words["channel"]), ContactName: r.Texts["contact"],
		ContactPhone: r.Texts["contact_phone"], Note: joinedNote(r.Texts["note"], r.Texts["progress"]), NextOn: r.Dates["next_on"], NextAction: r.Texts["next_action"]}
	if f.Channel == "" {
		f.Channel = library.SelfCame
	}
	if m, ok := r.Money["amount"]; ok {
		y := domain.Yuan(m.Amount)
		f.Amount = &y
	}
	if owners := w.ids(r.People["owner"]); len(owners) > 0 {
		f.OwnerID = owners[0]
	}
	if err := w.referrer(ctx, r.Texts["referrer"], &f); err != nil {
		return unchanged, err
	}
	unit := r.Units["first_unit"]
	if unit.IsZero() {
		unit = w.actor.UnitID
	}
	if err := w.mayWrite(org.LeadWrite, unit, "first_unit"); err != nil {
		return unchanged, err
	}
	l, err := w.Leads.LogWithin(ctx, w.actor, "", f, unit, r.Dates["reported_on"])
	if err != nil || r.Texts["verdict"] == "" {
		return created, err
	}
	verdict := r.Texts["verdict"]
	switch {
	case strings.Contains(verdict, "不"):
		err = l.Assess(false, verdict, w.actor.PersonID, l.ReportedOn)
	case strings.Contains(verdict, "符合") || strings.Contains(verdict, "可行") || strings.Contains(verdict, "有效"):
		err = l.Assess(true, verdict, w.actor.PersonID, l.ReportedOn)
	default:
		l.Note = strings.TrimSpace(l.Note + " " + verdict)
	}
	if err != nil {
		return created, err
	}
	return created, w.Leads.Store.SaveLead(ctx, l)
}

// joinedNote puts what a lead's row says besides into one note.
func joinedNote(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, "；")
}

// referrer ties a named referrer to a client or enterprise of the libraries.
func (w *writer) referrer(ctx context.Context, name string, f *recruit.LeadFacts) error {
	f.ReferrerName = name
	if name == "" {
		return nil
	}
	o, found, err := w.Clients.Organizations.Organization(ctx, "", name)
	if err != nil || !found {
		return err
	}
	if id, ok, err := w.Clients.Reader.ClientOf(ctx, o.ID); err != nil || ok {
		f.ReferrerKind, f.ReferrerID = "client", id
		return err
	}
	if id, ok, err := w.Store.EnterpriseOf(ctx, o.ID); err != nil || ok {
		f.ReferrerKind, f.ReferrerID = "enterprise", id
		return err
	}
	return nil
}

// visit writes one row of a visit ledger. It has been made, so it is done.
func (w *writer) visit(ctx context.Context, _ *ledger.Sheet, r ledger.Row) (outcome, error) {
	f := recruit.VisitFacts{Way: r.Words["way"], On: r.Dates["on"], Company: r.Texts["company"], Place: r.Texts["place"], Party: strings.FieldsFunc(r.Texts["party"], comma),
		StartsAt: r.Texts["starts_at"], Met: strings.TrimSpace(r.Texts["met"] + " " + r.Texts["met_title"])}
	if f.Way == "" {
		f.Way = recruit.Out
	}
	if leaders := w.ids(r.People["leader"]); len(leaders) > 0 {
		f.LeaderID = leaders[0]
	}
	_, there, err := w.Store.FindVisit(ctx, f.On, f.Company, f.LeaderID)
	if err != nil || there {
		return unchanged, err
	}
	if p, ok, err := w.Store.FindProject(ctx, library.NameKey(r.Texts["project"])); err != nil {
		return unchanged, err
	} else if ok {
		f.Projects = []domain.ID{p}
	}
	if o, found, err := w.Clients.Organizations.Organization(ctx, "", f.Company); err != nil {
		return unchanged, err
	} else if found {
		if c, ok, err := w.Clients.Reader.ClientOf(ctx, o.ID); err != nil {
			return unchanged, err
		} else if ok {
			f.Clients = []domain.ID{c}
		}
	}
	v, err := w.Visits.ScheduleWithin(ctx, w.actor, "", f, w.actor.UnitID)
	if err != nil || f.On.After(domain.Today(w.Clock)) {
		return created, err
	}
	outcomeCode := "none"
	if code, ok := ledger.OutcomeOf(r.Texts["outcome"]); ok {
		outcomeCode = code
	}
	summary := r.Texts["outcome"]
	if summary == "" {
		summary = "—"
	}
	if err := w.Visits.CompleteWithin(ctx, w.actor, &v, recruit.Result{Outcome: outcomeCode, Summary: summary}); err != nil {
		return created, err
	}
	return created, w.Visits.Store.SaveVisit(ctx, v)
}

func comma(r rune) bool { return strings.ContainsRune("、,，;； ", r) }
