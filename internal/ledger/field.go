package ledger

import (
	"regexp"
	"sync"
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
