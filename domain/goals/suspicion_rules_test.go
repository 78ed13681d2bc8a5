package goals_test

import (
	"reflect"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/goals"
)

func TestAUnitAccountsForASuspicionUntilItIsClosed(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 5, 6, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		says, state, text string
		code              string // "" where the account is taken
		faults            []string
	}{
		{says: "an open suspicion is accounted for", state: goals.SuspicionOpen, text: "图片是去年的"},
		{says: "an account is corrected while nobody has judged it", state: goals.SuspicionAnswered, text: "图片是去年的"},
		{says: "a closed suspicion takes no account", state: goals.SuspicionClosed, text: "图片是去年的",
			code: "suspicion.closed", faults: []string{"answer suspicion.closed"}},
		{says: "a blank text is no account", state: goals.SuspicionOpen, text: " 　",
			code: "input.invalid", faults: []string{"answer input.required"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			t.Parallel()
			x := goals.Suspicion{State: c.state, Answer: "先前", AnsweredBy: "王五", Version: 3}
			want := x
			if c.code == "" {
				want.State, want.Answer, want.AnsweredBy, want.AnsweredAt = goals.SuspicionAnswered, c.text, "李四", at
			}
			refused(t, x.Account(c.text, "李四", at), c.code, c.faults)
			if !reflect.DeepEqual(x, want) {
				t.Errorf("the suspicion is %+v, want %+v", x, want)
			}
		})
	}
}

func TestAVerifierOfAnotherUnitClosesAnAnsweredSuspicion(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 5, 6, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		says, state, verdict string
		unit, own            domain.ID // of the project, of the verifier
		code                 string
		faults               []string
	}{
		{says: "an account is accepted", state: goals.SuspicionAnswered, verdict: goals.Cleared, unit: "a", own: "b"},
		{says: "a suspicion is upheld", state: goals.SuspicionAnswered, verdict: goals.Upheld, unit: "a", own: "b"},
		{says: "a project without a unit is judged by a verifier without one", state: goals.SuspicionAnswered, verdict: goals.Upheld},
		{says: "nobody judges the own unit", state: goals.SuspicionAnswered, verdict: goals.Cleared, unit: "a", own: "a",
			code: "suspicion.own_unit", faults: []string{"verdict suspicion.own_unit"}},
		{says: "what nobody accounted for is not closed", state: goals.SuspicionOpen, verdict: goals.Upheld, unit: "a", own: "b",
			code: "suspicion.not_answered", faults: []string{"verdict suspicion.not_answered"}},
		{says: "what is closed is not closed again", state: goals.SuspicionClosed, verdict: goals.Cleared, unit: "a", own: "b",
			code: "suspicion.not_answered", faults: []string{"verdict suspicion.not_answered"}},
		{says: "there is no other verdict", state: goals.SuspicionAnswered, verdict: "forgotten", unit: "a", own: "b",
			code: "input.invalid", faults: []string{"verdict input.enum"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			t.Parallel()
			x := goals.Suspicion{State: c.state, UnitID: c.unit, Answer: "图片是去年的", Version: 3}
			want := x
			if c.code == "" {
				want.State, want.Verdict, want.ClosedBy, want.ClosedAt = goals.SuspicionClosed, c.verdict, "赵六", at
			}
			refused(t, x.Close(c.verdict, domain.Actor{Name: "赵六", UnitID: c.own}, at), c.code, c.faults)
			if !reflect.DeepEqual(x, want) {
				t.Errorf("the suspicion is %+v, want %+v", x, want)
			}
		})
	}
}

// refused fails the test unless err is of the code and names the faults; a code of ""
// wants no error.
func refused(t *testing.T, err error, code string, faults []string) {
	t.Helper()
	got := ""
	if e, ok := err.(*domain.Error); ok {
		got = e.Code
	}
	if (err == nil) != (code == "") || got != code || !reflect.DeepEqual(faultsOf(err), faults) {
		t.Errorf("refused by %v with %v, want %q with %v", err, faultsOf(err), code, faults)
	}
}
