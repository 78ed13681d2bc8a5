package ledger

import (
	"strconv"
	"strings"

	"sangu/domain/library"
)

// across checks what cells say together, and whether the row was there before.
func (r *reader) across(index int) {
	row := r.now
	r.splitContact()
	r.begun()
	r.stageDays(index)
	for _, f := range r.kind.Fields {
		if f.Required && !f.Absent && r.column(f.Key) < 0 {
			r.find(f.Key, index, 0, Error, "ledger.column_missing", "name", f.Names[0])
		}
	}
	total, hasTotal := row.Money["total_investment"]
	if fixed, ok := row.Money["fixed_investment"]; ok && hasTotal && total.Currency == fixed.Currency && fixed.Amount > total.Amount {
		r.find("fixed_investment", index, r.column("fixed_investment"), Warning, "ledger.fixed_above_total")
	}
	if funds, ok := row.Money["funds_reported"]; ok && hasTotal && total.Currency == funds.Currency && funds.Amount > total.Amount {
		r.find("funds_reported", index, r.column("funds_reported"), Warning, "ledger.funds_above_total")
	}
	r.order(index, "signed_on", "started_on")
	r.order(index, "started_on", "in_production_on")
	r.twice(index, "code", strings.ToUpper(row.Texts["code"]))
	r.sameName(index)
	if key, field := r.key(); key != "" {
		if before, ok := r.seen[key]; ok {
			r.find(field, index, r.column(field), Duplicate, "ledger.duplicate", "row", before)
		} else if row.Worst != Error {
			r.seen[key] = row.Number
		}
	}
}

// namedRow is a row before, by what tells it from others of its name.
type namedRow struct {
	row            int
	investor, code string
}

// sameName asks about two projects of one name. Other codes and other investors
// make two; another investor, or another code, alone is a question; neither is
// the same project again.
func (r *reader) sameName(index int) {
	t := r.now.Texts
	name := library.NameKey(t["name"])
	if r.kind.Key != "project" || name == "" {
		return
	}
	own := namedRow{row: r.now.Number, investor: library.FirmKey(t["investor"]), code: strings.ToUpper(library.NameKey(t["code"]))}
	for _, o := range r.named[name] {
		otherCode := own.code != "" && o.code != "" && own.code != o.code
		otherInvestor := own.investor != "" && o.investor != "" && own.investor != o.investor
		switch {
		case otherCode && otherInvestor:
			r.now.Distinct = true
		case otherCode || otherInvestor:
			r.now.Distinct = true
			r.find("name", index, r.column("name"), Warning, "ledger.same_name", "row", o.row)
		default:
			r.find("name", index, r.column("name"), Duplicate, "ledger.duplicate", "row", o.row)
		}
	}
	if r.now.Worst != Error && r.now.Worst != Duplicate {
		r.named[name] = append(r.named[name], own)
	}
}

// splitContact parts 王经理 13800138000 where no column is the phone's own.
func (r *reader) splitContact() {
	if r.now.Texts["contact_phone"] != "" {
		return
	}
	name, phone, ok := contactOf(r.now.Texts["contact"])
	if ok {
		r.now.Texts["contact"], r.now.Texts["contact_phone"] = name, phone
	}
}

// begun takes a tick at 是否开工, or else the sheet's title, for the stage where
// the row says none.
func (r *reader) begun() {
	if r.now.Words["stage"] != "" {
		return
	}
	if r.now.Ticks["is_started"] {
		r.now.Words["stage"] = "STARTED"
	} else if r.stage != "" {
		r.now.Words["stage"] = r.stage
	}
}

// twice finds a code of the office's own that a row before has.
func (r *reader) twice(index int, field, text string) {
	if text == "" {
		return
	}
	key := field + " " + library.NameKey(text)
	if before, ok := r.seen[key]; ok {
		r.find(field, index, r.column(field), Duplicate, "ledger.duplicate", "row", before)
	} else if r.now.Worst != Error {
		r.seen[key] = r.now.Number
	}
}

// order refuses two dates that run backwards.
func (r *reader) order(index int, first, second string) {
	a, okA := r.now.Dates[first]
	b, okB := r.now.Dates[second]
	if okA && okB && b.Before(a) {
		r.find(second, index, r.column(second), Error, "ledger.date_order", "on", a.String())
	}
}

// key is what makes a row the same as another, and the field that shows it.
func (r *reader) key() (key, field string) {
	t := r.now.Texts
	switch r.kind.Key {
	case "lead":
		return join(library.NameKey(t["company"]), library.NameKey(t["subject"])), "company"
	case "enterprise", "client":
		return or(r.now.Words["credit_code"], library.NameKey(t["name"])), "name"
	case "visit":
		return join(r.now.Dates["on"].String(), library.NameKey(t["company"]), strings.Join(r.now.People["leader"], ""),
			library.NameKey(t["project"])), "company"
	case "fund":
		// Numbers begin anew each month and in each firm.
		return join(library.NameKey(t["voucher"]), r.now.Dates["paid_on"].String(), strconv.FormatInt(r.now.Money["amount"].Amount,
			10)), "voucher"
	case "problem":
		return join(library.NameKey(t["project"]), t["problem"], t["type"], t["responsible_unit"], t["leader"], t["due_on"], t["progress"],
			t["closed"]), "problem"
	}
	return "", ""
}

func join(parts ...string) string {
	if strings.Join(parts, "") == "" {
		return ""
	}
	for i, p := range parts {
		parts[i] = strconv.Quote(p)
	}
	return strings.Join(parts, " ")
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
