package library

import "sangu/domain"

// DossierItem is one document of a project's dossier.
type DossierItem string

// Dossier is the documents that a project has, with the day on which each was filed.
type Dossier map[DossierItem]domain.Date

// DossierList returns the documents that a kind of project must have, with their
// weights; the weights of a list add up to 100 (R14).
func DossierList(kind string) []DossierRequirement {
	list := []DossierRequirement{
		{"summary", 15},       // 项目简介
		{"market", 15},        // 市场分析
		{"site", 15},          // 选址与用地条件
		{"investment", 15},    // 投资估算
		{"benefit", 10},       // 效益测算
		{"policy", 10},        // 政策依据
		{"feasibility", 10},   // 可行性研究
		{"cooperation", 5},    // 合作方式
		{"contact_person", 5}, // 联系人
	}
	if kind == "infrastructure" {
		list[1] = DossierRequirement{"funding", 15} // 资金来源
	}
	return list
}

// DossierRequirement is one item of the list and its weight.
type DossierRequirement struct {
	Item   DossierItem
	Weight int
}

// Completeness returns the dossier's score, 0 to 100: the weights of what it has.
func (d Dossier) Completeness(kind string) int {
	score := 0
	for _, r := range DossierList(kind) {
		if !d[r.Item].IsZero() {
			score += r.Weight
		}
	}
	return score
}

// PaperOnly is the completeness below which a project is 一张纸招商 (R15) and may not be
// published.
const PaperOnly = 30
