package repository

import "context"

// The organisation's epoch is the version of a setting that every change of
// people, posts or units raises: what was derived from them before is stale.
const (
	epochSetting = "organisation"
	epochColumn  = "COALESCE((SELECT version FROM settings WHERE name = '" + epochSetting + "'), 0) AS epoch"
)

// nextEpoch raises the epoch within the running unit of work.
func (db *DB) nextEpoch(ctx context.Context) error {
	return writeSetting(ctx, db, epochSetting, struct{}{})
}
