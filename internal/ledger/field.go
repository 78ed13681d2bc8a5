package ledger

import (
	"regexp"
	"sync"

	"sangu/domain/text"
)

// Type is how a field's cells are read.
type Type string

// The types of fields.
const (
	Text     Type = "text"
	Money    Type = "money"
	Date     Type = "date"
	Decimal  Type = "decimal"
	Integer  Type = "integer"
	YesNo    Type = "yes_no"
	Unit     Type = "unit"
	People   Type = "people"
	Code     Type = "credit_code"
	Industry Type = "industry"
	Stage    Type = "stage"
	Word     Type = "word"
	Ignored  Type = "ignored"
)

// Field is one column that a ledger may have, found by any of its names.
type Field struct {
	Key      string
	Type     Type
	Names    []string // the first is the column's own name, the rest aliases
	Required bool
	// Absent says that a ledger may do without the column, though a cell of it
	// may not be empty: the importer knows what is meant then.
	Absent bool
	// Likely says that a sheet without the column is likelier of another kind.
	Likely bool
	// Firm says that a cell names one firm, Number that it is a number of a kind
	// that is no quantity, Event that it is a day on which something happened.
	Firm, Number, Event bool
	words               func() []word
	keys                []string // of its names
	form                *regexp.Regexp
}

// Kind is one sort of ledger.
type Kind struct {
	Key    string
	Sheets []string // words that sheet names carry: a hint only
	Fields []Field
	// DefiningFields are fields without which a sheet is not of this kind.
	DefiningFields []string
	// AnyOf are fields of which at least one is there too.
	AnyOf []string
}

// Kinds lists the ledgers that are read (domain.md §10).
func Kinds() []Kind { return known()[:7] }

// known are the kinds that are read, and behind them those with no place here;
// their names' keys are made once.
var known = sync.OnceValue(func() []Kind {
	all := append([]Kind{projectKind(), leadKind(), visitKind(), enterpriseKind(), clientKind(), fundKind(), problemKind()},
		unsupported()...)
	for _, k := range all {
		for i := range k.Fields {
			for _, n := range k.Fields[i].Names {
				k.Fields[i].keys = append(k.Fields[i].keys, headerKey(n))
			}
			k.Fields[i].form = headerPatterns()[k.Key][k.Fields[i].Key]
		}
	}
	return all
})

// KindByKey finds a kind.
func KindByKey(key string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Key == key {
			return k, true
		}
	}
	return Kind{}, false
}

// field finds a kind's field.
func (k Kind) field(key string) (Field, bool) {
	for _, f := range k.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// limits are how many characters the texts of fields may have, by kind: as many
// as the record's own form takes, so that what came by a ledger can be edited.
// A field that is not kept has none; texts that are put together leave room for
// one another.
func limits(kind string) map[string]int {
	const (
		name, person, phone = text.MaxName, text.MaxPerson, text.MaxPhone
		line, note, long    = text.MaxLine, text.MaxNote, text.MaxContent
	)
	return map[string]map[string]int{
		"project": {"name": name, "code": phone, "investor": name, "chain": person, "content": long, "company": name, "origin": person,
			"progress": long, "problems": long},
		"lead": {"company": name, "subject": line, "referrer": name, "contact": person, "contact_phone": phone, "verdict": note,
			"note": long - note},
		"visit":      {"company": name, "place": name, "party": person, "outcome": long},
		"enterprise": {"name": name, "products": note, "upstream": note, "downstream": note, "requests": long},
		"client": {"name": name, "origin": person, "strength": long, "terms": long, "needs": long, "contact": person,
			"contact_title": person, "contact_phone": phone},
		"fund": {"project": name, "voucher": person, "note": note},
		"problem": {"project": name, "problem": long - 4*line, "type": person, "responsible_unit": name, "leader": name,
			"due_on": person, "progress": note, "closed": person},
	}[kind]
}

// fits refuses a text that its field could not keep; of a list each part counts
// by itself.
func (r *reader) fits(f Field, index, col int, said string) bool {
	most, limited := limits(r.kind.Key)[f.Key]
	if !limited || f.Type == People {
		return true
	}
	n := text.Length(said)
	if f.Key == "party" {
		n = 0
		for _, part := range between.Split(said, -1) {
			n = max(n, text.Length(part))
		}
	}
	if n > most {
		r.find(f.Key, index, col, Error, "ledger.too_long", "n", n, "most", most)
	}
	return n <= most
}
