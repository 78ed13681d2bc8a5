package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sangu/domain"
)

// plannedBy are the days that a stage is reached on, by field, with the field of
// the same day as planned; "" where a ledger keeps none.
func plannedBy() map[string]string {
	return map[string]string{"intent_on": "", "signed_on": "", "registered_on": "", "started_on": "planned_start",
		"completed_on":     "planned_completion",
		"in_production_on": "planned_production", "full_capacity_on": ""}
}

// dayOfStage returns the field of the day on which a stage is reached; "" for a
// stage that is a state of affairs and not an event.
func dayOfStage(stage string) string {
	return map[string]string{"SIGNED": "signed_on", "REGISTERED": "registered_on", "STARTED": "started_on", "COMPLETED": "completed_on",
		"IN_PRODUCTION": "in_production_on", "FULL_CAPACITY": "full_capacity_on"}[stage]
}

var (
	intendedDay = regexp.MustCompile(`拟|计划|预计|力争|争取|确保|将于|定于|暂定|待|未`)
	aroundDay   = regexp.MustCompile(`^(?:约|已于|于|已)+|(?:左右|前后|完成|开工|动工|签约|签订|投产|竣工|完工|注册|\([^()]*\))+$`)
)

// day reads the day of a cell. The day of a stage is kept as well as it is
// known; where it is no exact one, it is asked for.
func (r *reader) day(f Field, index, col int, text string) {
	if r.from1904 {
		text = since1904(text)
	}
	if _, event := plannedBy()[f.Key]; event && r.kind.Key == "project" {
		r.eventDay(f, index, col, text)
		return
	}
	d, ok := ParseDate(text, r.sheet.Year)
	if !ok {
		why, pairs := notADay(text)
		r.find(f.Key, index, col, Error, why, pairs...)
		return
	}
	r.now.Dates[f.Key] = d.Date
	if d.Hour != "" {
		r.now.Texts["starts_at"] = d.Hour
	}
	switch {
	case d.Either:
		r.find(f.Key, index, col, Warning, "ledger.day_or_month", "meant", d.Date.String())
	case d.Coarse && f.Event:
		r.find(f.Key, index, col, Warning, "ledger.day_coarse", "text", text, "meant", d.Date.String())
	}
}

// eventDay reads the day on which something happened.
func (r *reader) eventDay(f Field, index, col int, text string) {
	s := plainDay(text)
	exact, isDay := oneDay(s, r.sheet.Year)
	bare := strings.TrimSpace(aroundDay.ReplaceAllString(s, ""))
	if !isDay {
		exact, isDay = oneDay(bare, r.sheet.Year)
	}
	if isDay && !exact.Coarse && !intendedDay.MatchString(s) {
		r.now.Dates[f.Key], r.now.Days[f.Key] = exact.Date, domain.OnDay(exact.Date)
		if exact.Either {
			r.find(f.Key, index, col, Warning, "ledger.day_or_month", "meant", exact.Date.String())
		}
		return
	}
	e, ok := domain.SaidDay(bare, r.sheet.Year)
	if !ok {
		if d, said := ParseDate(text, r.sheet.Year); said {
			e, ok = domain.InMonth(d.Date.Year(), d.Date.Month()), true
		}
	}
	switch {
	case !ok:
		why, pairs := notADay(text)
		r.find(f.Key, index, col, Error, why, pairs...)
	case intendedDay.MatchString(s):
		r.ahead(f.Key, index, col, e)
	default:
		r.now.Days[f.Key] = e
	}
}

