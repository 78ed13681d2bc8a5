package text

// Grade says whether two spellings mean one.
type Grade string

// The grades. Maybe is what a person should be asked about: the API shows it and
// decides nothing by it.
const (
	Same      Grade = "same"
	Maybe     Grade = "maybe"
	Different Grade = "different"
)
