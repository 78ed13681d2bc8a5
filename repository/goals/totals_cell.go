package goals

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"sangu/domain/reporting"
)

type cell struct {
	measure string
	bucket  int
	sum     reporting.Sum
}

// cellsOf lists what is not nothing, in one order, so that two updates lock rows alike.
func cellsOf(t reporting.Totals) []cell {
	var out []cell
	for key, buckets := range t {
		measure := StoreTotalKey(key)
		for bucket, sum := range buckets {
			if sum != (reporting.Sum{}) {
				out = append(out, cell{measure: measure, bucket: bucket, sum: sum})
			}
		}
	}
	slices.SortFunc(out, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.measure, b.measure), cmp.Compare(a.bucket, b.bucket))
	})
	return out
}

func (s *TotalsStore) addCells(ctx context.Context, add reporting.Totals) error {
	const batch = 2000
	for part := range slices.Chunk(cellsOf(add), batch) {
		var values []string
		var args []any
		for _, c := range part {
			values = append(values, "(?, ?, ?, ?, ?)")
			args = append(args, c.measure, c.bucket, c.sum.N, c.sum.Confirmed, c.sum.Amount)
		}
		err := s.db.Write(ctx).Exec("INSERT INTO totals_cells (measure, bucket, n, confirmed, amount) VALUES "+strings.Join(values, ", ")+
			" ON CONFLICT (measure, bucket) DO UPDATE SET n = totals_cells.n + excluded.n, "+
			"confirmed = totals_cells.confirmed + excluded.confirmed, amount = totals_cells.amount + excluded.amount", args...).Error
		if err != nil {
			return err
		}
	}
	return s.db.Write(ctx).Exec("DELETE FROM totals_cells WHERE measure LIKE 'light.%' AND n = 0").Error
}

// writeCells returns totals as they are stored with a contribution: lines of "measure bucket n confirmed amount".
func writeCells(t reporting.Totals) string {
	var b strings.Builder
	for _, c := range cellsOf(t) {
		fmt.Fprintf(&b, "%s %d %d %d %d\n", c.measure, c.bucket, c.sum.N, c.sum.Confirmed, c.sum.Amount)
	}
	return b.String()
}

func readCells(text string) (reporting.Totals, error) {
	t := reporting.Totals{}
	for line := range strings.Lines(text) {
		var c cell
		if _, err := fmt.Sscanf(line, "%s %d %d %d %d", &c.measure, &c.bucket, &c.sum.N, &c.sum.Confirmed, &c.sum.Amount); err != nil {
			return nil, err
		}
		key, err := RestoreTotalKey(c.measure)
		if err != nil {
			return nil, err
		}
		t.Add(key, c.bucket, c.sum)
	}
	return t, nil
}
