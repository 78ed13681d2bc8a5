// Package reporting counts projects and moves none: snapshots as known on a day,
// totals, funnel, conversion, cohorts, outlooks, bulletins, targets and work lists.
package reporting

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// ReportFilter selects the projects that a report counts. Dates are of the
// signing.
type ReportFilter struct {
	Projects library.ProjectFilter
	// Until is the cut-off: what had happened by the end of that day.
	Until domain.Date
	// AsOf is the instant up to which things were known; zero is now.
	AsOf time.Time
	// Rule is the version of the counting rule; below 0 the one that holds.
	Rule int
	// LateEntry watches a project from the day its signing was recorded: what
	// was signed and ended before anybody wrote it down is not known, and what
	// was written down late has not been watched before.
	LateEntry bool
}

// ReportStore reads what reports are counted from, within the actor's scope.
type ReportStore interface {
	SnapshotStore
	TallyStore
	FundReportStore
	// UnitNames returns the present names of all units.
	UnitNames(ctx context.Context) (map[domain.ID]string, error)
}

// SnapshotStore reads projects one by one, as they are and as they were.
type SnapshotStore interface {
	// CurrentSnapshots returns the projects that a filter finds as they are now.
	CurrentSnapshots(ctx context.Context, actor domain.Actor, f ReportFilter) ([]ProjectSnapshot, error)
	// Histories returns all that was known of projects at an instant. Only the
	// actor's scope narrows it, and where some projects are named, to those.
	Histories(ctx context.Context, actor domain.Actor, asOf time.Time, only ...domain.ID) ([]ProjectHistory, error)
	// LastChanges returns when each of some projects was last changed up to an
	// instant; a project that nobody had changed is absent.
	LastChanges(ctx context.Context, projects []domain.ID, asOf time.Time) (map[domain.ID]time.Time, error)
}

// TallyStore lets the database count projects as they are now.
type TallyStore interface {
	// StageTallies returns numbers and total investment by the stage at which
	// projects are, and whether they are over.
	StageTallies(ctx context.Context, actor domain.Actor, f ReportFilter) ([]StageTally, error)
	// SignedGroups returns what was signed by f.Until, by group, the largest first.
	SignedGroups(ctx context.Context, actor domain.Actor, f ReportFilter, by Grouping) ([]Signing, error)
	// Waitings returns the waits of what was signed by f.Until.
	Waitings(ctx context.Context, actor domain.Actor, f ReportFilter) ([]Waiting, error)
}

// FundReportStore reads money in place.
type FundReportStore interface {
	// FundMonths returns entries paid until a day, by month and by the unit that is
	// credited, responsible or attracting (FundsKey, MonthBucket), and those that no
	// verifier has looked at.
	FundMonths(ctx context.Context, actor domain.Actor, f ReportFilter, until domain.Date, credit Credit) (Totals, error)
	// FundRows returns the effective entries asked for, newest first, at most so
	// many; FundSums returns what all of them add up to.
	FundRows(ctx context.Context, actor domain.Actor, f ReportFilter, q FundQuery, most int) ([]FundRow, error)
	FundSums(ctx context.Context, actor domain.Actor, f ReportFilter, q FundQuery) (pipeline.FundSums, error)
}

// Reports is the service of figures.
type Reports struct {
	store         ReportStore
	ruleStore     RuleStore
	bulletinStore BulletinStore
	targets       TargetStore
	workListStore WorkListStore
	Lights        library.Lights
	Work          domain.Work
	Journal       domain.Journal
	Clock         domain.Clock
	IDs           domain.IDs
}

// NewReports returns s, the service, with its stores filled in.
func NewReports(store ReportStore, ruleStore RuleStore, bulletinStore BulletinStore, targets TargetStore, workListStore WorkListStore,
	s *Reports) *Reports {
	s.store, s.ruleStore, s.bulletinStore, s.targets, s.workListStore = store, ruleStore, bulletinStore, targets, workListStore
	return s
}

// UnitNames returns the present names of all units.
func (s *Reports) UnitNames(ctx context.Context) (map[domain.ID]string, error) {
	return s.store.UnitNames(ctx)
}

// ResolveFilter fills in the cut-off and the rule of a filter. It returns a
// KindInvalid error for a cut-off to come or a rule that does not exist.
func (s *Reports) ResolveFilter(ctx context.Context, f ReportFilter) (ReportFilter, CountingRule, error) {
	return s.resolveFilter(ctx, f)
}

// Basis is what a report prints beside its figures: the cut-off, the instant up
// to which things were known, and the counting rule.
type Basis struct {
	Until domain.Date
	AsOf  time.Time
	Rule  CountingRule
}

// BasisOf returns what a report by a resolved filter is counted by.
func (s *Reports) BasisOf(f ReportFilter, rule CountingRule) Basis {
	b := Basis{Until: f.Until, AsOf: f.AsOf, Rule: rule}
	if b.AsOf.IsZero() {
		b.AsOf = s.Clock.Now()
	}
	return b
}
