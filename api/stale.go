package api

import (
	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
)

// staleWires is the table of entities whose current state a stale write is
// told, with their wire forms.
func staleWires() map[string]func(any) any {
	return map[string]func(any) any{
		TypeName(org.Unit{}):           func(e any) any { return unitFrom(e.(org.Unit)) },
		TypeName(org.Person{}):         func(e any) any { return personFrom(org.PersonView{Person: e.(org.Person)}) },
		TypeName(org.Post{}):           func(e any) any { return postFrom(e.(org.Post)) },
		TypeName(library.Project{}):    func(e any) any { return projectFrom(library.ProjectView{Project: e.(library.Project)}) },
		TypeName(library.Client{}):     func(e any) any { return clientFrom(library.ClientView{Client: e.(library.Client)}) },
		TypeName(library.Contact{}):    func(e any) any { return contactFrom(e.(library.Contact)) },
		TypeName(library.Enterprise{}): func(e any) any { return enterpriseFrom(library.EnterpriseView{Enterprise: e.(library.Enterprise)}) },
		TypeName(recruit.Lead{}):       func(e any) any { return leadFrom(recruit.LeadView{Lead: e.(recruit.Lead)}) },
		TypeName(recruit.FollowUp{}):   func(e any) any { return followUpFrom(e.(recruit.FollowUp)) },
		TypeName(recruit.Visit{}):      func(e any) any { return visitFrom(recruit.VisitView{Visit: e.(recruit.Visit)}) },
		TypeName(org.View{}):           func(e any) any { return viewFrom(e.(org.View), domain.Actor{}) },
		TypeName(goals.HeldLimits{}):   func(e any) any { return limitsFrom(e.(goals.HeldLimits)) },
		TypeName(pipeline.HeldGates{}): func(e any) any { return gatesFrom(e.(pipeline.HeldGates)) },
		TypeName(goals.Suspicion{}):    func(e any) any { return suspicionFrom(e.(goals.Suspicion)) },
		TypeName(intake.Import{}):      func(e any) any { return importFrom(e.(intake.Import)) },
	}
}
