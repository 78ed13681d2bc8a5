package intake

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/internal/importer"
	"sangu/internal/ledger"
)

type importRowsIn struct {
	kit.ByID
	Sheet    string `query:"sheet" validate:"required,max=200"`
	Problems bool   `query:"problems" description:"only rows with problems"`
	Held     []int  `query:"held" validate:"max=600" description:"rows that are read with the problems though they have none any more"`
	Offset   int    `query:"offset" validate:"min=0"`
	Limit    int    `query:"limit" validate:"omitempty,min=1,max=100" description:"50 unless said"`
}

type importFinding struct {
	Cell     string `json:"cell" required:"true"`
	Field    string `json:"field" required:"true"`
	Severity string `json:"severity" required:"true"`
	Code     string `json:"code" required:"true"`
	Message  string `json:"message" required:"true"`
	Why      string `json:"why" required:"true" description:"the finding at length, where there is more to say"`
	Said     string `json:"said" required:"true" description:"the name that it is about, where it is about one of the cell's"`
	Suggest  string `json:"suggest" required:"true" description:"what may stand there instead, where that can be told"`
}

type importChange struct {
	Field  string `json:"field" required:"true"`
	Before string `json:"before" required:"true"`
	After  string `json:"after" required:"true"`
}

type importRight struct {
	Cell string `json:"cell" required:"true"`
	Was  string `json:"was" required:"true" description:"what the file says there"`
	Kept string `json:"kept" required:"true" description:"why it stays so, where it does"`
}

type importRow struct {
	Row      int             `json:"row" required:"true"`
	Severity string          `json:"severity" required:"true"`
	Cells    []string        `json:"cells" required:"true" description:"texts, by the sheet's columns"`
	Findings []importFinding `json:"findings" required:"true"`
	Effect   string          `json:"effect" required:"true" description:"created, updated or unchanged; empty where it is not written"`
	Right    []importRight   `json:"right" required:"true" description:"cells that a person put right, or left as they are"`
	Changes  []importChange  `json:"changes" required:"true" description:"what an update changes; amounts in 万元"`
}

type importRowsOut struct {
	Total int         `json:"total" required:"true"`
	Items []importRow `json:"items" required:"true"`
}

func (a *API) ListImportRows(ctx context.Context, actor domain.Actor, in importRowsIn) (importRowsOut, error) {
	if in.Limit == 0 {
		in.Limit = 50
	}
	page, err := a.Importer.Rows(ctx, actor, in.ID, importer.Part{Sheet: in.Sheet, Problems: in.Problems, Held: in.Held, Offset: in.Offset,
		Limit: in.Limit})
	if err != nil {
		return importRowsOut{}, err
	}
	names, err := a.unitNames(ctx)
	return importRowsOut{page.Total, kit.Each(page.Rows, func(v importer.RowView) importRow {
		row := importRow{Row: v.Row, Severity: string(v.Severity), Cells: append([]string{}, v.Cells...), Effect: v.Effect,
			Changes: []importChange{},
			Right:   kit.Each(v.Right, func(r importer.PutRight) importRight { return importRight(r) }),
			Findings: kit.Each(v.Findings, func(f ledger.Finding) importFinding {
				return a.findingOut(actor, f)
			})}
		for _, c := range v.Changes {
			field, has := ledgerField(page.Kind, c.Field)
			before, ok1 := a.written(actor, c.Field, c.Before, names)
			after, ok2 := a.written(actor, c.Field, c.After, names)
			if has && ok1 && ok2 && before != after {
				row.Changes = append(row.Changes, importChange{field, before, after})
			}
		}
		return row
	})}, err
}

func (a *API) findingOut(actor domain.Actor, f ledger.Finding) importFinding {
	text := func(code string) string { return a.Messages.Text(actor.Lang, code, f.Params) }
	out := importFinding{Cell: f.Cell, Field: f.Field, Severity: string(f.Severity), Code: f.Code, Message: text(f.Code), Suggest: f.Suggest}
	if f.Code == "ledger.person" {
		out.Said, _ = f.Params["text"].(string)
	}
	if f.Code == "ledger.magnitude" && f.Suggest != "" {
		out.Message, out.Why = text("ledger.magnitude_meant"), text("ledger.magnitude_why")
		if f.Params["others"] != nil {
			out.Why += "\n" + text("ledger.neighbours")
		}
	}
	return out
}

func (a *API) unitNames(ctx context.Context) (map[domain.ID]string, error) {
	units, err := a.Units.All(ctx)
	out := map[domain.ID]string{}
	for _, u := range units {
		out[u.ID] = u.Name
	}
	return out, err
}

// ledgerField returns the ledger's field for one of a record; ok is false where the
// kind of ledger has none.
func ledgerField(kind, field string) (key string, ok bool) {
	if as, renamed := map[string]string{"responsible_unit_id": "responsible_unit", "attracting_unit_id": "attracting_unit",
		"host_unit_id": "host_area", "company_name": "company",
		"origin_name": "origin"}[field]; renamed {
		field = as
	}
	k, _ := ledger.KindByKey(kind)
	return field, slices.ContainsFunc(k.Fields, func(f ledger.Field) bool { return f.Key == field })
}

// written returns a field's value as a reader sees it; ok is false for what is
// no single value.
func (a *API) written(actor domain.Actor, field string, value any, names map[domain.ID]string) (text string, ok bool) {
	switch v := value.(type) {
	case nil:
		return "", true
	case domain.Yuan:
		return strconv.FormatFloat(float64(v)/float64(domain.Wan), 'f', -1, 64), true
	case domain.Date:
		return v.String(), true
	case domain.ID:
		name, known := names[v]
		return name, known
	case bool:
		return kit.Say(a.Messages, actor, "yes_no", map[bool]string{true: "yes", false: "no"}[v]), true
	}
	words := map[string]string{"stage": "stage", "kind": "kind", "channel": "channel", "investor_class": "investor", "state": "operating"}
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.String:
		if name, ok := words[field]; ok {
			return kit.Say(a.Messages, actor, name, v.String()), true
		}
		return v.String(), true
	case reflect.Int, reflect.Int64:
		return fmt.Sprint(v.Int()), true
	}
	return "", false
}
