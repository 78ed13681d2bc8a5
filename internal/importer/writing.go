package importer

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"sangu/domain"
	"sangu/domain/intake"
)

// chunk is how many rows are written in one unit of work.
const chunk = 100

// seqs is how many effects a row may have.
const seqs = 64

// runs are the writings that go on in this process.
type runs struct {
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup
	mu     sync.Mutex
	asked  map[domain.ID]int // how often each writing that goes on was asked for
}

// begin notes that a writing was asked for; false where it goes on already.
func (r *runs) begin(id domain.ID) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked[id]++
	return r.asked[id] == 1
}

// over reports whether a writing that came to its end is at an end: it was not
// asked for again meanwhile.
func (r *runs) over(id domain.ID) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.asked[id] > 1 && r.ctx.Err() == nil {
		r.asked[id] = 1
		return false
	}
	delete(r.asked, id)
	return true
}

// Prepare makes the importer ready to be used; Close ends it.
func (im *Importer) Prepare() *Importer {
	ctx, cancel := context.WithCancel(context.Background())
	im.cache, im.runs = &workbookCache{opening: make(chan struct{}, 1)}, &runs{ctx: ctx, cancel: cancel, asked: map[domain.ID]int{}}
	return im
}

// Close ends the writings after the rows in hand; ResumeAll takes them up again.
func (im *Importer) Close() {
	im.runs.cancel()
	im.runs.wg.Wait()
}

// Wait waits until no writing goes on in this process.
func (im *Importer) Wait() { im.runs.wg.Wait() }

// Write begins to write an import. How its sheets are read is fixed from here
// on, whatever is remembered later.
func (im *Importer) Write(ctx context.Context, actor domain.Actor, id domain.ID, version int, acceptWarnings bool) (intake.Import, error) {
	i, err := im.Imports.Get(ctx, actor, id)
	if err != nil {
		return i, err
	}
	b, err := im.book(ctx, i)
	if err != nil {
		return i, err
	}
	i, err = im.Imports.Change(ctx, actor, id, version, "import.write", func(_ context.Context, i *intake.Import) error {
		for _, g := range b.grids {
			r := b.readings[g.Name]
			if err := i.Decide(g.Name, func(s *intake.Sheet) { s.Reading = &r }); err != nil {
				return err
			}
		}
		return i.Begin(len(b.slots()), acceptWarnings)
	})
	if err == nil {
		im.run(actor, i)
	}
	return i, err
}

// Stop ends a writing after the rows in hand.
func (im *Importer) Stop(ctx context.Context, actor domain.Actor, id domain.ID) (intake.Import, error) {
	return im.Imports.Stop(ctx, actor, id)
}

// Resume goes on with a writing that was stopped.
func (im *Importer) Resume(ctx context.Context, actor domain.Actor, id domain.ID, version int) (intake.Import, error) {
	i, err := im.Imports.Resume(ctx, actor, id, version)
	if err == nil {
		im.run(actor, i)
	}
	return i, err
}

// ResumeAll takes up the writings that a process left when it ended.
func (im *Importer) ResumeAll(ctx context.Context) error {
	all, err := im.Imports.Unfinished(ctx)
	if err != nil {
		return err
	}
	for _, i := range all {
		actor, err := im.Actors(ctx, i.PersonID)
		if err != nil {
			im.Log.Warn("import is not taken up: its person may not act", "import", i.ID, "error", err)
			continue
		}
		im.run(actor, i)
	}
	return nil
}

// Watch takes up, again and again until ctx ends, the writings that other
// processes left. Where the other still writes, one of the two finds its rows
// taken and ends.
func (im *Importer) Watch(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := im.ResumeAll(ctx); err != nil {
				im.Log.Error("take up imports", "error", err)
			}
		}
	}
}

// run writes the rest of an import in the background, once in this process.
func (im *Importer) run(actor domain.Actor, i intake.Import) {
	runs := im.runs
	if !runs.begin(i.ID) {
		return
	}
	runs.wg.Go(func() {
		for {
			im.runToEnd(runs.ctx, actor, i.ID)
			if runs.over(i.ID) {
				return
			}
		}
	})
}

// runToEnd writes until there is no more, or it is stopped; what goes wrong stops it
// where somebody sees it.
func (im *Importer) runToEnd(ctx context.Context, actor domain.Actor, id domain.ID) {
	for more := true; more && ctx.Err() == nil; {
		var err error
		if more, err = im.Step(ctx, actor, id); err == nil || ctx.Err() != nil {
			continue
		}
		im.Log.Error("import stopped", "import", id, "error", err)
		if _, err := im.Stop(ctx, actor, id); err != nil {
			im.Log.Error("stop import", "import", id, "error", err)
		}
		return
	}
}

// Step writes the next rows of an import in one unit of work, and says whether
// there are more. Where the import is not being written, or another process
// took these rows, it writes nothing.
func (im *Importer) Step(ctx context.Context, actor domain.Actor, id domain.ID) (more bool, err error) {
	i, err := im.Imports.Get(ctx, actor, id)
	if err != nil || i.State != intake.Writing {
		return false, err
	}
	b, err := im.book(ctx, i)
	if err != nil {
		return false, err
	}
	slots := b.slots()
	from := min(i.Done, len(slots))
	to := min(from+chunk, len(slots))
	wrote, err := im.Imports.WriteRows(ctx, actor, i, to, len(slots), func(ctx context.Context) ([]intake.Effect, intake.Progress, error) {
		return im.write(ctx, actor, i, b, slots, from, to)
	})
	return wrote && to < len(slots), err
}

// write writes the rows of some slots within the running unit of work.
func (im *Importer) write(ctx context.Context, actor domain.Actor, i intake.Import, b *book, slots []slot,
	from, to int) (did []intake.Effect, p intake.Progress, err error) {
	people, err := im.lookups.PeopleByName(ctx)
	if err != nil {
		return nil, p, err
	}
	saw := &recordingJournal{}
	w := writer{Importer: im.under(saw), actor: actor, people: people}
	w.actor.Bulk = true
	for n := from; n < to; n++ {
		s := &b.sheets[slots[n].sheet]
		r := s.Rows[slots[n].row]
		if !eligible(r, i.AcceptWarnings) {
			continue
		}
		saw.changes = nil
		got, err := w.row(ctx, s, r)
		refused, ok := errors.AsType[*domain.Error](err)
		switch {
		case ok && refused.Kind != domain.KindInternal && refused.Kind != domain.KindUnavailable:
			p.Refused++
			did = append(did, intake.Effect{ImportID: i.ID, Seq: n * seqs, Sheet: s.Name, Row: r.Number, Outcome: intake.Refused,
				Findings: fieldsOf(refused)})
			continue
		case err != nil:
			return nil, p, fmt.Errorf("import %s row %d: %w", s.Name, r.Number, err)
		}
		count(&p, got)
		for k, e := range effects(saw.changes) {
			e.ImportID, e.Seq, e.Sheet, e.Row = i.ID, n*seqs+k, s.Name, r.Number
			did = append(did, e)
		}
	}
	return did, p, nil
}

func count(p *intake.Progress, did outcome) {
	switch did {
	case created:
		p.Created++
	case updated:
		p.Updated++
	default:
		p.Unchanged++
	}
}
