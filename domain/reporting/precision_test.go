package reporting_test

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
)

// lived is a project with the days on which its stages truly came, and what was
// reported of them.
type lived struct {
	truth  map[library.Stage]domain.Date
	events []pipeline.Event
}

// live draws a project's way: some stages, days that run forwards, each reported as
// well as somebody knew it.
func live(t *rapid.T, today domain.Date, label string) lived {
	l := lived{truth: map[library.Stage]domain.Date{}}
	day := today.AddDays(-rapid.IntRange(1200, 1500).Draw(t, label+"begin"))
	for i, stage := range library.Stages() {
		day = day.AddDays(rapid.IntRange(0, 200).Draw(t, label+string(stage)))
		if day.After(today) || rapid.IntRange(0, 3).Draw(t, label+"left out") == 0 {
			continue
		}
		l.truth[stage] = day
		known := []domain.EventDay{
			domain.OnDay(day), domain.InMonth(day.Year(), day.Month()), domain.InQuarter(day.Year(), (day.Month()+2)/3),
			domain.InHalf(day.Year(), (day.Month()+5)/6), domain.InYear(day.Year()),
			domain.By(day.AddDays(rapid.IntRange(0, 60).Draw(t, label+"later"))),
		}[rapid.IntRange(0, 5).Draw(t, label+"precision")]
		known, ok := known.NotAfter(today)
		if !ok {
			t.Fatalf("%s cannot have happened by %s", known, today)
		}
		l.events = append(l.events, pipeline.Event{ID: domain.ID(label + strconv.Itoa(i)), Code: pipeline.Code(stage), OccurredOn: known,
			RecordedAt: today.Start()})
	}
	return l
}

// Whatever the days truly were, no count of a period is more than what is sure
// together with what is told as unsure, nor less than what is sure; and the span that
// a report sees of a stage holds the day on which it came.
func TestNoCountOfAPeriodExceedsWhatIsSureAndWhatIsToldAsUnsure(t *testing.T) {
	t.Parallel()
	measures := map[reporting.Measure]library.Stage{reporting.MeasureSigned: library.Signed, reporting.MeasureStarted: library.Started,
		reporting.MeasureProduced: library.InProduction}
	rapid.Check(t, func(t *rapid.T) {
		today := domain.MustDate("2026-11-30")
		totals, truth := reporting.Totals{}, map[reporting.Measure][]domain.Date{}
		for n := range rapid.IntRange(1, 5).Draw(t, "projects") {
			l := live(t, today, "project "+strconv.Itoa(n)+" ")
			snapshot := reporting.ProjectHistory{Events: l.events}.Snapshot(today, reporting.CountingRule{})
			totals.Count(snapshot, reporting.CountingRule{}, today)
			for stage, day := range l.truth {
				span := snapshot.When(stage, reporting.CountingRule{})
				if span.Last.Before(day) || span.First.After(day) {
					t.Fatalf("%s came on %s and not from %s to %s: %v", stage, day, span.First, span.Last, l.events)
				}
			}
			for measure, stage := range measures {
				if day, ok := l.truth[stage]; ok {
					truth[measure] = append(truth[measure], day)
				}
			}
		}
		from := rapid.IntRange(reporting.MonthBucket(today)-48, reporting.MonthBucket(today)).Draw(t, "from")
		to := rapid.IntRange(from, reporting.MonthBucket(today)).Draw(t, "to")
		for measure := range measures {
			sure, unsure := totals.Between(reporting.TotalKey{Measure: measure}, from, to)
			n := int64(0)
			for _, day := range truth[measure] {
				if month := reporting.MonthBucket(day); month >= from && month <= to {
					n++
				}
			}
			// A stage that was left out is known from a later one, and may be of the period too.
			if n > sure.N+unsure.N {
				t.Fatalf("%s: %d were of the period, sure %d, unsure %d", measure, n, sure.N, unsure.N)
			}
			if measure == reporting.MeasureSigned && sure.N > n {
				t.Fatalf("%d signings are counted for certain, %d were of the period", sure.N, n)
			}
		}
	})
}

// The events of a way that only went forwards stand in the order of the stages,
// however their days are known, and the last of them is where the project stands.
func TestTheStageOfAProjectDoesNotDependOnHowWellItsDaysAreKnown(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := live(t, domain.MustDate("2026-11-30"), "")
		events := rapid.Permutation(l.events).Draw(t, "order recorded")
		state := pipeline.CurrentStateOf(events, nil)
		stages := library.Stages()
		slices.Reverse(stages)
		for _, stage := range stages {
			if _, ok := l.truth[stage]; ok {
				if state.Stage != stage {
					t.Fatalf("stands at %s, has come to %s: %v", state.Stage, stage, pipeline.EffectiveEvents(events))
				}
				return
			}
		}
	})
}

// The curve of waits whose days are known exactly is that of Aalen and Johansen, and
// stays so where others of unknown beginning are left out; where some are known within
// a range it lies in its band and tells how many.
func TestACurveOfInexactDaysLiesInItsBandAndTellsHowManyThereAre(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var exact, inexact []reporting.Waiting
		n, unbounded := 0, rapid.IntRange(0, 3).Draw(t, "unbounded")
		for range rapid.IntRange(10, 25).Draw(t, "n") {
			w := reporting.Waiting{Days: rapid.IntRange(0, 700).Draw(t, "days"), Event: rapid.IntRange(0, 2).Draw(t, "event"), Count: 1}
			exact = append(exact, w)
			if rapid.IntRange(0, 2).Draw(t, "known") == 0 {
				w.Slack = rapid.IntRange(1, 200).Draw(t, "slack")
				w.Days += w.Slack
				n++
			}
			inexact = append(inexact, w)
		}
		for range unbounded {
			inexact = append(inexact, reporting.Waiting{Days: 50, Slack: reporting.Unbounded, Event: 1, Count: 1})
		}
		c, err := reporting.CurveOf(inexact)
		if err != nil {
			t.Fatal(err)
		}
		if c.Inexact != n || c.Unbounded != unbounded || c.Exact+c.Inexact+c.Unbounded != c.N {
			t.Fatalf("%d exact, %d inexact, %d unbounded of %d", c.Exact, c.Inexact, c.Unbounded, c.N)
		}
		for _, p := range c.Points {
			if (p.BandLower == nil) != (n == 0) || n > 0 && (*p.BandLower > p.Started+1e-9 || *p.BandUpper < p.Started-1e-9) {
				t.Fatalf("%+v of %d inexact", p, n)
			}
		}
		if n > 0 {
			return
		}
		if same, err := reporting.CurveOf(exact); err != nil || !reflect.DeepEqual(same.Points, c.Points) {
			t.Fatalf("%v: %+v, of the exact alone %+v", err, c.Points, same.Points)
		}
	})
}
