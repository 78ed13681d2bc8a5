package intake

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
)

// SetupCounts counts what the people of a product have entered; the sample county
// is not counted.
type SetupCounts struct {
	Units          int // below the first
	People         int // besides the first administrator
	SecurityAdmins int
	OfficeAdmins   int
	Records        int // projects, clients, enterprises: what ledgers bring
	Leads          int
}

// SetupCountStore counts what is entered, as of a day.
type SetupCountStore interface {
	SetupCounts(ctx context.Context, on domain.Date) (SetupCounts, error)
}

// FirstStep is one step on the way from an empty product to daily work.
type FirstStep struct {
	// Key is units, people, roles, import or lead.
	Key   string
	Done  bool
	Count int
	// Mine is true where the actor may do it; By is the role that does.
	Mine bool
	By   org.Role
}

// Onboarding is the first steps of a new product, with the state of the sample
// county.
type Onboarding struct {
	Steps []FirstStep
	// Open is true where something is left to do for an actor whom the steps
	// concern.
	Open bool
	// NeedsSecurity is true where there is no security administrator yet, who
	// alone grants roles.
	NeedsSecurity bool
	Sample        Sample
	// MayLoad and MayRemove are true where the actor may load or remove the sample
	// now.
	MayLoad, MayRemove bool
}

// Onboardings is the service of the first steps. Nothing of it is stored: each
// answer counts what is there.
type Onboardings struct {
	store   SetupCountStore
	Samples *Samples
	Clock   domain.Clock
}

// NewOnboardings returns s, the service, with its store filled in.
func NewOnboardings(store SetupCountStore, s *Onboardings) *Onboardings {
	s.store = store
	return s
}

// Get returns the first steps for the actor, counted now.
func (s *Onboardings) Get(ctx context.Context, actor domain.Actor) (Onboarding, error) {
	f, err := s.store.SetupCounts(ctx, domain.Today(s.Clock))
	if err != nil {
		return Onboarding{}, err
	}
	o := Onboarding{Steps: StepsOf(f, actor), NeedsSecurity: f.SecurityAdmins == 0}
	led := actor.May(org.UnitManage) || actor.May(org.RoleGrant) || actor.May(org.RuleManage)
	for _, step := range o.Steps {
		o.Open = o.Open || led && !step.Done
	}
	if o.Sample, err = s.Samples.Get(ctx); err != nil {
		return Onboarding{}, err
	}
	if MaySample(actor) {
		o.MayLoad = o.Sample.State == "" && f.Records+f.Leads == 0
		o.MayRemove = o.Sample.State == SampleLoaded
	}
	return o, nil
}

// StepsOf returns the steps in the order in which a county begins.
func StepsOf(f SetupCounts, actor domain.Actor) []FirstStep {
	grants := actor.May(org.RoleGrant) || f.SecurityAdmins == 0 && actor.May(org.PersonManage)
	granter := org.SecurityAdmin
	if f.SecurityAdmins == 0 {
		granter = org.SystemAdmin
	}
	return []FirstStep{
		{Key: "units", Done: f.Units > 0, Count: f.Units, Mine: actor.May(org.UnitManage), By: org.SystemAdmin},
		{Key: "people", Done: f.People > 0, Count: f.People, Mine: actor.May(org.PersonManage), By: org.SystemAdmin},
		{Key: "roles", Done: f.OfficeAdmins > 0, Count: f.OfficeAdmins, Mine: grants, By: granter},
		{Key: "import", Done: f.Records > 0, Count: f.Records, Mine: actor.May(org.ImportRun), By: org.OfficeAdmin},
		{Key: "lead", Done: f.Leads > 0, Count: f.Leads, Mine: actor.May(org.LeadWrite), By: org.OfficeAdmin},
	}
}
