package goals_test

import (
	"math"
	"testing"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

func TestTheSpeechsSixteenProjectsGiveOneInSixteen(t *testing.T) {
	t.Parallel()
	var cases []reporting.ProjectSnapshot
	for i := range 16 {
		c := reporting.ProjectSnapshot{Stage: library.Negotiating, Status: library.Active}
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
		{Colour: goals.Red, When: one(goals.Condition{Measure: "start_overdue_months", Op: ">", Value: 0, Running: 3}), Reason: "连续三个月超期"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "start_overdue_months", Op: ">=", Value: 0}), Reason: "本月应开未开"}}}
	yinchuanPace := goals.RuleSet{Name: "银川 进度", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 30}), Reason: "已触发"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "pace_behind_points", Op: ">=", Value: 10}), Reason: "已触发"}}}
	yinchuanEntry := goals.RuleSet{Name: "银川 入库", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "entry_overdue_months", Op: ">", Value: 2}), Reason: "已触发"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "entry_overdue_months", Op: ">=", Value: 1}), Reason: "已触发"}}}
	sanya := goals.RuleSet{Name: "三亚", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 50}), Reason: "已触发"},
		{Colour: goals.Red, When: one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 0, Running: 2}), Reason: "已触发"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 0}), Reason: "已触发"}}}
	tianjin := goals.RuleSet{Name: "天津 投资", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "growth_percent", Op: "<", Value: 0}), Reason: "已触发"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 0}), Reason: "已触发"}}}
	tianjinBonds := goals.RuleSet{Name: "天津 专项债使用", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 30}), Reason: "落后预期三成以上"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 0}), Reason: "落后预期"}}}
	// The city's average is the number that the office writes, here 8.2 %.
	tianjinAverage := goals.RuleSet{Name: "天津 低于全市平均", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "growth_percent", Op: "<", Value: 0}), Reason: "负增长"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "growth_percent", Op: "<", Value: 8.2}), Reason: "低于全市平均"}}}
	// Two yellows: the talk with the head of the project, then with the vice-mayor.
	sanyaTalks := goals.RuleSet{Name: "三亚 约谈", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 0, After: goals.Yellow}),
			Reason: "两次黄灯，约谈分管副市长"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "pace_behind_percent", Op: ">", Value: 0}), Reason: "黄灯，约谈项目负责人"}}}
	sanyuan := goals.RuleSet{Name: "三原 三类公示", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "completion_percent", Op: "=", Value: 0}), Reason: "未开工"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 0}), Reason: "进度缓慢"}}}
	anqing := goals.RuleSet{Name: "安庆 红黑榜", Steps: []goals.Step{
		{Colour: goals.Green, When: []goals.Condition{{Measure: "pace_behind_points", Op: "<=", Value: 0},
			{Measure: "completion_percent", Op: ">", Value: 0}}, Reason: "红榜"},
		{Colour: goals.Red, When: one(goals.Condition{Measure: "pace_behind_points", Op: ">", Value: 0}), Reason: "黑榜"}}}
	huating := goals.RuleSet{Name: "华亭 三色督办", Steps: []goals.Step{
		{Colour: goals.Red, When: one(goals.Condition{Measure: "deadline_passed_days", Op: ">", Value: 0, After: goals.Yellow}), Reason: "已触发"},
		{Colour: goals.Yellow, When: one(goals.Condition{Measure: "deadline_passed_days", Op: ">", Value: 0, After: goals.Blue}), Reason: "已触发"},
		{Colour: goals.Blue, When: one(goals.Condition{Measure: "deadline_passed_days", Op: ">", Value: 0}), Reason: "已触发"}}}
	after := func(c goals.Colour, days float64) goals.Signals {
		s := months("deadline_passed_days", days)
		s.Before = c
		return s
	}
	both := goals.Signals{Months: []map[string]float64{{"pace_behind_percent": 20, "pace_behind_points": 5},
		{"pace_behind_percent": 10, "pace_behind_points": 3}}}
	once := goals.Signals{Months: []map[string]float64{{"pace_behind_percent": 0, "pace_behind_points": 0},
		{"pace_behind_percent": 10, "pace_behind_points": 3}}}
	for name, c := range map[string]struct {
		rule goals.RuleSet
		s    goals.Signals
		want goals.Colour
	}{
		"银川: not yet due":           {yinchuanStart, months("start_overdue_months", -1), goals.Green},
		"银川: due this month":        {yinchuanStart, months("start_overdue_months", -1, 0), goals.Yellow},
		"银川: overdue three running": {yinchuanStart, months("start_overdue_months", 1, 2, 3), goals.Red},
		"银川: two running":           {yinchuanStart, months("start_overdue_months", 0, 1, 2), goals.Yellow},
		"银川: 10 points, inclusive":  {yinchuanPace, months("pace_behind_points", 10), goals.Yellow},
		"银川: 30 points, inclusive":  {yinchuanPace, months("pace_behind_points", 30), goals.Yellow},
		"银川: above 30":              {yinchuanPace, months("pace_behind_points", 30.1), goals.Red},
		"银川: 9.9 points":            {yinchuanPace, months("pace_behind_points", 9.9), goals.Green},
		"银川: entry a month late":    {yinchuanEntry, months("entry_overdue_months", 1), goals.Yellow},
		"银川: entry over two months": {yinchuanEntry, months("entry_overdue_months", 2.5), goals.Red},
		"三亚: ahead":                 {sanya, months("pace_behind_percent", -5), goals.NoData},
		"三亚: half behind": {sanya, goals.Signals{Months: []map[string]float64{{"pace_behind_percent": 50, "pace_behind_points": 0}}},
			goals.Yellow},
		"三亚: two misses in a row": {sanya, both, goals.Red},
		"三亚: one miss":            {sanya, once, goals.Yellow},
		"天津: shrinking":           {tianjin, months("growth_percent", -0.1), goals.Red},
		"天津: growing, under plan": {tianjin, goals.Signals{Months: []map[string]float64{{"growth_percent": 3, "pace_behind_points": 2}}},
			goals.Yellow},
		"天津: bonds 30 % behind":  {tianjinBonds, months("pace_behind_percent", 30), goals.Yellow},
		"天津: bonds above 30 %":   {tianjinBonds, months("pace_behind_percent", 30.1), goals.Red},
		"天津: bonds as expected":  {tianjinBonds, months("pace_behind_percent", 0), goals.Green},
		"天津: under the average":  {tianjinAverage, months("growth_percent", 8.1), goals.Yellow},
		"天津: at the average":     {tianjinAverage, months("growth_percent", 8.2), goals.Green},
		"天津: nothing to compare": {tianjinAverage, months("days_silent", 1), goals.NoData},
		"三亚: the first talk":     {sanyaTalks, goals.Signals{Months: both.Months, Before: goals.Green}, goals.Yellow},
		"三亚: two yellows":        {sanyaTalks, goals.Signals{Months: both.Months, Before: goals.Yellow}, goals.Red},
		"三原: not begun": {sanyuan, goals.Signals{Months: []map[string]float64{{"completion_percent": 0, "pace_behind_points": 9}}},
			goals.Red},
		"三原: slow": {sanyuan, goals.Signals{
			Months: []map[string]float64{{"completion_percent": 20, "pace_behind_points": 9}}}, goals.Yellow},
		"三原: smooth": {sanyuan, goals.Signals{
			Months: []map[string]float64{{"completion_percent": 20, "pace_behind_points": 0}}}, goals.Green},
		"安庆: on the red board": {anqing, goals.Signals{
			Months: []map[string]float64{{"completion_percent": 20, "pace_behind_points": -1}}}, goals.Green},
		"安庆: on the black board": {anqing, goals.Signals{Months: []map[string]float64{{"completion_percent": 20, "pace_behind_points": 1}}},
			goals.Red},
		"安庆: nothing known":          {anqing, goals.Signals{}, goals.NoData},
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
		got := c.rule.Judge(c.s)
		if got.Colour != c.want {
			t.Errorf("%s: %s, want %s", name, got.Colour, c.want)
		}
		// Every light says why: by a rule's reason, or by what nobody knows.
		if (got.Step >= 0) != (got.Reason != "") || (got.Colour == goals.NoData) != (len(got.Unknown) > 0) {
			t.Errorf("%s: the light %+v does not say why", name, got)
		}
	}
}
