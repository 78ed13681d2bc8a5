package api

import (
	goalsapi "sangu/api/goals"
	intakeapi "sangu/api/intake"
	"sangu/api/kit"
	libraryapi "sangu/api/library"
	orgapi "sangu/api/org"
	pipelineapi "sangu/api/pipeline"
	recruitapi "sangu/api/recruit"
	reportingapi "sangu/api/reporting"
	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/intake"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/recruit"
)

// staleWires is the table of entities whose current state a stale write is
// told, with their wire forms.
func staleWires() map[string]func(any) any {
	wires := map[string]func(any) any{
		kit.TypeName(org.Unit{}):        func(e any) any { return orgapi.UnitFrom(e.(org.Unit)) },
		kit.TypeName(org.Person{}):      func(e any) any { return orgapi.PersonFrom(org.PersonView{Person: e.(org.Person)}) },
		kit.TypeName(org.Post{}):        func(e any) any { return orgapi.PostFrom(e.(org.Post)) },
		kit.TypeName(library.Project{}): func(e any) any { return libraryapi.ProjectFrom(library.ProjectView{Project: e.(library.Project)}) },
		kit.TypeName(library.Client{}):  func(e any) any { return libraryapi.ClientFrom(library.ClientView{Client: e.(library.Client)}) },
		kit.TypeName(library.Contact{}): func(e any) any { return libraryapi.ContactFrom(e.(library.Contact)) },
		kit.TypeName(library.Enterprise{}): func(e any) any {
			return libraryapi.EnterpriseFrom(library.EnterpriseView{Enterprise: e.(library.Enterprise)})
		},
		kit.TypeName(recruit.Lead{}):     func(e any) any { return recruitapi.LeadFrom(recruit.LeadView{Lead: e.(recruit.Lead)}) },
		kit.TypeName(recruit.FollowUp{}): func(e any) any { return recruitapi.FollowUpFrom(e.(recruit.FollowUp)) },
		kit.TypeName(recruit.Visit{}):    func(e any) any { return recruitapi.VisitFrom(recruit.VisitView{Visit: e.(recruit.Visit)}) },
		kit.TypeName(org.View{}):         func(e any) any { return orgapi.ViewFrom(e.(org.View), domain.Actor{}) },
		kit.TypeName(goals.Suspicion{}):  func(e any) any { return goalsapi.SuspicionFrom(e.(goals.Suspicion)) },
		kit.TypeName(intake.Import{}):    func(e any) any { return intakeapi.ImportFrom(e.(intake.Import)) },
	}
	versioned(wires, pipelineapi.GatesFrom)
	versioned(wires, goalsapi.LimitsFrom)
	versioned(wires, goalsapi.ColourRulesFrom)
	versioned(wires, goalsapi.ScoreSchemeFrom)
	versioned(wires, reportingapi.YearTargetsFrom)
	return wires
}

// versioned adds the wire form of a value that is edited as a whole.
func versioned[T, W any](wires map[string]func(any) any, from func(domain.Versioned[T]) W) {
	wires[kit.TypeName(domain.Versioned[T]{})] = func(e any) any { return from(e.(domain.Versioned[T])) }
}
