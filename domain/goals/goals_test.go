package goals_test

import (
	"math"
	"testing"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
)

func TestTheSpeechsSixteenProjectsGiveOneInSixteen(t *testing.T) {
	t.Parallel()
	var cases []pipeline.Case
	for i := range 16 {
		c := pipeline.Case{Stage: pool.Negotiating, Status: pool.Active}
		c.Kind = "tourism"
		if i == 0 {
			c.Section, c.HighTech = "C", true
		}
		cases = append(cases, c)
	}
	r := goals.RatiosOf(cases, domain.MustDate("2026-09-26"), goals.LargeProject)
	if r.Industrial.Value != 0.0625 || r.HighTech.Value != 0.0625 || r.General.Count.Value != 15 {
		t.Errorf("industrial %v, high-tech %v, general %v", r.Industrial, r.HighTech, r.General)
	}
	if r.Intent.Count.Known {
		t.Error("16 intents over no landed project is no ratio")
	}
}

func TestPaceOfPanzhihua2006ComesOut(t *testing.T) {
	t.Parallel()
	c := goals.CompletionOf(1_005_136, 800_000, 10)
	if math.Abs(c.Done.Value*100-125.64) > 0.005 || math.Abs(c.Gap-42.31) > 0.005 {
		t.Errorf("%.4f %%, gap %.4f", c.Done.Value*100, c.Gap)
	}
	if b := goals.CompletionOf(7041, 10_000, 10); math.Abs(b.Gap+12.92) > 0.005 {
		t.Errorf("behind by %.4f, want 12.92", -b.Gap)
	}
}

// months makes signals of one measure, the latest last.
func months(measure string, values ...float64) goals.Signals {
	var s goals.Signals
	for _, v := range values {
		s.Months = append(s.Months, map[string]float64{measure: v})
	}
	return s
}

// The rule sets of domain.md §5.8 must all be expressible as data.
func TestPublishedColourRulesCanBeSaid(t *testing.T) {
	t.Parallel()
	one := func(c goals.Condition) []goals.Condition { return []goals.Condition{c} }
	yinchuanStart := goals.RuleSet{Name: "银川 开工", Steps: []goals.Step{
		{goals.Red, one(goals.Condition{Measure: "start_overdue_months", Op: ">", Value: 0, Running: 3}), ""},
		{goals.Yellow, one(goals.Condition{Measure: "start_overdue_months", Op: ">=", Value: 0}), ""}}}
	yinchuanPace := goals.RuleSet{Name: "银川 进度", Steps: []goals.Step{
		{goals.Red, one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 30}), ""},
		{goals.Yellow, one(goals.Condition{Measure: "pace_behind_points", Op: ">=", Value: 10}), ""}}}
	yinchuanEntry := goals.RuleSet{Name: "银川 入库", Steps: []goals.Step{
		{goals.Red, one(goals.Condition{Measure: "entry_overdue_months", Op: ">", Value: 2}), ""},
		{goals.Yellow, one(goals.Condition{Measure: "entry_overdue_months", Op: ">=", Value: 1}), ""}}}
	sanya := goals.RuleSet{Name: "三亚", Steps: []goals.Step{
		{goals.Red, one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 50}), ""},
		{goals.Red, one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 0, Running: 2}), ""},
		{goals.Yellow, one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 0}), ""}}}
	tianjin := goals.RuleSet{Name: "天津 投资", Steps: []goals.Step{
		{goals.Red, one(goals.Condition{Measure: "growth_percent", Op: "<", Value: 0}), ""},
		{goals.Yellow, one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 0}), ""}}}
	huating := goals.RuleSet{Name: "华亭 三色督办", Steps: []goals.Step{
		{goals.Red, one(goals.Condition{Measure: "deadline_passed_days", Op: ">", Value: 0, After: goals.Yellow}), ""},
		{goals.Yellow, one(goals.Condition{Measure: "deadline_passed_days", Op: ">", Value: 0, After: goals.Blue}), ""},
		{goals.Blue, one(goals.Condition{Measure: "deadline_passed_days", Op: ">", Value: 0}), ""}}}
	after := func(c goals.Colour, days float64) goals.Signals {
		s := months("deadline_passed_days", days)
		s.Before = c
		return s
	}
	both := goals.Signals{Months: []map[string]float64{{"pace_behind_percent": 20, "pace_behind_points": 5}, {"pace_behind_percent": 10, "pace_behind_points": 3}}}
	once := goals.Signals{Months: []map[string]float64{{"pace_behind_percent": 0, "pace_behind_points": 0}, {"pace_behind_percent": 10, "pace_behind_points": 3}}}
	for name, c := range map[string]struct {
		rule goals.RuleSet
		s    goals.Signals
		want goals.Colour
	}{
		"银川: not yet due":            {yinchuanStart, months("start_overdue_months", -1), goals.Green},
		"银川: due this month":         {yinchuanStart, months("start_overdue_months", -1, 0), goals.Yellow},
		"银川: overdue three running":  {yinchuanStart, months("start_overdue_months", 1, 2, 3), goals.Red},
		"银川: two running":            {yinchuanStart, months("start_overdue_months", 0, 1, 2), goals.Yellow},
		"银川: 10 points, inclusive":   {yinchuanPace, months("pace_behind_points", 10), goals.Yellow},
		"银川: 30 points, inclusive":   {yinchuanPace, months("pace_behind_points", 30), goals.Yellow},
		"银川: above 30":               {yinchuanPace, months("pace_behind_points", 30.1), goals.Red},
		"银川: 9.9 points":             {yinchuanPace, months("pace_behind_points", 9.9), goals.Green},
		"银川: entry a month late":     {yinchuanEntry, months("entry_overdue_months", 1), goals.Yellow},
		"银川: entry over two months":  {yinchuanEntry, months("entry_overdue_months", 2.5), goals.Red},
		"三亚: ahead":                  {sanya, months("pace_behind_percent", -5), goals.NoData},
		"三亚: half behind":            {sanya, goals.Signals{Months: []map[string]float64{{"pace_behind_percent": 50, "pace_behind_points": 0}}}, goals.Yellow},
		"三亚: two misses in a row":    {sanya, both, goals.Red},
		"三亚: one miss":               {sanya, once, goals.Yellow},
		"天津: shrinking":              {tianjin, months("growth_percent", -0.1), goals.Red},
		"天津: growing, under plan":    {tianjin, goals.Signals{Months: []map[string]float64{{"growth_percent": 3, "pace_behind_points": 2}}}, goals.Yellow},
		"华亭: first a reminder":       {huating, after("", 1), goals.Blue},
		"华亭: then a warning":         {huating, after(goals.Blue, 1), goals.Yellow},
		"华亭: then red":               {huating, after(goals.Yellow, 1), goals.Red},
		"华亭: put right":              {huating, after(goals.Yellow, 0), goals.Green},
		"nothing is known":           {yinchuanPace, goals.Signals{Months: []map[string]float64{{}}}, goals.NoData},
		"the standard: three months": {goals.StandardColours(), months("start_overdue_months", 3), goals.Red},
	} {
		if err := c.rule.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := c.rule.Judge(c.s); got.Colour != c.want {
			t.Errorf("%s: %s, want %s", name, got.Colour, c.want)
		}
	}
}
