package sqlkit

import (
	"fmt"
	"strings"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/org"
)

// holding names the columns and links by which the rows of a subject belong to
// units and people.
type holding struct {
	read     domain.Right
	Table    string
	units    []string // columns of units that hold the row
	Owners   []string // columns of people who own the row
	assigned string   // condition with one ? for the person, or empty
}

// Holdings returns how rows of a subject are held; the zero holding for what is no
// business record. It is the one table of row visibility: owner unit, attracting
// unit, host area, assigned leader, owner (domain.md §4.2).
func Holdings(subject string) holding {
	led := "EXISTS (SELECT 1 FROM assignments AS a WHERE a.subject_kind = '" + subject +
		"' AND a.subject_id = %[1]s.id AND a.person_id = ? AND a.to_on IS NULL)"
	switch subject {
	case domain.SubjectProject:
		return holding{read: org.ProjectRead, Table: "projects", units: []string{"responsible_unit_id", "attracting_unit_id", "host_unit_id"},
			Owners: []string{"created_by"}, assigned: led}
	case domain.SubjectClient:
		return holding{read: org.ClientRead, Table: "clients", units: []string{"unit_id"}, Owners: []string{"owner_id", "created_by"},
			assigned: ""}
	case domain.SubjectEnterprise:
		return holding{read: org.EnterpriseRead, Table: "enterprises", units: []string{"unit_id", "host_unit_id"},
			Owners: []string{"created_by"}, assigned: led}
	case domain.SubjectLead:
		return holding{read: org.LeadRead, Table: "leads", units: []string{"unit_id"}, Owners: []string{"owner_id", "created_by"}, assigned: ""}
	case domain.SubjectImport:
		return holding{read: org.ImportRun, Table: "imports", units: []string{"unit_id"}, Owners: []string{"person_id"}, assigned: ""}
	case domain.SubjectVisit:
		return holding{read: org.VisitRead, Table: "visits", units: []string{"unit_id"}, Owners: []string{"owner_id", "created_by"},
			assigned: "%[1]s.leader_id = ?"}
	}
	return holding{}
}

// InScope narrows q, whose rows of the subject have the alias, to what the
// actor may read. It is the only place where row visibility is decided.
func InScope(q *gorm.DB, actor domain.Actor, subject, alias string) *gorm.DB {
	return InReach(q, actor.Reach(Holdings(subject).read), subject, alias)
}

// InReach narrows q to a reach: of a read right, or of a write right where
// that is narrower.
func InReach(q *gorm.DB, r domain.Reach, subject, alias string) *gorm.DB {
	if h := Holdings(subject); h.Table != "" && subject != "import" {
		// What was taken away is nobody's until it is put back.
		q = q.Where(alias + ".withdrawn_at IS NULL")
	}
	return Reached(q, r, subject, alias)
}

// Reached narrows q as InReach does, over rows that are there and rows that were
// taken away.
func Reached(q *gorm.DB, r domain.Reach, subject, alias string) *gorm.DB {
	h := Holdings(subject)
	if h.Table == "" {
		return q.Where("1 = 0")
	}
	if r.All {
		return q
	}
	var ways []string
	var args []any
	if len(r.Units) > 0 {
		for _, col := range h.units {
			ways = append(ways, fmt.Sprintf("%s.%s IN ?", alias, col))
			args = append(args, r.Units)
		}
	}
	if r.Own && !r.PersonID.IsZero() {
		for _, col := range h.Owners {
			ways = append(ways, fmt.Sprintf("%s.%s = ?", alias, col))
			args = append(args, r.PersonID)
		}
	}
	if r.Assigned && h.assigned != "" && !r.PersonID.IsZero() {
		ways = append(ways, fmt.Sprintf(h.assigned, alias))
		args = append(args, r.PersonID)
	}
	if len(ways) == 0 {
		return q.Where("1 = 0")
	}
	return q.Where("("+strings.Join(ways, " OR ")+")", args...)
}
