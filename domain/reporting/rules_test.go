package reporting

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// today is the day on which the rules are asked.
var today = domain.MustDate("2026-09-30")

// refusal returns what an error refuses: each field with its code, or the code of
// the whole where no field is named; "" for no error.
func refusal(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	e, ok := errors.AsType[*domain.Error](err)
	if !ok {
		t.Fatalf("%v is no error of the domain", err)
	}
	if len(e.Fields) == 0 {
		return e.Code
	}
	var all []string
	for _, f := range e.Fields {
		all = append(all, f.Path+" "+f.Code)
	}
	return strings.Join(all, ", ")
}

// A rule is one way in which something is taken or refused.
type rule[T any] struct {
	name   string
	change func(*T)
	want   string // as refusal has it
}

// holdRules applies each change to something that is taken as it is, and compares
// what check refuses of it.
func holdRules[T any](t *testing.T, valid func() T, check func(T) error, rules []rule[T]) {
	t.Helper()
	if got := refusal(t, check(valid())); got != "" {
		t.Fatalf("refused as it is: %s", got)
	}
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			x := valid()
			r.change(&x)
			if got := refusal(t, check(x)); got != r.want {
				t.Errorf("refused: %q, want %q", got, r.want)
			}
		})
	}
}

// memory holds what reports are counted from. Methods of the stores that it does
// not have are not asked by what is tested here.
type memory struct {
	ReportStore
	BulletinStore
	TargetStore
	WorkListStore
	rules     []CountingRule
	snapshots []ProjectSnapshot
	histories []ProjectHistory
}

func (m *memory) UnitNames(context.Context) (map[domain.ID]string, error) { return nil, nil }

func (m *memory) Rules(context.Context) ([]CountingRule, error) { return m.rules, nil }

func (m *memory) AddRule(_ context.Context, r CountingRule) error {
	m.rules = append([]CountingRule{r}, m.rules...)
	return nil
}

func (m *memory) CurrentSnapshots(_ context.Context, _ domain.Actor, f ReportFilter) ([]ProjectSnapshot, error) {
	var out []ProjectSnapshot
	for _, p := range m.snapshots {
		if p.within(f.Projects, f.Until) {
			out = append(out, p)
		}
	}
	return out, nil
}

func (m *memory) Histories(context.Context, domain.Actor, time.Time, ...domain.ID) ([]ProjectHistory, error) {
	return m.histories, nil
}

func (m *memory) SignedGroups(context.Context, domain.Actor, ReportFilter, Grouping) ([]Signing, error) {
	return nil, nil
}

func (m *memory) Waitings(context.Context, domain.Actor, ReportFilter) ([]Waiting, error) {
	return nil, nil
}

func (m *memory) StageTallies(context.Context, domain.Actor, ReportFilter) ([]StageTally, error) {
	return nil, nil
}

func (m *memory) FundSums(context.Context, domain.Actor, ReportFilter, FundQuery) (pipeline.FundSums, error) {
	return pipeline.FundSums{}, nil
}

func (m *memory) FundRows(context.Context, domain.Actor, ReportFilter, FundQuery, int) ([]FundRow, error) {
	return nil, nil
}

func (m *memory) FundMonths(context.Context, domain.Actor, ReportFilter, domain.Date, Credit) (Totals, error) {
	return Totals{}, nil
}

func (m *memory) Bulletins(context.Context) ([]Bulletin, error) { return nil, nil }

func (m *memory) Bulletin(context.Context, domain.ID) (Bulletin, error) { return Bulletin{}, nil }

func (m *memory) AddBulletin(context.Context, Bulletin) error { return nil }

func (m *memory) Print(BulletinFigures) (string, error) { return "{}", nil }

func (m *memory) Printed(string) (BulletinFigures, error) { return BulletinFigures{}, nil }

func (m *memory) Targets(context.Context, int) ([]Target, error) { return nil, nil }

func (m *memory) UnitPlaces(context.Context) ([]UnitPlace, error) { return nil, nil }

func (m *memory) YearTargets(_ context.Context, year int) (domain.Versioned[YearTargets], error) {
	return domain.Versioned[YearTargets]{Value: YearTargets{Year: year}, Version: 1}, nil
}

func (m *memory) SaveTargets(context.Context, domain.Versioned[YearTargets]) error { return nil }

func (m *memory) Tally(context.Context, domain.Actor, library.ProjectFilter) (Tally, error) {
	return Tally{}, nil
}

func (m *memory) Gates(context.Context) (pipeline.Gates, error) { return pipeline.StandardGates(), nil }

// Do, Record, Now and New make memory a unit of work, a journal, a clock and a
// maker of IDs.
func (m *memory) Do(ctx context.Context, fn func(context.Context) error) error { return fn(ctx) }

func (m *memory) Record(context.Context, domain.Actor, domain.Change) error { return nil }

func (m *memory) Now() time.Time { return today.Start().Add(12 * time.Hour) }

func (m *memory) New() domain.ID { return "new" }

func (m *memory) service() *Reports {
	return &Reports{store: m, ruleStore: m, bulletinStore: m, targets: m, workListStore: m, Work: m, Journal: m, Clock: m, IDs: m}
}

// reader may read reports, and office may set what they are counted by as well.
func reader() domain.Actor { return domain.RunAs("reader", org.ReportRead, org.ProjectRead) }

func office() domain.Actor {
	return domain.RunAs("office", org.ReportRead, org.ProjectRead, org.RuleManage)
}
