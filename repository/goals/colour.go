package goals

import (
	"context"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// Colours implements goals.ColourReader; until the office sets its own, the standard
// ones hold.
func (s *ColourStore) Colours(ctx context.Context) (goals.RuleSet, error) {
	r, err := s.VersionedColours(ctx)
	return r.Value, err
}

// VersionedColours implements goals.ColourStore.
func (s *ColourStore) VersionedColours(ctx context.Context) (domain.Versioned[goals.RuleSet], error) {
	return sqlkit.ReadVersioned(ctx, s.db, "colours", func(stored StoredRuleSet) goals.RuleSet {
		if len(stored.Steps) == 0 {
			return goals.StandardColours()
		}
		return stored.Entity()
	})
}

// SaveColours implements goals.ColourStore.
func (s *ColourStore) SaveColours(ctx context.Context, r domain.Versioned[goals.RuleSet]) error {
	return sqlkit.WriteVersioned(ctx, s.db, "colours", r, StoreRuleSet)
}

// LooksBack reports whether any rule of the lights looks back on earlier months.
func (s *ColourStore) LooksBack(ctx context.Context) (bool, error) {
	r, err := s.Colours(ctx)
	return r.LooksBack(), err
}

// ColourStore stores the rules of the lights.
type ColourStore struct{ db *sqlkit.DB }

// NewColourStore returns the store over db.
func NewColourStore(db *sqlkit.DB) *ColourStore { return &ColourStore{db: db} }
