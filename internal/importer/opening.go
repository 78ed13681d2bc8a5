package importer

import (
	"context"

	"sangu/internal/ledger"
)

// open reads a file, one at a time in this process: each may cost as much
// memory as the limits of reading allow.
func (im *Importer) open(ctx context.Context, name string, file []byte) ([]ledger.Grid, error) {
	if im.cache == nil {
		return ledger.Open(name, file)
	}
	select {
	case im.cache.opening <- struct{}{}:
		defer func() { <-im.cache.opening }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return ledger.Open(name, file)
}
