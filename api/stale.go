package api

import (
	"reflect"

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
		typeName(org.Unit{}):           func(e any) any { return unitFrom(e.(org.Unit)) },
		typeName(org.Person{}):         func(e any) any { return personFrom(org.PersonView{Person: e.(org.Person)}) },
		typeName(org.Post{}):           func(e any) any { return postFrom(e.(org.Post)) },
		typeName(library.Project{}):    func(e any) any { return projectFrom(library.ProjectView{Project: e.(library.Project)}) },
		typeName(library.Client{}):     func(e any) any { return clientFrom(library.ClientView{Client: e.(library.Client)}) },
		typeName(library.Contact{}):    func(e any) any { return contactFrom(e.(library.Contact)) },
		typeName(library.Enterprise{}): func(e any) any { return enterpriseFrom(library.EnterpriseView{Enterprise: e.(library.Enterprise)}) },
		typeName(recruit.Lead{}):       func(e any) any { return leadFrom(recruit.LeadView{Lead: e.(recruit.Lead)}) },
		typeName(recruit.FollowUp{}):   func(e any) any { return followUpFrom(e.(recruit.FollowUp)) },
		typeName(recruit.Visit{}):      func(e any) any { return visitFrom(recruit.VisitView{Visit: e.(recruit.Visit)}) },
		typeName(org.View{}):           func(e any) any { return viewFrom(e.(org.View), domain.Actor{}) },
		typeName(goals.HeldLimits{}):   func(e any) any { return limitsFrom(e.(goals.HeldLimits)) },
		typeName(pipeline.HeldGates{}): func(e any) any { return gatesFrom(e.(pipeline.HeldGates)) },
		typeName(goals.Suspicion{}):    func(e any) any { return suspicionFrom(e.(goals.Suspicion)) },
		typeName(intake.Import{}):      func(e any) any { return importFrom(e.(intake.Import)) },
	}
}

func typeName(v any) string { return reflect.TypeOf(v).String() }
