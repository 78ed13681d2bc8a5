package org

import (
	"slices"

	"sangu/domain"
)

// Rights on the organisation and the product itself. The areas above name
// their own; RightsOf puts them together.
const (
	UnitManage   domain.Right = "unit.manage"
	UnitAdd      domain.Right = "unit.add" // units that a ledger names
	PersonManage domain.Right = "person.manage"
	RoleGrant    domain.Right = "role.grant"
	AuditRead    domain.Right = "audit.read"
)

// Rights on business rows. A ".read" right also says how far the actor sees.
const (
	LeadRead        domain.Right = "lead.read"
	LeadWrite       domain.Right = "lead.write"
	LeadAssess      domain.Right = "lead.assess"
	ProjectRead     domain.Right = "project.read"
	ProjectWrite    domain.Right = "project.write"
	ClientRead      domain.Right = "client.read"
	ClientWrite     domain.Right = "client.write"
	EnterpriseRead  domain.Right = "enterprise.read"
	EnterpriseWrite domain.Right = "enterprise.write"
	VisitRead       domain.Right = "visit.read"
	VisitWrite      domain.Right = "visit.write"
	StageMove       domain.Right = "stage.move"
	StageConfirm    domain.Right = "stage.confirm"
	RuleManage      domain.Right = "rule.manage"
	ReportRead      domain.Right = "report.read"
	ImportRun       domain.Right = "import.run"
	ExportRun       domain.Right = "export.run"
	// RecordWithdraw takes records away that others made, and puts them back;
	// RecordPurge removes for good what was away long enough.
	RecordWithdraw domain.Right = "record.withdraw"
	RecordPurge    domain.Right = "record.purge"
)

// Role is what a person may do by a post.
type Role string

// The roles (domain.md §4.2).
const (
	Officer         Role = "officer"          // 招商专员
	UnitClerk       Role = "unit_clerk"       // 联络员
	UnitHead        Role = "unit_head"        // 单位一把手
	CountyLeader    Role = "county_leader"    // 县领导
	PrincipalLeader Role = "principal_leader" // 主要领导
	OfficeAdmin     Role = "office_admin"     // 招商办
	Verifier        Role = "verifier"         // 核查员
	Inspector       Role = "inspector"        // 督查,只读
	SystemAdmin     Role = "system_admin"     // 系统管理员
	SecurityAdmin   Role = "security_admin"   // 安全管理员
	AuditAdmin      Role = "audit_admin"      // 审计管理员
)

// Roles lists every role, in the order a picker shows them.
func Roles() []Role {
	return []Role{Officer, UnitClerk, UnitHead, CountyLeader, PrincipalLeader, OfficeAdmin, Verifier, Inspector,
		SystemAdmin, SecurityAdmin, AuditAdmin}
}

// Administrator reports whether the role is one of the three administrators
// 三员. No person holds two of them, and none holds another role beside.
func (r Role) Administrator() bool {
	return slices.Contains([]Role{SystemAdmin, SecurityAdmin, AuditAdmin}, r)
}

// Known reports whether there is such a role.
func (r Role) Known() bool { return slices.Contains(Roles(), r) }

// Allowance is a set of rights with one scope.
type Allowance struct {
	Scope  domain.Scope
	Rights []domain.Right
}

// Allowances returns what the role may do and how far. It is the only table of
// permissions.
func (r Role) Allowances() []Allowance {
	everything := []domain.Right{LeadRead, ProjectRead, ClientRead, EnterpriseRead, VisitRead, ReportRead}
	enter := []domain.Right{LeadWrite, ProjectWrite, ClientWrite, EnterpriseWrite, VisitWrite, StageMove}
	library := []domain.Right{ClientRead, EnterpriseRead}
	switch r {
	case Officer:
		// Own leads, the unit's projects and visits, the shared libraries.
		return []Allowance{
			{domain.ScopeOwn, []domain.Right{LeadRead, LeadWrite, LeadAssess}},
			{domain.ScopeUnit, []domain.Right{ProjectRead, ProjectWrite, StageMove, VisitRead, VisitWrite, ClientWrite, ReportRead, ExportRun,
				ImportRun}},
			{domain.ScopeAll, library},
		}
	case UnitClerk:
		return []Allowance{
			{domain.ScopeUnit, append(append([]domain.Right{LeadAssess, ExportRun, ImportRun, LeadRead, ProjectRead, VisitRead, ReportRead},
				enter...), library...)},
			{domain.ScopeAll, library},
		}
	case UnitHead:
		return []Allowance{
			{domain.ScopeSubtree, append(append([]domain.Right{LeadAssess, ExportRun, RecordWithdraw, LeadRead, ProjectRead, VisitRead,
				ReportRead}, enter...), library...)},
			{domain.ScopeAll, library},
		}
	case CountyLeader:
		return []Allowance{
			{domain.ScopeAssigned, append([]domain.Right{VisitWrite, LeadWrite}, everything...)},
			{domain.ScopeAll, library},
		}
	case PrincipalLeader:
		return []Allowance{{domain.ScopeAll, append([]domain.Right{VisitWrite, LeadWrite}, everything...)}}
	case OfficeAdmin:
		return []Allowance{{domain.ScopeAll, append(append([]domain.Right{LeadAssess, RuleManage, ImportRun, ExportRun, UnitAdd, RecordWithdraw,
			RecordPurge}, everything...), enter...)}}
	case Verifier:
		return []Allowance{{domain.ScopeAll, append([]domain.Right{StageConfirm}, everything...)}}
	case Inspector:
		return []Allowance{{domain.ScopeAll, everything}}
	case SystemAdmin:
		return []Allowance{{domain.ScopeAll, []domain.Right{UnitManage, PersonManage}}}
	case SecurityAdmin:
		return []Allowance{{domain.ScopeAll, []domain.Right{RoleGrant}}}
	case AuditAdmin:
		return []Allowance{{domain.ScopeAll, []domain.Right{AuditRead}}}
	}
	return nil
}

// RolesWith returns the roles that hold a right, in the order of Roles.
func RolesWith(right domain.Right) []string {
	var out []string
	for _, r := range Roles() {
		for _, a := range r.Allowances() {
			if slices.Contains(a.Rights, right) && !slices.Contains(out, string(r)) {
				out = append(out, string(r))
			}
		}
	}
	return out
}

// BusinessRights are those that show business rows; the three administrators
// hold none of them.
func BusinessRights() []domain.Right {
	return []domain.Right{LeadRead, LeadWrite, LeadAssess, ProjectRead, ProjectWrite, ClientRead, ClientWrite, EnterpriseRead,
		EnterpriseWrite, VisitRead, VisitWrite, StageMove, StageConfirm, RuleManage, ReportRead, ImportRun, ExportRun, RecordWithdraw,
		RecordPurge}
}

// AllRights lists every right there is.
func AllRights() []domain.Right {
	return append([]domain.Right{UnitManage, UnitAdd, PersonManage, RoleGrant, AuditRead}, BusinessRights()...)
}
