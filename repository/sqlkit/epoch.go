package sqlkit

import "context"

// The organisation's epoch is the version of a setting that every change of
// people, posts or units raises: what was derived from them before is stale.
const (
	epochSetting = "organisation"
	EpochColumn  = "COALESCE((SELECT version FROM settings WHERE name = '" + epochSetting + "'), 0) AS epoch"
)

// NextEpoch raises the epoch of the organisation within the running unit of work.
func (db *DB) NextEpoch(ctx context.Context) error {
	return WriteSetting(ctx, db, epochSetting, struct{}{})
}