// ahead asks about a day of a stage that is yet to come: it is a plan, and
// nothing has happened on it.
func (r *reader) ahead(field string, index, col int, e domain.EventDay) {
	delete(r.now.Dates, field)
	delete(r.now.Days, field)
	r.now.ahead = append(r.now.ahead, field)
	planned := plannedBy()[field]
	if _, said := r.now.Dates[planned]; planned == "" || said || r.now.Texts[planned] != "" {
		r.find(field, index, col, Warning, "ledger.day_ahead", "on", e.String(), "until", r.until().String())
		return
	}
	r.now.Dates[planned] = e.Latest()
	r.find(field, index, col, Warning, "ledger.day_ahead_planned", "on", e.String(), "until", r.until().String(), "meant",
		e.Latest().String())
}

// until is the last day that the ledger can speak of: its own, or today.
func (r *reader) until() domain.Date {
	if r.sheet.AsOf.IsZero() || !r.today.IsZero() && r.today.Before(r.sheet.AsOf) {
		return r.today
	}
	return r.sheet.AsOf
}

// stageDays asks about days of stages that are to come, about days that are not
// exact, and about stages whose day is not said.
func (r *reader) stageDays(index int) {
	if r.kind.Key != "project" {
		return
	}
	until := r.until()
	for _, f := range r.kind.Fields {
		e, said := r.now.Days[f.Key]
		if !said {
			continue
		}
		day, exact := e.Exact()
		switch {
		case !until.IsZero() && (exact && day.After(until) || !exact && e.Earliest().After(until)):
			r.ahead(f.Key, index, r.column(f.Key), e)
		case !exact:
			r.find(f.Key, index, r.column(f.Key), Warning, "ledger.day_not_exact", "known", e.String())
		}
	}
	r.undated(index, until)
}

// undated asks for the day of the stage that the row says to be reached: of it
// only is known that it had been reached when the ledger was made.
func (r *reader) undated(index int, until domain.Date) {
	stage := r.now.Words["stage"]
	field := dayOfStage(stage)
	if _, said := r.now.Days[field]; said || stage == "" {
		return
	}
	for _, asked := range r.now.ahead {
		if asked == field {
			return
		}
	}
	if field == "" {
		if stage != "SUSPENDED" && stage != "TERMINATED" && stage != "LOST" || until.IsZero() {
			r.told["ledger.stage_as_of"]++
		}
		return
	}
	if !until.IsZero() {
		r.now.Days[field] = domain.By(until)
	}
	if r.now.Texts[field] != "" {
		return // what stands there is asked about already
	}
	col := r.column(field)
	if col >= 0 || !r.dated() {
		// Nothing of the row is dated, or its day was left out where others are.
		if col < 0 {
			col = r.column("stage")
		}
		r.find(field, index, max(col, 0), Warning, "ledger.stage_undated", "known", r.now.Days[field].String())
		return
	}
	r.told["ledger.stage_no_day"]++
}

// dated reports whether the row says the day of some stage.
func (r *reader) dated() bool {
	for _, e := range r.now.Days {
		if _, exact := e.Exact(); exact {
			return true
		}
	}
	return false
}

// yearOfOthers completes days without a year by the year of the days beside
// them, where the sheet names none and they are all of one; it is told.
func (r *reader) yearOfOthers(g Grid, rows []int) {
	if r.sheet.Year != 0 {
		return
	}
	years, without := map[int]int{}, 0
	for _, row := range rows[:min(len(rows), 2000)] {
		for c, key := range r.sheet.Mapping.Columns {
			f, ok := r.kind.field(key)
			if text := g.at(row, c); ok && f.Type == Date && text != "" {
				d, whole := ParseDate(text, 0)
				if whole {
					years[d.Date.Year()]++
				} else if _, bare := ParseDate(text, 2024); bare {
					without++
				}
			}
		}
	}
	if without == 0 || len(years) != 1 {
		return
	}
	for year := range years {
		r.sheet.Year = year
		r.note(-1, "ledger.year_of_others", "n", without, "year", year)
	}
}

// Ahead reports whether the row dates a stage on a day to come: it has not been
// reached then, whatever the row calls it.
func (r Row) Ahead(stage string) bool { return slices.Contains(r.ahead, dayOfStage(stage)) }
