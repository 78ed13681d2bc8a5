package importer

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/internal/ledger"
)

// notes keeps what a project's row says of progress and problems as lines of its
// timeline. A ledger comes again each month: what it said before is said once,
// what is new is a new line.
func (w *writer) notes(ctx context.Context, s *ledger.Sheet, p library.Project, r ledger.Row) (noted bool, err error) {
	for _, n := range []struct{ key, kind string }{{"progress", "progress"}, {"problems", "problem"}} {
		text := r.Texts[n.key]
		if text == "" {
			continue
		}
		made, err := w.note(ctx, s, p, n.kind, text)
		if err != nil {
			return noted, err
		}
		noted = noted || made
	}
	return noted, nil
}

// note writes a line on a project's page, unless the same line is there.
func (w *writer) note(ctx context.Context, s *ledger.Sheet, p library.Project, kind, text string) (made bool, err error) {
	id := noteID(p.Name, kind, text)
	if there, err := w.lookups.HasNote(ctx, p.ID, id); err != nil || there {
		return false, err
	}
	on := s.AsOf
	if today := domain.Today(w.Clock); on.After(today) {
		on = today
	}
	return true, w.Timelines.NoteLedgerWithin(ctx, w.actor, library.LedgerNote{ID: id, Project: p, Kind: kind, Text: text, On: on})
}

// noteID names a line by what it says of which project. Problems keep the name
// that lists of problems give them, so that one told in both is told once.
func noteID(project, kind, text string) domain.ID {
	parts := []string{library.NameKey(project), text}
	if kind != "problem" {
		parts = append(parts, kind)
	}
	return domain.ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(strings.Join(parts, "\x00"))).String())
}

// contact puts the person whom a row names into the contacts of a client that
// the row made. One that was there keeps the contacts that its people keep.
func (w *writer) contact(ctx context.Context, client domain.ID, r ledger.Row) error {
	name := r.Texts["contact"]
	if name == "" {
		return nil
	}
	_, err := w.Clients.AddContactWithin(ctx, w.actor, library.Contact{ClientID: client, Name: name, Title: r.Texts["contact_title"],
		WorkPhone: r.Texts["contact_phone"]})
	return inColumns(err, map[string]string{"name": "contact", "work_phone": "contact_phone"})
}
