package library

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

// looked is how many leads are compared for each candidate.
const looked = 20

// Candidates implements library.DuplicateStore.
func (s *DuplicateStore) Candidates(ctx context.Context, p library.DuplicateQuery, most int) ([]library.DuplicateCandidate, error) {
	q, by := s.candidates(ctx, p)
	if q == nil || by == "" {
		return nil, nil
	}
	var rows []struct {
		ID        domain.ID
		Title     string
		Unit      string
		CodeSame  bool
		PhoneSame bool
	}
	err := q.Limit(most * looked).Scan(&rows).Error
	var out []library.DuplicateCandidate
	for _, r := range rows {
		t := library.DuplicateCandidate{ID: r.ID, Title: r.Title, Unit: r.Unit, By: "name"}
		switch {
		case r.CodeSame:
			t.By = "credit_code"
		case r.PhoneSame:
			t.By = "phone"
		case p.Kind == domain.SubjectLead && library.FirmKey(r.Title) != library.FirmKey(p.Name):
			continue
		}
		out = append(out, t)
	}
	return out[:min(most, len(out))], err
}

// heldBy is the condition that somebody at a client has the phone.
const heldBy = "EXISTS (SELECT 1 FROM contacts AS k WHERE k.client_id = x.id AND k.withdrawn_at IS NULL AND k.work_phone = ?)"

// candidates returns the query of one kind, and the kind; q is nil where nothing was typed.
func (s *DuplicateStore) candidates(ctx context.Context, p library.DuplicateQuery) (q *gorm.DB, by string) {
	var ways []string
	var args []any
	way := func(value, condition string) {
		if value != "" {
			ways, args = append(ways, condition), append(args, value)
		}
	}
	name, code, phone := strings.TrimSpace(p.Name), string(p.CreditCode), strings.TrimSpace(p.Phone)
	switch p.Kind {
	case domain.SubjectProject:
		way(library.NameKey(name), "p.name_key = ?")
		q = s.db.Read(ctx).Table("projects AS p").Joins("JOIN units AS u ON u.id = p.responsible_unit_id").
			Select("p.id, p.name AS title, u.name AS unit, false AS code_same, false AS phone_same").
			Where("p.withdrawn_at IS NULL").Order("p.id")
	case domain.SubjectLead:
		if key := library.FirmKey(name); key != "" {
			// Leads keep no key of the firm: those whose name holds it are looked at.
			ways, args = append(ways, "l.id IN (?)"), append(args, s.db.Found(ctx, domain.SubjectLead, key))
		}
		way(phone, "l.contact_phone = ?")
		q = s.db.Read(ctx).Table("leads AS l").Joins("LEFT JOIN units AS u ON u.id = l.unit_id").
			Select("l.id, l.company AS title, COALESCE(u.name, '') AS unit, false AS code_same, l.contact_phone <> '' AND l.contact_phone = ? AS "+
				"phone_same", phone).Order("l.received_at DESC, l.id")
	case domain.SubjectClient, domain.SubjectEnterprise:
		if name != "" {
			way(library.FirmKey(name), "o.firm_key = ?")
		}
		way(code, "o.credit_code = ?")
		table := p.Kind + "s"
		q = s.db.Read(ctx).Table(table + " AS x").Joins("JOIN organizations AS o ON o.id = x.organization_id LEFT JOIN units AS u ON u.id = " +
			"x.unit_id")
		if p.Kind == domain.SubjectClient {
			way(phone, heldBy)
		}
		q = q.Select("x.id, o.name AS title, COALESCE(u.name, '') AS unit, o.credit_code IS NOT NULL AND o.credit_code = ? AS code_same, "+
			map[bool]string{true: heldBy, false: "? = 'no phone'"}[p.Kind == domain.SubjectClient]+" AS phone_same", code, phone).Order("x.id")
	}
	if len(ways) == 0 {
		return nil, ""
	}
	if p.Kind == domain.SubjectLead {
		q = q.Where("l.withdrawn_at IS NULL")
	} else if p.Kind != domain.SubjectProject {
		q = q.Where("x.withdrawn_at IS NULL")
	}
	return q.Where("("+strings.Join(ways, " OR ")+")", args...), p.Kind
}

// DuplicateStore looks for records that may be the same.
type DuplicateStore struct{ db *sqlkit.DB }

// NewDuplicateStore returns the store over db.
func NewDuplicateStore(db *sqlkit.DB) *DuplicateStore { return &DuplicateStore{db: db} }
