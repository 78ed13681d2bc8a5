package api

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/ledger"
	"sangu/internal/messages"
)

// mostExported is how many rows one export holds.
const mostExported = 50_000

// column is one exported column: the ledger's field, and its cell of a row. One
// that no ledger has is only exported where it is chosen.
type column[T any] struct {
	field string
	cell  func(T) ledger.Cell
	own   bool
}

// chosenColumns says which columns an export has, and in which order.
type chosenColumns struct {
	Columns []string `query:"columns" validate:"max=60,dive,max=60" description:"fields in the order wanted; without it the ledger's own columns"`
}

// pick gives the columns that were chosen, or those of the ledger.
func pick[T any](columns []column[T], chosen []string) ([]column[T], error) {
	var out []column[T]
	for _, c := range columns {
		if len(chosen) == 0 && !c.own {
			out = append(out, c)
		}
	}
	var c domain.Check
	for _, field := range chosen {
		i := slices.IndexFunc(columns, func(c column[T]) bool { return c.field == field })
		c.That(i >= 0, "columns", "input.enum", "allowed", fieldsOf(columns))
		if i >= 0 {
			out = append(out, columns[i])
		}
	}
	return out, c.Err()
}

func fieldsOf[T any](columns []column[T]) []string {
	return each(columns, func(c column[T]) string { return c.field })
}

// header is a column's name: the one that the import reads, or the reader's word.
func (c column[T]) header(texts *messages.Catalogue, actor domain.Actor, kind string) string {
	if c.own {
		return texts.Text(actor.Lang, "column."+c.field, nil)
	}
	return ledger.Header(kind, c.field)
}

// exporter is what every export needs: the words of its heads, and the audit.
type exporter struct {
	Texts    *messages.Catalogue
	Auditing *org.Auditing
}

// export writes all pages of a list into a workbook whose columns have the
// names that the import reads, and notes it in the audit.
func export[T any](ctx context.Context, x exporter, actor domain.Actor, kind string, all []column[T], chosen []string, page func(domain.Page) (domain.Slice[T], error)) (fileOut, error) {
	columns, err := pick(all, chosen)
	if err != nil {
		return fileOut{}, err
	}
	headers := each(columns, func(c column[T]) string { return c.header(x.Texts, actor, kind) })
	w, err := ledger.NewWriter(kind, headers)
	if err != nil {
		return fileOut{}, err
	}
	rows, cursor := 0, ""
	for rows < mostExported {
		s, err := page(domain.Page{Limit: domain.MaxPage, Cursor: cursor})
		if err != nil {
			return fileOut{}, err
		}
		for _, item := range s.Items {
			cells := make([]ledger.Cell, len(columns))
			for i, c := range columns {
				cells[i] = c.cell(item)
			}
			if err := w.Row(cells); err != nil {
				return fileOut{}, err
			}
			rows++
		}
		if cursor = s.Next; cursor == "" {
			break
		}
	}
	body, err := w.Bytes()
	if err != nil {
		return fileOut{}, err
	}
	return fileOut{kind + "s.xlsx", xlsx, body}, x.Auditing.Exported(ctx, actor, kind, rows)
}

func text[T any](field string, of func(T) string) column[T] {
	return column[T]{field: field, cell: func(r T) ledger.Cell { return ledger.Cell{Text: of(r)} }}
}

func yuan[T any](field string, of func(T) *domain.Yuan) column[T] {
	return column[T]{field: field, cell: func(r T) ledger.Cell { return ledger.Cell{Yuan: of(r)} }}
}

func day[T any](field string, of func(T) domain.Date) column[T] {
	return column[T]{field: field, cell: func(r T) ledger.Cell { return ledger.Cell{Date: of(r)} }}
}

// own is a text that no ledger has a column for.
func own[T any](field string, of func(T) string) column[T] {
	c := text(field, of)
	c.own = true
	return c
}
