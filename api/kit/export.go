package kit

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/ledger"
	"sangu/internal/messages"
)

// MostExported is how many rows one export holds.
const MostExported = 50_000

// Column is one exported column: the ledger's field, and its cell of a row. One
// that no ledger has is only exported where it is chosen.
type Column[T any] struct {
	field string
	cell  func(T) ledger.Cell
	own   bool
}

// ChosenColumns says which columns an export has, and in which order.
type ChosenColumns struct {
	Columns []string `query:"columns" validate:"max=60,dive,max=60" description:"fields in the order wanted; without it the ledger's own columns"`
}

// pick gives the columns that were chosen, or those of the ledger.
func pick[T any](columns []Column[T], chosen []string) ([]Column[T], error) {
	var out []Column[T]
	for _, c := range columns {
		if len(chosen) == 0 && !c.own {
			out = append(out, c)
		}
	}
	var c domain.Check
	for _, field := range chosen {
		i := slices.IndexFunc(columns, func(c Column[T]) bool { return c.field == field })
		c.That(i >= 0, "columns", "input.enum", "allowed", fieldsOf(columns))
		if i >= 0 {
			out = append(out, columns[i])
		}
	}
	return out, c.Err()
}

func fieldsOf[T any](columns []Column[T]) []string {
	return Each(columns, func(c Column[T]) string { return c.field })
}

// header is a column's name: the one that the import reads, or the reader's word.
func (c Column[T]) header(texts *messages.Catalogue, actor domain.Actor, kind string) string {
	if c.own {
		return texts.Text(actor.Lang, "column."+c.field, nil)
	}
	return ledger.Header(kind, c.field)
}

// Exporter is what every export needs: the words of its heads, and the audit.
type Exporter struct {
	Texts    *messages.Catalogue
	Auditing *org.Auditing
}

// Export writes all pages of a list into a workbook whose columns have the
// names that the import reads, and notes it in the audit.
func Export[T any](ctx context.Context, x Exporter, actor domain.Actor, kind string, all []Column[T], chosen []string,
	page func(domain.Page) (domain.Slice[T], error)) (FileOut, error) {
	columns, err := pick(all, chosen)
	if err != nil {
		return FileOut{}, err
	}
	headers := Each(columns, func(c Column[T]) string { return c.header(x.Texts, actor, kind) })
	w, err := ledger.NewWriter(kind, headers)
	if err != nil {
		return FileOut{}, err
	}
	rows, cursor := 0, ""
	for rows < MostExported {
		s, err := page(domain.Page{Limit: domain.MaxPage, Cursor: cursor})
		if err != nil {
			return FileOut{}, err
		}
		for _, item := range s.Items {
			cells := make([]ledger.Cell, len(columns))
			for i, c := range columns {
				cells[i] = c.cell(item)
			}
			if err := w.Row(cells); err != nil {
				return FileOut{}, err
			}
			rows++
		}
		if cursor = s.Next; cursor == "" {
			break
		}
	}
	body, err := w.Bytes()
	if err != nil {
		return FileOut{}, err
	}
	return FileOut{Name: kind + "s.xlsx", Media: XLSX, Body: body}, x.Auditing.Exported(ctx, actor, kind, rows)
}

// Text returns a column of texts.
func Text[T any](field string, of func(T) string) Column[T] {
	return Column[T]{field: field, cell: func(r T) ledger.Cell { return ledger.Cell{Text: of(r)} }}
}

// Yuan returns a column of amounts in 元.
func Yuan[T any](field string, of func(T) *domain.Yuan) Column[T] {
	return Column[T]{field: field, cell: func(r T) ledger.Cell { return ledger.Cell{Yuan: of(r)} }}
}

// Day returns a column of days.
func Day[T any](field string, of func(T) domain.Date) Column[T] {
	return Column[T]{field: field, cell: func(r T) ledger.Cell { return ledger.Cell{Date: of(r)} }}
}

// EventDay returns a column of days as well as they are known: a day where it is
// exact, and else the text that shows it.
func EventDay[T any](field string, of func(T) domain.EventDay) Column[T] {
	return Column[T]{field: field, cell: func(r T) ledger.Cell {
		on := of(r)
		if day, exact := on.Exact(); exact {
			return ledger.Cell{Date: day}
		}
		return ledger.Cell{Text: on.String()}
	}}
}

// Own is a text that no ledger has a column for.
func Own[T any](field string, of func(T) string) Column[T] {
	c := Text(field, of)
	c.own = true
	return c
}
