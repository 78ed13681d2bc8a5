package importer

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"sangu/domain"
	"sangu/domain/pool"
	"sangu/internal/ledger"
)

// problem writes one row of a list of problems as a line on its project's page.
// The same line again is the same note.
func (w *writer) problem(ctx context.Context, s *ledger.Sheet, r ledger.Row) (outcome, error) {
	p, err := w.named(ctx, r.Texts["project"])
	if err != nil {
		return unchanged, err
	}
	note := noteID(r)
	there, err := w.Keep.HasNote(ctx, p.ID, note)
	if err != nil || there {
		return unchanged, err
	}
	on := s.AsOf
	if today := domain.Today(w.Clock); on.After(today) {
		on = today
	}
	return created, w.Journal.Record(ctx, w.actor, domain.Change{Action: "note.problem", Subject: domain.Ref{Kind: "note", ID: note}, Title: p.Name, UnitID: p.ResponsibleUnitID,
		OccurredOn: on, Links: []domain.Ref{{Kind: "project", ID: p.ID}}, Details: map[string]any{"text": problemText(r)}})
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

// noteID names a line by what it says of which project.
func noteID(r ledger.Row) domain.ID {
	said := strings.Join([]string{pool.NameKey(r.Texts["project"]), problemText(r)}, "\x00")
	return domain.ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(said)).String())
}
