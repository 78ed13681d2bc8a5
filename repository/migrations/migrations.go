// Package migrations holds the schema of both databases as goose migrations, in
// pairs: sqlite/NNNN_name.sql beside postgres/NNNN_name.sql.
package migrations

import "embed"

// Files holds the folders sqlite and postgres.
//
//go:embed sqlite postgres
var Files embed.FS
