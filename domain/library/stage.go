package library

import (
	"slices"

	"sangu/domain"
)

// Stage is how far a project has come. The pipeline alone sets a project's stage; the
// vocabulary is here because the library shows it.
type Stage string

// The stages, in order (domain.md §3.1).
const (
	Lead         Stage = "LEAD"          // 线索
	Qualified    Stage = "QUALIFIED"     // 有效线索
	Negotiating  Stage = "NEGOTIATING"   // 在谈
	Intent       Stage = "INTENT"        // 意向
	Reviewed     Stage = "REVIEWED"      // 评审
	Signed       Stage = "SIGNED"        // 签约
	Registered   Stage = "REGISTERED"    // 注册
	Permitting   Stage = "PERMITTING"    // 前期手续
	Started      Stage = "STARTED"       // 开工
	Completed    Stage = "COMPLETED"     // 竣工
	InProduction Stage = "IN_PRODUCTION" // 投产
	FullCapacity Stage = "FULL_CAPACITY" // 达产
)

// Stages lists every stage in order.
func Stages() []Stage {
	return []Stage{Lead, Qualified, Negotiating, Intent, Reviewed, Signed, Registered, Permitting, Started, Completed, InProduction,
		FullCapacity}
}

// Rank returns the stage's place in the order, 0 to 11, or -1 for what is no stage.
func (s Stage) Rank() int { return slices.Index(Stages(), s) }

// Reached reports whether a project at s has come as far as o.
func (s Stage) Reached(o Stage) bool { return s.Rank() >= 0 && s.Rank() >= o.Rank() }

// Status says whether a project is being pursued; it is independent of the stage.
type Status string

// The statuses. Lost is before signing, terminated after it, exited after
// production began.
const (
	Active      Status = "active"
	Suspended   Status = "suspended"
	Transferred Status = "transferred"
	Lost        Status = "lost"
	Terminated  Status = "terminated"
	Exited      Status = "exited"
)

// Statuses lists every status.
func Statuses() []Status { return []Status{Active, Suspended, Transferred, Lost, Terminated, Exited} }

// Over reports whether a project of this status has ended.
func (s Status) Over() bool { return s == Lost || s == Terminated || s == Exited }

// DayOf returns the day on which a project had come at least so far: that of the
// stage itself or, as ledgers leave stages out, "by" the day of the next later stage
// that it reached. It is the zero EventDay where it has not come so far.
func DayOf(reached map[Stage]domain.EventDay, stage Stage) domain.EventDay {
	if on, ok := reached[stage]; ok {
		return on
	}
	for _, later := range Stages() {
		if on, ok := reached[later]; ok && later.Reached(stage) {
			return domain.By(on.Latest())
		}
	}
	return domain.EventDay{}
}

// SpanOf returns the first and the last day on which a project may have come so far
// as the stage: what DayOf allows, not before a stage that came earlier nor after one
// that came later. first is zero where nothing bounds it; both are where the project
// has not come so far.
func SpanOf(reached map[Stage]domain.EventDay, stage Stage) (first, last domain.Date) {
	on := DayOf(reached, stage)
	first, last = on.Earliest(), on.Latest()
	if _, exact := on.Exact(); exact || on.IsZero() {
		return first, last
	}
	// In the order of the stages: where days run backwards, what bounds depends on it.
	for _, other := range Stages() {
		day, ok := reached[other]
		switch from, to := day.Earliest(), day.Latest(); {
		case !ok || other == stage:
		case other.Rank() < stage.Rank() && from.After(first) && !from.After(last):
			first = from
		case other.Rank() > stage.Rank() && to.Before(last) && !to.Before(first):
			last = to
		}
	}
	return first, last
}

// EndSpanOf returns the first and the last day on which a project may have ended: not
// before the stages that it reached. Both are zero where it has not ended.
func EndSpanOf(reached map[Stage]domain.EventDay, ended domain.EventDay) (first, last domain.Date) {
	first, last = ended.Earliest(), ended.Latest()
	if _, exact := ended.Exact(); exact {
		return first, last
	}
	for _, day := range reached {
		if from := day.Earliest(); from.After(first) && !from.After(last) {
			first = from
		}
	}
	return first, last
}
