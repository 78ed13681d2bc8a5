package text

// Kind is a kind of field, by what its texts may hold.
type Kind int

// The kinds of fields.
const (
	Name       Kind = iota // of an organisation, a project, a place: one line
	Person                 // a person's name, a short label
	Title                  // a post, a type, a chain: a short label
	Line                   // one line of prose: a subject, a next action
	Reason                 // why, in a few lines
	Note                   // a remark, in lines
	Remark                 // a longer remark: a verdict's grounds, a signing's note
	Content                // prose of a page
	Cell                   // what one cell of a ledger can hold
	Code                   // an identifier that people type: project codes, vouchers
	CreditCode             // a unified social credit code
	Override               // why a code is kept though its check digit is wrong
	Phone                  // a phone number
	Digits                 // digits alone: an amount or a year that is typed
	Email
	Login
)

// The limits of length, in characters. They are what forms, API and ledgers keep.
const (
	MaxName       = 200
	MaxPerson     = 100
	MaxTitle      = 100
	MaxLine       = 500
	MaxReason     = 500
	MaxNote       = 1000
	MaxRemark     = 2000
	MaxContent    = 4000
	MaxCell       = 32767 // as spreadsheets have it
	MaxCode       = 40
	MaxCreditCode = 30 // a code of 18 that was typed with blanks and hyphens
	MaxOverride   = 300
	MaxPhone      = 40
	MaxDigits     = 20
	MaxEmail      = 200
	MaxLogin      = 64
)

// width says which full-width characters become half-width.
type width int

const (
	asTyped width = iota
	letters       // letters and digits: the brackets of a Chinese name stay Chinese
	ascii         // whatever has an ASCII form
)

type rule struct {
	limit  int
	lines  bool  // line breaks are kept
	width  width // full width to half width
	blanks bool  // blanks are kept, folded; otherwise they are dropped
	dashes bool  // any dash is a hyphen
}

func (k Kind) rule() rule {
	switch k {
	case Person:
		return rule{limit: MaxPerson, width: letters, blanks: true}
	case Title:
		return rule{limit: MaxTitle, width: letters, blanks: true}
	case Line:
		return rule{limit: MaxLine, blanks: true}
	case Reason:
		return rule{limit: MaxReason, lines: true, blanks: true}
	case Note:
		return rule{limit: MaxNote, lines: true, blanks: true}
	case Remark:
		return rule{limit: MaxRemark, lines: true, blanks: true}
	case Content:
		return rule{limit: MaxContent, lines: true, blanks: true}
	case Cell:
		return rule{limit: MaxCell, lines: true, blanks: true}
	case Code:
		return rule{limit: MaxCode, width: ascii, blanks: true, dashes: true}
	case CreditCode:
		return rule{limit: MaxCreditCode, width: ascii, dashes: true}
	case Override:
		return rule{limit: MaxOverride, blanks: true}
	case Phone:
		return rule{limit: MaxPhone, width: ascii, blanks: true, dashes: true}
	case Digits:
		return rule{limit: MaxDigits, width: ascii, dashes: true}
	case Email:
		return rule{limit: MaxEmail, width: ascii}
	case Login:
		return rule{limit: MaxLogin, width: ascii}
	default:
		return rule{limit: MaxName, width: letters, blanks: true}
	}
}

// KindOf returns the kind of a name, as the text tags of the wire say it; ok is false
// for a name of none.
func KindOf(name string) (k Kind, ok bool) {
	k, ok = map[string]Kind{
		"name": Name, "person": Person, "title": Title, "line": Line, "reason": Reason, "note": Note, "remark": Remark,
		"content": Content, "cell": Cell, "code": Code, "credit_code": CreditCode, "override": Override, "phone": Phone,
		"digits": Digits, "email": Email, "login": Login,
	}[name]
	return k, ok
}

// Limit returns how many characters a text of the kind may have.
func (k Kind) Limit() int { return k.rule().limit }

// Multiline reports whether texts of the kind keep their line breaks.
func (k Kind) Multiline() bool { return k.rule().lines }
