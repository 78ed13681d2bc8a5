package intake

import (
	"context"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

// SampleState is the state of the sample county.
type SampleState string

// The states; without a sample the state is empty.
const (
	SampleLoading SampleState = "loading"
	SampleLoaded  SampleState = "loaded"
)

// sampleTimeout is for how long a loading may give no sign of life before it is
// given up: its process has ended.
const sampleTimeout = time.Minute

// Sample is the sample county: made-up records that a new office may look at and
// remove wholly.
type Sample struct {
	Run         domain.ID
	State       SampleState
	County      string
	Done, Total int
	ByName      string
	HeartbeatAt time.Time
	LoadedAt    time.Time
}

// SampleRow is a record of the sample.
type SampleRow struct {
	Subject domain.Ref
	Title   string
}

// CheckRemoval returns an error unless the removal is meant: KindNotFound without
// a sample, KindConflict while it is loading, KindInvalid of field "confirm"
// unless the county's name was typed, and KindConflict with the records that
// somebody changed unless force.
func (s Sample) CheckRemoval(typed string, force bool, changed []SampleRow) error {
	switch {
	case s.State == "":
		return domain.NotFound("sample")
	case s.State == SampleLoading:
		return domain.Conflict("sample.loading")
	case strings.TrimSpace(typed) != s.County:
		return domain.InvalidField("confirm", "sample.confirm", "county", s.County)
	case len(changed) > 0 && !force:
		e := domain.Conflict("sample.changed").With("n", len(changed))
		for _, c := range changed {
			e.Fields = append(e.Fields, domain.Field(c.Subject.Kind, "import.changed", "title", c.Title))
		}
		return e
	}
	return nil
}

// SampleStore keeps the sample and takes it away.
type SampleStore interface {
	Sample(ctx context.Context) (Sample, error)
	// ClaimSample begins a loading; false where there is a sample already.
	ClaimSample(ctx context.Context, s Sample) (bool, error)
	// Heartbeat records that a run is alive and how far it has come; a done below
	// 0 leaves that as it is. It returns false where others gave the run up.
	Heartbeat(ctx context.Context, run domain.ID, done, total int, at time.Time) (bool, error)
	// AddSampleRow records that the loading made a record.
	AddSampleRow(ctx context.Context, r SampleRow) error
	// FinishSample ends the loading and keeps the version of each record.
	FinishSample(ctx context.Context, run domain.ID, at time.Time) error
	// ChangedSample returns records of the sample that somebody changed since.
	ChangedSample(ctx context.Context) ([]SampleRow, error)
	// WithdrawSample takes away what the loading made, and the sample itself.
	WithdrawSample(ctx context.Context, at time.Time) error
	// NoRecords reports whether nobody has entered a record of business yet, and
	// UnitsNamed which units are called so.
	NoRecords(ctx context.Context) (bool, error)
	UnitsNamed(ctx context.Context, names []string) ([]string, error)
}

// SampleSource is where a sample comes from.
type SampleSource interface {
	County() string
	// Units are the names of its units below the county.
	Units() []string
	// Load fills the product. It calls made for each record within its unit of
	// work, and tell with how far it has come.
	Load(ctx context.Context, made func(ctx context.Context, r SampleRow) error, tell func(done, total int) error) error
}

// MaySample reports whether the actor may load or remove the sample: the system
// administrator and the office may.
func MaySample(actor domain.Actor) bool {
	return actor.May(org.UnitManage) || actor.May(org.RuleManage)
}
