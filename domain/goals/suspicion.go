package goals

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// Anomaly is what a check found. Key tells one anomaly of a kind from another of the same
// project; Facts are its numbers and names.
type Anomaly struct {
	ProjectID domain.ID
	Kind      string
	Key       string
	Facts     map[string]any
}

// AnomalyKey identifies an anomaly.
type AnomalyKey struct {
	ProjectID domain.ID
	Kind, Key string
}

func (o Anomaly) key() AnomalyKey { return AnomalyKey{o.ProjectID, o.Kind, o.Key} }

// AnomalyKinds returns the kinds of anomaly.
func AnomalyKinds() []string {
	return []string{"verified_below", "above_contract", "last_week", "round_numbers", "same_evidence", "photo_date", "photo_place",
		"thin_capital", "no_permit", "registered_share", "signed_twice", "moved_back"}
}

// The states of a suspicion.
const (
	SuspicionOpen     = "open"     // nobody has accounted for it
	SuspicionAnswered = "answered" // the unit has, and a verifier is to close it
	SuspicionClosed   = "closed"
)

// The verdicts that close a suspicion.
const (
	Cleared = "cleared" // the account was accepted
	Upheld  = "upheld"  // the figure was false
)

// Suspicion is an anomaly that somebody has to account for: the unit answers, a verifier
// closes.
type Suspicion struct {
	ID          domain.ID
	Anomaly     Anomaly `audit:"oddity"`
	ProjectName string
	UnitID      domain.ID // of the project's responsible unit
	UnitName    string
	Amount      domain.Yuan // the project's investment
	FoundOn     domain.Date
	State       string // open, answered or closed
	Answer      string
	AnsweredBy  string
	AnsweredAt  time.Time
	// Verdict is how it was closed: cleared or upheld.
	Verdict  string
	ClosedBy string
	ClosedAt time.Time
	Version  int
}

// Account records the unit's account of the suspicion, by the person named. It returns a
// KindInvalid error where the suspicion is closed, or the text is blank.
func (x *Suspicion) Account(text, by string, at time.Time) error {
	if x.State == SuspicionClosed {
		return domain.Invalid("suspicion.closed", domain.Field("answer", "suspicion.closed"))
	}
	if strings.TrimSpace(text) == "" {
		return domain.InvalidField("answer", "input.required")
	}
	x.State, x.Answer, x.AnsweredBy, x.AnsweredAt = SuspicionAnswered, text, by, at
	return nil
}

// Close ends the suspicion with the verdict of a verifier. It returns a KindInvalid error
// where the verifier is of the unit that answers, nobody has answered, or there is no such
// verdict.
func (x *Suspicion) Close(verdict string, verifier domain.Actor, at time.Time) error {
	if !x.UnitID.IsZero() && x.UnitID == verifier.UnitID {
		return domain.Invalid("suspicion.own_unit", domain.Field("verdict", "suspicion.own_unit"))
	}
	if x.State != SuspicionAnswered {
		return domain.Invalid("suspicion.not_answered", domain.Field("verdict", "suspicion.not_answered"))
	}
	if verdicts := []string{Cleared, Upheld}; !slices.Contains(verdicts, verdict) {
		return domain.InvalidField("verdict", "input.enum", "allowed", verdicts)
	}
	x.State, x.Verdict, x.ClosedBy, x.ClosedAt = SuspicionClosed, verdict, verifier.Name, at
	return nil
}

// update takes the present facts of the anomaly, and reports whether that opened a closed
// suspicion again. The account that was given stays in the history.
func (x *Suspicion) update(o Anomaly, today domain.Date) bool {
	x.Anomaly.Facts = o.Facts
	if x.State != SuspicionClosed {
		return false
	}
	x.State, x.FoundOn, x.Verdict, x.ClosedBy, x.ClosedAt = SuspicionOpen, today, "", "", time.Time{}
	x.Answer, x.AnsweredBy, x.AnsweredAt = "", "", time.Time{}
	return true
}

// sameFacts reports whether facts are alike but for what passes by itself. One
// side may have been kept, where every number is a float.
func sameFacts(a, b map[string]any) bool {
	plain := func(m map[string]any) map[string]any {
		c := maps.Clone(m)
		delete(c, "days")
		delete(c, "file_id")
		return c
	}
	return maps.EqualFunc(plain(a), plain(b), func(x, y any) bool {
		n, one := numberOf(x)
		m, other := numberOf(y)
		if one && other {
			return n == m
		}
		return fmt.Sprint(x) == fmt.Sprint(y)
	})
}

func numberOf(x any) (float64, bool) {
	switch v := reflect.ValueOf(x); {
	case v.CanInt():
		return float64(v.Int()), true
	case v.CanFloat():
		return v.Float(), true
	}
	return 0, false
}

// other is the other project that a finding is about, if there is one.
func (o Anomaly) other() (domain.ID, bool) {
	id, ok := o.Facts["other_id"].(string)
	return domain.ID(id), ok
}
