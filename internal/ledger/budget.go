package ledger

import (
	"bytes"
	"errors"
	"io"

	"sangu/domain"
)

// Limits of what is read of one file. They are counted while it is read, so
// that a small file that unpacks to a large one costs no more than this.
const (
	maxUnzipped = 192 << 20 // bytes of all parts together, unpacked
	maxRatio    = 250       // unpacked bytes for each packed one, past freeRatio
	freeRatio   = 16 << 20
	maxToken    = 1 << 20  // bytes of one tag or text
	maxText     = 96 << 20 // bytes of all cells' texts together
	maxCells    = 4 << 20  // cells, whether they say something or not
	maxArea     = 32 << 20 // rows times columns, as far as each row goes
	maxRows     = 1 << 20
	maxSheets   = 200
	maxColumns  = 512 // further columns of a row are not read
	maxCell     = 32_767
)

// errTooLarge is returned through readers once a limit is passed.
var errTooLarge = errors.New("the file is too large when unpacked")

// tooLarge returns the refusal of a file that passes a limit.
func tooLarge() error {
	e := domain.InvalidField("file", "ledger.too_large")
	e.Err = errTooLarge
	return e
}

// budget is what is left to be read of one file.
type budget struct {
	packed   int64
	unzipped int64
	text     int64
	cells    int64
	area     int64
}

// budgetFor returns the budget of a file of so many bytes.
func budgetFor(packed int) *budget { return &budget{packed: int64(max(packed, 1))} }

// addUnzipped counts bytes that were unpacked.
func (b *budget) addUnzipped(n int) error {
	b.unzipped += int64(n)
	if b.unzipped > maxUnzipped || b.unzipped > freeRatio && b.unzipped/b.packed > maxRatio {
		return errTooLarge
	}
	return nil
}

// addText counts the bytes of a text that is kept.
func (b *budget) addText(n int) error {
	if b.text += int64(n); b.text > maxText {
		return errTooLarge
	}
	return nil
}

// addCell counts a cell that stands so many columns behind the one before it.
func (b *budget) addCell(columns int) error {
	b.cells++
	if b.area += int64(columns); b.area > maxArea || b.cells > maxCells {
		return errTooLarge
	}
	return nil
}

// counted reads a part of a workbook against the budget, and refuses a tag or a
// text longer than any cell's: a decoder would hold it as a whole.
type counted struct {
	from   io.Reader
	budget *budget
	since  int // bytes since the last tag began
}

// Read implements io.Reader.
func (c *counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	if over := c.budget.addUnzipped(n); over != nil {
		return 0, over
	}
	if i := bytes.LastIndexByte(p[:n], '<'); i >= 0 {
		c.since = n - i
	} else {
		c.since += n
	}
	if c.since > maxToken {
		return 0, errTooLarge
	}
	return n, err
}
