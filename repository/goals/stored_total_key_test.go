package goals

import (
	"reflect"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// storedTotals are the lines of one of each kind as databases have had them from
// the first, in the order in which they are written. They never change.
const storedTotals = `begun.0 1 1 0 0
begun.2025 2 1 0 0
funds.0199aaaa-0000-7000-8000-000000000001 24299 2 300 500
light.2026-09-01.00000000000000ff.key.red 0 1 0 0
light.2026-09-01.00000000000000ff.red 0 4 0 0
planned 9000 1 0 70
produced 24300 1 1 80
signed 24298 3 1 900
stage.SIGNED 0 2 0 60
stage.SIGNED 1 1 0 30
started 24299 2 1 400
step.0.open 9001 1 0 0
step.3.done 30 1 0 0
step.3.ended 40 1 0 0
talk_in 24297 5 0 0
talk_out 24298 4 0 0
talking 0 2 0 1000
unseen 9002 1 0 200
wait.2025.1 120 2 0 0
wait.2025.2 200 1 0 0
wait.2025.open 9003 3 0 0
`

func keyedTotals() reporting.Totals {
	line := func(m reporting.Measure) reporting.TotalKey { return reporting.TotalKey{Measure: m} }
	wait := func(o reporting.Outcome) reporting.TotalKey {
		return reporting.TotalKey{Measure: reporting.MeasureWait, Year: 2025, Outcome: o}
	}
	stay := func(rank int, o reporting.Outcome) reporting.TotalKey {
		return reporting.TotalKey{Measure: reporting.MeasureStay, Stage: library.Stages()[rank], Outcome: o}
	}
	light := reporting.TotalKey{Measure: reporting.MeasureLight, Judged: "2026-09-01.00000000000000ff", Colour: "red"}
	keyLight := light
	keyLight.OnKeyLists = true
	return reporting.Totals{
		{Measure: reporting.MeasureStart}:                          {1: {N: 1}},
		{Measure: reporting.MeasureStart, Year: 2025}:              {2: {N: 1}},
		reporting.FundsKey("0199aaaa-0000-7000-8000-000000000001"): {24299: {N: 2, Confirmed: 300, Amount: 500}},
		light:                               {0: {N: 4}},
		keyLight:                            {0: {N: 1}},
		line(reporting.MeasurePlannedStart): {9000: {N: 1, Amount: 70}},
		line(reporting.MeasureProduced):     {24300: {N: 1, Confirmed: 1, Amount: 80}},
		line(reporting.MeasureSigned):       {24298: {N: 3, Confirmed: 1, Amount: 900}},
		{Measure: reporting.MeasureAtStage, Stage: library.Signed}: {0: {N: 2, Amount: 60}, 1: {N: 1, Amount: 30}},
		line(reporting.MeasureStarted):                             {24299: {N: 2, Confirmed: 1, Amount: 400}},
		stay(0, reporting.Open):                                    {9001: {N: 1}},
		stay(3, reporting.Reached):                                 {30: {N: 1}},
		stay(3, reporting.Ended):                                   {40: {N: 1}},
		line(reporting.MeasureNegotiationBegun):                    {24297: {N: 5}},
		line(reporting.MeasureNegotiationOver):                     {24298: {N: 4}},
		line(reporting.MeasureNegotiating):                         {0: {N: 2, Amount: 1000}},
		line(reporting.MeasureUnverifiedFunds):                     {9002: {N: 1, Amount: 200}},
		wait(reporting.Reached):                                    {120: {N: 2}},
		wait(reporting.Ended):                                      {200: {N: 1}},
		wait(reporting.Open):                                       {9003: {N: 3}},
	}
}

func TestTotalsAreWrittenAndReadAsEver(t *testing.T) {
	t.Parallel()
	if got := writeCells(keyedTotals()); got != storedTotals {
		t.Errorf("written:\n%s\nwant:\n%s", got, storedTotals)
	}
	got, err := readCells(storedTotals)
	if err != nil {
		t.Fatal(err)
	}
	if want := keyedTotals(); !reflect.DeepEqual(got, want) {
		t.Errorf("read:\n%v\nwant:\n%v", got, want)
	}
}

func TestEveryMeasureIsStoredByAWordOfItsOwn(t *testing.T) {
	t.Parallel()
	seen := map[string]reporting.Measure{}
	for key := range keyedTotals() {
		word := storedMeasures[key.Measure]
		if other, taken := seen[word]; word == "" || taken && other != key.Measure {
			t.Errorf("%q is stored as %q, as %q is", key.Measure, word, other)
		}
		seen[word] = key.Measure
	}
	if len(seen) != len(storedMeasures) {
		t.Errorf("the golden text has %d measures of %d", len(seen), len(storedMeasures))
	}
}

func TestATextThatNoKeyIsStoredByIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "unknown", "signed.2025", "wait", "wait.2025", "wait.2025.3", "wait.year.1", "wait.02025.1", "begun",
		"begun.x", "step.99.open", "step.1.2", "light", "light.red"} {
		if k, err := RestoreTotalKey(text); err == nil {
			t.Errorf("%q is read as %+v", text, k)
		}
	}
	if k, err := RestoreTotalKey("funds." + string(domain.ID("u"))); err != nil || k != reporting.FundsKey("u") {
		t.Errorf("funds.u is read as %+v, %v", k, err)
	}
}
