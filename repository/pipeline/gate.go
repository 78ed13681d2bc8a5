package pipeline

import (
	"context"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/repository/sqlkit"
)

// Gates implements pipeline.Store; until the office sets its own, the standard ones hold.
func (s *GateStore) Gates(ctx context.Context) (pipeline.Gates, error) {
	g, err := s.VersionedGates(ctx)
	return g.Value, err
}

// VersionedGates implements pipeline.Store.
func (s *GateStore) VersionedGates(ctx context.Context) (domain.Versioned[pipeline.Gates], error) {
	return sqlkit.ReadVersioned(ctx, s.db, "gates", func(stored []StoredGate) pipeline.Gates {
		if stored == nil {
			return pipeline.StandardGates()
		}
		return sqlkit.EachOf(stored, StoredGate.Entity)
	})
}

// SaveGates implements pipeline.Store. That no gate holds at all is a choice too: it is
// stored as an empty list.
func (s *GateStore) SaveGates(ctx context.Context, g domain.Versioned[pipeline.Gates]) error {
	return sqlkit.WriteVersioned(ctx, s.db, "gates", g, func(gates pipeline.Gates) []StoredGate { return sqlkit.Mapped(gates, StoreGate) })
}

// GateStore stores the gates.
type GateStore struct{ db *sqlkit.DB }

// NewGateStore returns the store over db.
func NewGateStore(db *sqlkit.DB) *GateStore { return &GateStore{db: db} }
