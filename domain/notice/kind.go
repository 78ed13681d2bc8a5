// Package notice tells people of what concerns them: what they follow, what is
// given to them, what waits for them, what falls due. It knows people and that
// there are records of kinds; what the records are it does not know.
package notice

import (
	"slices"
	"strings"
)

// Kind is the kind of event that a notice is of.
type Kind string

// The kinds of notice.
const (
	Mentioned       Kind = "mentioned"         // 提到我
	Assigned        Kind = "assigned"          // 交给我或我单位
	StageMoved      Kind = "stage_moved"       // 关注的记录变了阶段
	Commented       Kind = "commented"         // 关注的记录有新进展
	Filed           Kind = "filed"             // 关注的记录有新附件
	Verdict         Kind = "verdict"           // 我报的有了核实意见
	ToVerify        Kind = "to_verify"         // 等我核实
	ToAssess        Kind = "to_assess"         // 等我研判
	LeadIdle        Kind = "lead_idle"         // 线索久未跟进
	StepDue         Kind = "step_due"          // 待办快到期
	StepOverdue     Kind = "step_overdue"      // 待办已逾期
	ShouldHaveBegun Kind = "should_have_begun" // 应开未开
	Suspected       Kind = "suspected"         // 疑点待说明
	ImportDone      Kind = "import_done"       // 导入完成
	Bulletin        Kind = "bulletin"          // 通报发布
)

// Kinds lists every kind, in the order a person chooses from.
func Kinds() []Kind {
	return []Kind{Mentioned, Assigned, StageMoved, Commented, Filed, Verdict, ToVerify, ToAssess, LeadIdle, StepDue, StepOverdue,
		ShouldHaveBegun, Suspected, ImportDone, Bulletin}
}

// Known reports whether there is such a kind.
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

// notifiesActor reports whether the person who did it is notified too: of work
// that goes on after one left the screen.
func (k Kind) notifiesActor() bool { return k == ImportDone }

// FollowerKind returns the kind of notice that the followers of a record get of an
// action on it; false where they get none.
func FollowerKind(action string) (Kind, bool) {
	switch {
	case action == "stage.move":
		return StageMoved, true
	case strings.HasPrefix(action, "note."), action == "visit.complete":
		return Commented, true
	case action == "attachment.add":
		return Filed, true
	}
	return "", false
}

// Followable lists the kinds of record that can be followed and mentioned on.
func Followable() []string { return []string{"project", "client", "enterprise", "lead", "visit"} }
