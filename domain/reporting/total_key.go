package reporting

import (
	"sangu/domain"
	"sangu/domain/library"
)

// A Measure is what a line of the totals adds up.
type Measure string

// The measures. Each comment says what the buckets of its lines are, and by which
// fields of TotalKey besides Measure its lines are told apart.
const (
	// MeasureSigned, MeasureStarted and MeasureProduced count projects that came so
	// far, by month.
	MeasureSigned   Measure = "signed"
	MeasureStarted  Measure = "started"
	MeasureProduced Measure = "produced"
	// MeasureNegotiating counts what is being negotiated now; the one bucket is 0.
	MeasureNegotiating Measure = "negotiating"
	// MeasureNegotiationBegun and MeasureNegotiationOver count what came into
	// negotiation and left it, by month.
	MeasureNegotiationBegun Measure = "negotiation begun"
	MeasureNegotiationOver  Measure = "negotiation over"
	// MeasureAtStage counts projects by Stage; bucket 0 holds those that go on, 1
	// those that are over.
	MeasureAtStage Measure = "at stage"
	// MeasureWait counts waits from signing to start by Year of signing and by
	// Outcome, by days waited; open ones by the day signed.
	MeasureWait Measure = "wait"
	// MeasureStart counts starts by Year of signing (0 where the signing has no
	// day), by day.
	MeasureStart Measure = "start"
	// MeasureStay counts stays at a Stage by Outcome, by days spent there; open ones
	// by the day the stage was reached.
	MeasureStay Measure = "stay"
	// MeasureFunds adds up money in place by UnitID, the credited unit, by month paid.
	MeasureFunds Measure = "funds"
	// MeasurePlannedStart counts what is to start and has not, by the day planned.
	MeasurePlannedStart Measure = "planned start"
	// MeasureUnverifiedFunds adds up money in place that no verifier has looked at,
	// by the day reported.
	MeasureUnverifiedFunds Measure = "unverified funds"
	// MeasureLight counts lights by Judged, OnKeyLists and Colour; the one bucket
	// is 0.
	MeasureLight Measure = "light"
)

// An Outcome is how a wait ended. Its numbers are the events of Waiting and of
// package survival.
type Outcome int

// The outcomes.
const (
	Open    Outcome = iota // still waiting
	Reached                // what was waited for came
	Ended                  // lost, terminated or exited before it came
)

// A TotalKey names one line of the totals. Fields that its measure is not told
// apart by are zero.
type TotalKey struct {
	Measure Measure
	// Slack is how many buckets earlier it may have been, where a day is not known
	// exactly: the bucket is the last that it may be. It is 0 where the bucket is
	// known, and Unbounded where nothing tells how early it was.
	Slack   int
	Year    int
	Stage   library.Stage
	Outcome Outcome
	UnitID  domain.ID
	// Judged names the day and the rules by which lights were judged. OnKeyLists
	// narrows to projects on lists of key projects.
	Judged     string
	OnKeyLists bool
	Colour     string
}

// FundsKey returns the key of a unit's money in place.
func FundsKey(unit domain.ID) TotalKey { return TotalKey{Measure: MeasureFunds, UnitID: unit} }
