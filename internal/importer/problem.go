package importer

import (
	"context"

	"sangu/internal/ledger"
)

// problem writes one row of a list of problems as a line on its project's page.
// The same line again is the same note.
func (w *writer) problem(ctx context.Context, s *ledger.Sheet, r ledger.Row) (outcome, error) {
	p, err := w.named(ctx, r.Texts["project"])
	if err != nil {
		return unchanged, err
	}
	made, err := w.note(ctx, s, p, "problem", problemText(r))
	if err != nil || !made {
		return unchanged, err
	}
	return created, nil
}

// problemText is the line: the problem, then what else the row says of it.
func problemText(r ledger.Row) string {
	out := r.Texts["problem"]
	for _, key := range []string{"type", "responsible_unit", "leader", "due_on", "progress", "closed"} {
		if t := r.Texts[key]; t != "" {
			out += "；" + ledger.Header("problem", key) + "：" + t
		}
	}
	return out
}
