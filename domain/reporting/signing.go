package reporting

import (
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/survival"
)

// Tally is a number of projects and their amount, in 元.
type Tally struct {
	Count  int
	Amount domain.Yuan
}

// Plus returns the sum of both.
func (t Tally) Plus(o Tally) Tally { return Tally{t.Count + o.Count, t.Amount + o.Amount} }

// Signing is a group of signed projects and how far they had come by the
// cut-off.
type Signing struct {
	Key, Name    string
	Signed       Tally
	Fulfilling   Tally
	Started      Tally
	InProduction Tally
	Terminated   Tally
	Funds        domain.Yuan // reported in place: the ledger's total or the entries
	// What verifiers confirmed of it, apart.
	SignedConfirmed   Tally
	StartedConfirmed  Tally
	ProducedConfirmed Tally
	FundsVerified     domain.Yuan
	// ReachedByStage counts what came at least so far, by stage, where it was asked for.
	ReachedByStage map[library.Stage]Tally
	// Shrunk is the plain share that started, drawn towards the whole's: what a
	// small group may be set beside others by. It is not shown unless Enough.
	Shrunk float64
}

// Enough reports whether the group is large enough to be set beside others.
func (s Signing) Enough() bool { return s.Signed.Count >= survival.MinSample }
