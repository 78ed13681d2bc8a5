package ledger

// apart parts sheets that hold several tables.
func apart(grids []Grid) []Grid { return grids }
