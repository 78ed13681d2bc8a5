package intake

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
)

// Filling is how far a product is filled by its people; the sample county does
// not count.
type Filling struct {
	Units          int // below the first
	People         int // besides the first administrator
	SecurityAdmins int
	OfficeAdmins   int
	Records        int // projects, clients, enterprises: what ledgers bring
	Leads          int
}

// FillingStore counts.
type FillingStore interface {
	Filling(ctx context.Context, on domain.Date) (Filling, error)
}

// FirstStep is one step on the way from an empty product to daily work.
type FirstStep struct {
	// Key is units, people, roles, import or lead.
	Key   string
	Done  bool
	Count int
	// Mine says whether the actor may do it; By is the role that does.
	Mine bool
	By   org.Role
}

// Onboarding is what the administrators are led through.
type Onboarding struct {
	Steps []FirstStep
	// Open says whether something is left to do for an actor who is led.
	Open bool
	// NeedsSecurity says that no security administrator is there yet, who alone
	// gives roles.
	NeedsSecurity bool
	Sample        Sample
	// MayLoad and MayRemove say what the actor may do with the sample now.
	MayLoad, MayRemove bool
}

// Onboardings is the service of the first steps. Nothing of it is stored: each
// answer counts what is there.
type Onboardings struct {
	Store   FillingStore
	Samples *Samples
	Clock   domain.Clock
}

// Get gives the first steps as they stand for the actor.
func (s *Onboardings) Get(ctx context.Context, actor domain.Actor) (Onboarding, error) {
	f, err := s.Store.Filling(ctx, domain.Today(s.Clock))
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

// StepsOf gives the steps in the order in which a county begins.
func StepsOf(f Filling, actor domain.Actor) []FirstStep {
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
