// Package library stores the three libraries: projects, clients, enterprises, and what hangs on every record.
package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/repository/sqlkit"
)

type assignmentRow struct {
	ID          domain.ID
	SubjectKind string
	SubjectID   domain.ID
	PersonID    domain.ID
	FromOn      sqlkit.Date
	ToOn        sqlkit.Date
}

func (assignmentRow) TableName() string { return "assignments" }

type assignmentViewRow struct {
	Row        assignmentRow `gorm:"embedded"`
	PersonName string
}

// Assignments implements library.AssignmentStore: present and past, in the order made.
func (s *AssignmentStore) Assignments(ctx context.Context, subject domain.Ref) ([]library.Assignment, error) {
	var rows []assignmentViewRow
	err := s.db.Read(ctx).Table("assignments AS a").Joins("JOIN people AS p ON p.id = a.person_id").Select("a.*, p.name AS person_name").
		Where("a.subject_kind = ? AND a.subject_id = ?", subject.Kind, subject.ID).Order("a.from_on, a.id").Scan(&rows).Error
	out := make([]library.Assignment, len(rows))
	for i, v := range rows {
		r := v.Row
		out[i] = library.Assignment{ID: r.ID, Subject: subject, PersonID: r.PersonID, PersonName: v.PersonName, FromOn: domain.Date(r.FromOn),
			ToOn: domain.Date(r.ToOn)}
	}
	return out, err
}

// AddAssignment implements library.AssignmentStore.
func (s *AssignmentStore) AddAssignment(ctx context.Context, a library.Assignment) error {
	row := assignmentRow{ID: a.ID, SubjectKind: a.Subject.Kind, SubjectID: a.Subject.ID, PersonID: a.PersonID, FromOn: sqlkit.Date(a.FromOn),
		ToOn: sqlkit.Date(a.ToOn)}
	return s.db.Insert(ctx, &row, nil)
}

// EndAssignment implements library.AssignmentStore.
func (s *AssignmentStore) EndAssignment(ctx context.Context, id domain.ID, on domain.Date) error {
	return s.db.Write(ctx).Table("assignments").Where("id = ? AND to_on IS NULL", id).Update("to_on", sqlkit.Date(on)).Error
}

// AssignmentStore stores who answers for which record.
type AssignmentStore struct{ db *sqlkit.DB }

// NewAssignmentStore returns the store over db.
func NewAssignmentStore(db *sqlkit.DB) *AssignmentStore { return &AssignmentStore{db: db} }
