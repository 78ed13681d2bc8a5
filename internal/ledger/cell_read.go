package ledger

import (
	"sangu/domain/library"
)

// cell reads one cell by its field's type.
func (r *reader) cell(f Field, index, col int, text, exact string) {
	if nothing(text) || text == "0" && (f.Type == Date || f.Type == Text && !f.Number) {
		// A formula on a blank cell shows 0.
		if f.Required {
			r.find(f.Key, index, col, Error, "ledger.required")
		}
		return
	}
	if broken(text) {
		r.find(f.Key, index, col, Error, "ledger.formula", "text", text)
		return
	}
	if !r.fits(f, index, col, text) {
		return
	}
	if f.Type == Text {
		text = r.firms(f, index, col, text)
		if !r.proper(f, index, col, text) {
			return
		}
	}
	r.now.Texts[f.Key] = joined(text)
	fail := func(code string, pairs ...any) { r.find(f.Key, index, col, Error, code, pairs...) }
	switch f.Type {
	case Money:
		r.money(f, index, col, text, exact)
	case Date:
		r.day(f, index, col, text)
	case Decimal, Integer:
		r.measure(f, index, col, text, exact)
	case YesNo:
		v, ok := yes(text)
		if !ok {
			r.find(f.Key, index, col, Warning, "ledger.tick", "text", text)
		}
		r.now.Ticks[f.Key] = v
	case Unit:
		r.units(f, index, col, text)
	case People:
		r.now.People[f.Key] = names(text)
		for _, name := range r.now.People[f.Key] {
			if !r.dir.Person(name) {
				r.find(f.Key, index, col, Warning, "ledger.person", "text", name)
			}
		}
	case Code:
		r.code(f, index, col, text)
	case Industry:
		i, ok := library.FindIndustry(text)
		if !ok {
			r.find(f.Key, index, col, Warning, "ledger.industry", "text", text)
			return
		}
		r.now.Words[f.Key] = i.Code
	case Stage:
		code, ok := stageOf(text)
		if !ok {
			fail("ledger.stage", "text", text)
			return
		}
		r.now.Words[f.Key] = code
	case Word:
		code, ok := lookup(f.words(), text)
		if !ok {
			r.find(f.Key, index, col, Warning, "ledger.word", "text", text)
			return
		}
		r.now.Words[f.Key] = code
	default:
		// What is not named here is dealt with after the switch.
	}
}
