package repository

import (
	"context"
	"sangu/domain/pipeline"
)

// Gates implements pipeline.Store; until the office sets its own, the standard
// ones hold.
func (s *GateStore) Gates(ctx context.Context) (pipeline.Gates, error) {
	stored, err := readSetting[[]storedGate](ctx, s.db, "gates")
	g := pipeline.Gates(eachOf(stored, storedGate.entity))
	if g == nil {
		g = pipeline.StandardGates()
	}
	return g, err
}

// HeldGates implements pipeline.Store.
func (s *GateStore) HeldGates(ctx context.Context) (pipeline.HeldGates, error) {
	stored, version, err := readVersioned[[]storedGate](ctx, s.db, "gates")
	g := pipeline.Gates(eachOf(stored, storedGate.entity))
	if g == nil {
		g = pipeline.StandardGates()
	}
	return pipeline.HeldGates{Gates: g, Version: version}, err
}

// SaveGates implements pipeline.Store.
func (s *GateStore) SaveGates(ctx context.Context, g pipeline.HeldGates) error {
	return writeVersioned(ctx, s.db, "gates", g.Version, mapped(g.Gates, storeGate)) // none at all is a choice too
}

// GateStore stores the gate records of one database.
type GateStore struct{ db *DB }

// NewGateStore returns the store over db.
func NewGateStore(db *DB) *GateStore { return &GateStore{db: db} }
