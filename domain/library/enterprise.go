package library

import (
	"slices"
	"time"

	"sangu/domain"
)

// OperatingState is the state of a local enterprise's production 运行状态.
type OperatingState string

// The operating states (R46).
const (
	Normal     OperatingState = "normal"      // 正常
	Distressed OperatingState = "distressed"  // 危困
	HalfHalted OperatingState = "half_halted" // 半停产
	Halted     OperatingState = "halted"      // 停产
	Resumed    OperatingState = "resumed"     // 复产
)

// OperatingStates lists every state.
func OperatingStates() []OperatingState {
	return []OperatingState{Normal, Distressed, HalfHalted, Halted, Resumed}
}

// EnterpriseFacts is what is recorded of a local enterprise.
type EnterpriseFacts struct {
	OrganizationFacts
	HostUnitID domain.ID // township or park
	UnitID     domain.ID // the bureau that looks after it
	Industry   string
	AboveScale bool   // 规上
	Products   string // 主要产品
	Upstream   string // 上游需求
	Downstream string // 下游客户
	State      OperatingState
	StateSince domain.Date
	Requests   string // 诉求
}

// Enterprise is an entry of 企业信息库.
type Enterprise struct {
	ID             domain.ID
	OrganizationID domain.ID
	EnterpriseFacts
	Leaders   []Assignment
	CreatedBy domain.ID
	CreatedAt time.Time
	UpdatedAt time.Time
	Version   int
}

// Check returns a KindInvalid error that names every rule the facts break.
func (f EnterpriseFacts) Check() error {
	var c domain.Check
	c.Add("", f.OrganizationFacts.Check())
	c.That(slices.Contains(OperatingStates(), f.State), "state", "input.enum", "allowed", OperatingStates())
	if f.Industry != "" {
		_, ok := IndustryByCode(f.Industry)
		c.That(ok, "industry", "project.industry_unknown")
	}
	return c.Err()
}
