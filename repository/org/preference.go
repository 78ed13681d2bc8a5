package org

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type preferenceRow struct {
	PersonID  domain.ID `gorm:"primaryKey"`
	Name      string    `gorm:"primaryKey"`
	Value     string
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

func (preferenceRow) TableName() string { return "preferences" }

// Preference implements org.PreferenceStore.
func (s *PreferenceStore) Preference(ctx context.Context, person domain.ID, key string) (org.Preference, error) {
	var r preferenceRow
	err := s.db.Read(ctx).Where("person_id = ? AND name = ?", person, key).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return org.Preference{}, nil
	}
	return org.Preference{PersonID: r.PersonID, Key: r.Name, Value: r.Value, UpdatedAt: r.UpdatedAt.UTC()}, err
}

// CountPreferences implements org.PreferenceStore.
func (s *PreferenceStore) CountPreferences(ctx context.Context, person domain.ID) (int, error) {
	var n int64
	err := s.db.Read(ctx).Table("preferences").Where("person_id = ?", person).Count(&n).Error
	return int(n), err
}

// SavePreference implements org.PreferenceStore.
func (s *PreferenceStore) SavePreference(ctx context.Context, p org.Preference) error {
	row := preferenceRow{PersonID: p.PersonID, Name: p.Key, Value: p.Value, UpdatedAt: p.UpdatedAt}
	return s.db.Write(ctx).Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "person_id"}, {Name: "name"}},
		DoUpdates: clause.AssignmentColumns([]string{"value", "updated_at"})}).Create(&row).Error
}

// PreferenceStore keeps what is remembered of people, in one database.
type PreferenceStore struct{ db *sqlkit.DB }

// NewPreferenceStore returns the store over db.
func NewPreferenceStore(db *sqlkit.DB) *PreferenceStore { return &PreferenceStore{db: db} }
