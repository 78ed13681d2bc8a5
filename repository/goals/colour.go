package goals

import (
	"context"
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// Colours implements goals.ColourStore; until the office sets its own, the
// standard ones hold.
func (s *ColourStore) Colours(ctx context.Context) (goals.RuleSet, error) {
	stored, err := sqlkit.ReadSetting[StoredRuleSet](ctx, s.db, "colours")
	r := stored.Entity()
	if len(r.Steps) == 0 {
		r = goals.StandardColours()
	}
	return r, err
}

// SaveColours implements goals.ColourStore.
func (s *ColourStore) SaveColours(ctx context.Context, r goals.RuleSet) error {
	return sqlkit.WriteSetting(ctx, s.db, "colours", StoreRuleSet(r))
}

// LooksBack reports whether any rule of the lights looks back on earlier months.
func (s *ColourStore) LooksBack(ctx context.Context) (bool, error) {
	r, err := s.Colours(ctx)
	return r.LooksBack(), err
}

// ColourStore stores the colour records of one database.
type ColourStore struct{ db *sqlkit.DB }

// NewColourStore returns the store over db.
func NewColourStore(db *sqlkit.DB) *ColourStore { return &ColourStore{db: db} }
