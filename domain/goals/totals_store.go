package goals

import (
	"context"

	"sangu/domain"
	"sangu/domain/reporting"
)

// ProgressStore stores how far the projection has come, and the marks of what changed.
type ProgressStore interface {
	// Progress returns the number of the last update, and the key of the day and the rules
	// for which every light was judged.
	Progress(ctx context.Context) (number int, judged string, err error)
	// Advance raises the number within the unit of work, so that two updates do not run at
	// once.
	Advance(ctx context.Context, judged string) error
	// DirtyProjects returns the oldest marks. The store marks a project whenever its row
	// changes.
	DirtyProjects(ctx context.Context, most int) ([]DirtyProject, error)
	// DirtyAmong returns the marks of the projects.
	DirtyAmong(ctx context.Context, projects []domain.ID) ([]DirtyProject, error)
	// ProjectsAfter returns the next projects by ID, "" for the first.
	ProjectsAfter(ctx context.Context, id domain.ID, most int) ([]domain.ID, error)
}

// ContributionStore stores the totals and what each project adds to them.
type ContributionStore interface {
	// Totals returns the totals of an update; callers do not change them.
	Totals(ctx context.Context, number int) (reporting.Totals, error)
	// Contributions returns what is stored of the projects.
	Contributions(ctx context.Context, ids []domain.ID) ([]Contribution, error)
	// Ranks returns the ranks of stored lights, below 0 for none; a project without a stored
	// contribution is absent.
	Ranks(ctx context.Context, ids []domain.ID) (map[domain.ID]int, error)
	// Apply adds to the totals, stores contributions, and removes marks.
	Apply(ctx context.Context, add reporting.Totals, now []Contribution, done []DirtyProject) error
	// WorstLights returns the projects of the worst lights, the worst first.
	WorstLights(ctx context.Context, most int) ([]domain.ID, error)
	// WorstKeyLights returns those on lists of key projects alone.
	WorstKeyLights(ctx context.Context, most int) ([]domain.ID, error)
	// AddFunds adds to each contribution the project's money in place, by month, and what of
	// it no verifier has looked at.
	AddFunds(ctx context.Context, to []Contribution) error
}

// TotalsStore is all that the projection needs of a store.
type TotalsStore interface {
	ProgressStore
	ContributionStore
	ColourReader
	// SaveMonthlyLights stores the lights of a month, over those stored of it before.
	SaveMonthlyLights(ctx context.Context, months []reporting.MonthlyLight) error
	// CurrentSnapshots returns projects as they are now.
	CurrentSnapshots(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) ([]reporting.ProjectSnapshot, error)
}
