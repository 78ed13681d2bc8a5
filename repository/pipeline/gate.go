package pipeline

import (
	"context"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// Gates implements pipeline.Store. Until the office sets gates of its own it
// returns the standard ones.
func (s *GateStore) Gates(ctx context.Context) (pipeline.Gates, error) {
	stored, err := sqlkit.ReadSetting[[]StoredGate](ctx, s.db, "gates")
	g := pipeline.Gates(sqlkit.EachOf(stored, StoredGate.Entity))
	if g == nil {
		g = pipeline.StandardGates()
	}
	return g, err
}

// HeldGates implements pipeline.Store.
func (s *GateStore) HeldGates(ctx context.Context) (pipeline.HeldGates, error) {
	stored, version, err := sqlkit.ReadVersioned[[]StoredGate](ctx, s.db, "gates")
	g := pipeline.Gates(sqlkit.EachOf(stored, StoredGate.Entity))
	if g == nil {
		g = pipeline.StandardGates()
	}
	return pipeline.HeldGates{Gates: g, Version: version}, err
}

// SaveGates implements pipeline.Store.
func (s *GateStore) SaveGates(ctx context.Context, g pipeline.HeldGates) error {
	return sqlkit.WriteVersioned(ctx, s.db, "gates", g.Version, sqlkit.Mapped(g.Gates, StoreGate)) // none at all is a choice too
}

// GateStore stores the gates.
type GateStore struct{ db *sqlkit.DB }

// NewGateStore returns the store over db.
func NewGateStore(db *sqlkit.DB) *GateStore { return &GateStore{db: db} }
