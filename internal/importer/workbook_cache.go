package importer

import (
	"context"
	"slices"
	"sync"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/internal/ledger"
)

// workbookCache keeps the books last used, so that a look at a page of rows does not
// read the file again.
type workbookCache struct {
	opening chan struct{} // holds one token while a file is read
	mu      sync.Mutex
	entries []*cachedWorkbook
}

type cachedWorkbook struct {
	id    domain.ID
	mu    sync.Mutex
	grids []ledger.Grid
	book  *book
}

const mostCached = 3

func (s *workbookCache) entry(id domain.ID) *cachedWorkbook {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.entries, func(e *cachedWorkbook) bool { return e.id == id })
	e := &cachedWorkbook{id: id}
	if i >= 0 {
		e = s.entries[i]
		s.entries = slices.Delete(s.entries, i, i+1)
	}
	s.entries = append(s.entries, e)
	if len(s.entries) > mostCached {
		s.entries = s.entries[1:]
	}
	return e
}

// book returns an import's workbook as it is read now.
func (im *Importer) book(ctx context.Context, i intake.Import) (*book, error) {
	units, err := im.directory(ctx)
	if err != nil {
		return nil, err
	}
	e := im.cache.entry(i.ID)
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.book != nil && e.book.version == i.Version && e.book.units.same(units) {
		return e.book, nil
	}
	if e.grids == nil {
		file, err := im.Imports.File(ctx, i)
		if err != nil {
			return nil, err
		}
		if e.grids, err = im.open(ctx, i.FileName, file); err != nil {
			return nil, err
		}
	}
	known, err := im.Imports.Remembered(ctx, i)
	if err != nil {
		return nil, err
	}
	e.book = read(i, e.grids, ledger.Reader{Directory: units, Today: domain.Today(im.Clock)}, known)
	e.book.units = units
	return e.book, nil
}
