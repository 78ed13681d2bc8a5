package ledger

import "sangu/domain"

// SheetReport is a sheet in the form that the command line prints.
type SheetReport struct {
	Sheet      string           `json:"sheet"`
	Kind       string           `json:"kind"`
	HeaderRows []int            `json:"header_rows"`
	AsOf       string           `json:"as_of,omitempty"`
	Accepted   []map[string]any `json:"accepted"`
	Findings   []FindingReport  `json:"findings"`
}

// FindingReport is a finding with its text.
type FindingReport struct {
	Cell     string   `json:"cell"`
	Row      int      `json:"row"`
	Severity Severity `json:"severity"`
	Code     string   `json:"code"`
	Message  string   `json:"message"`
}

// Report returns a sheet's accepted rows and findings; text gives a finding's
// message in the reader's language.
func Report(s Sheet, text func(code string, params domain.Params) string) SheetReport {
	out := SheetReport{Sheet: s.Name, Kind: s.Mapping.Kind, HeaderRows: s.Mapping.HeaderRows, AsOf: s.AsOf.String(),
		Accepted: []map[string]any{}, Findings: []FindingReport{}}
	for _, r := range s.Accepted() {
		out.Accepted = append(out.Accepted, rowReport(r))
	}
	for _, f := range s.Findings {
		out.Findings = append(out.Findings, FindingReport{Cell: f.Cell, Row: f.Row, Severity: f.Severity, Code: f.Code,
			Message: text(f.Code, f.Params)})
	}
	return out
}

// rowReport returns a row's values by field: amounts as name_yuan in 元, dates as
// ISO, people by the first name, the rest as written.
func rowReport(r Row) map[string]any {
	out := map[string]any{"row": r.Number}
	for key, text := range r.Texts {
		out[key] = text
	}
	for key, m := range r.Money {
		delete(out, key)
		if m.Currency == domain.CNY || m.Currency == "" {
			out[key+"_yuan"] = m.Amount
		} else {
			out[key], out[key+"_currency"] = m.Amount, m.Currency
		}
	}
	for key, d := range r.Dates {
		out[key] = d.String()
	}
	for key, people := range r.People {
		delete(out, key)
		if len(people) > 0 {
			out[key] = people[0]
		}
	}
	for key, tick := range r.Ticks {
		out[key] = tick
	}
	for key, n := range r.Ints {
		out[key] = n
		if key == "land_mu" {
			out[key] = float64(n) / 100
		}
	}
	return out
}
