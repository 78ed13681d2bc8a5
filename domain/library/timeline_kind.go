package library

import "strings"

// TimelineKind is a kind of line on a timeline, by which a reader narrows it:
// 拜访、阶段、文件、进展、变更、资金、问题.
type TimelineKind string

// The kinds of timeline lines.
const (
	OfVisit    TimelineKind = "visit"
	OfStage    TimelineKind = "stage"
	OfFile     TimelineKind = "file"
	OfProgress TimelineKind = "progress"
	OfChange   TimelineKind = "change"
	OfFund     TimelineKind = "fund"
	OfProblem  TimelineKind = "problem"
)

// TimelineKinds lists every kind, in the order that readers are offered them.
func TimelineKinds() []TimelineKind {
	return []TimelineKind{OfVisit, OfStage, OfFile, OfProgress, OfChange, OfFund, OfProblem}
}

// KindOfAction returns the kind of a line by its action; an action of no other kind is
// a change of the record.
func KindOfAction(action string) TimelineKind {
	subject, _, _ := strings.Cut(action, ".")
	switch {
	case action == "note.problem", subject == "suspicion":
		return OfProblem
	case subject == "visit":
		return OfVisit
	case subject == "stage":
		return OfStage
	case subject == "attachment":
		return OfFile
	case subject == "note", subject == "follow_up":
		return OfProgress
	case subject == "fund", subject == "signing", subject == "split":
		return OfFund
	}
	return OfChange
}
