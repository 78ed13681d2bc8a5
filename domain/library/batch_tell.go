package library

import (
	"context"
	"strings"

	"sangu/domain"
)

// fewTitles is how many records a notice of a batch names.
const fewTitles = 3

// batchNotice is the records that a batch assigned to one person, or to the holders of
// roles.
type batchNotice struct {
	to   domain.Recipient
	rows []BatchChange
}

// notices returns one notice for each recipient, with all that the batch assigns to it.
func notices(t BatchTarget, changes []BatchChange) []*batchNotice {
	var out []*batchNotice
	by := map[string]*batchNotice{}
	for _, c := range changes {
		for _, to := range t.Recipients(c) {
			key := strings.Join(append([]string{to.Kind, string(to.PersonID), string(to.UnitID)}, to.Roles...), " ")
			if by[key] == nil {
				by[key] = &batchNotice{to: to}
				out = append(out, by[key])
			}
			by[key].rows = append(by[key].rows, c)
		}
	}
	return out
}

// notify tells each recipient of a batch once, however many records were assigned: of
// the record where it is one, else of their number. The changes to the records
// themselves notify nobody.
func (s *Batches) notify(ctx context.Context, actor domain.Actor, t BatchTarget, b Batch, changes []BatchChange) error {
	for _, h := range notices(t, changes) {
		subject, title := domain.Ref{Kind: domain.SubjectBatch, ID: b.ID}, b.Kind
		details := map[string]any{"list": b.Kind, "count": len(h.rows)}
		if len(h.rows) == 1 {
			h.to.Subject = domain.Ref{Kind: b.Kind, ID: h.rows[0].ID}
		}
		var names []string
		for _, r := range h.rows[:min(len(h.rows), fewTitles)] {
			names = append(names, r.Title)
		}
		details["names"] = strings.Join(names, "、")
		err := s.Journal.Record(ctx, actor, domain.Change{Action: "batch.hand", Subject: subject, Title: title,
			After:   struct{ Count int }{len(h.rows)},
			Details: details, Tell: []domain.Recipient{h.to}, Quiet: true})
		if err != nil {
			return err
		}
	}
	return nil
}
