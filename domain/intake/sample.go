package intake

import (
	"context"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/org"
)

// SampleState is how far the sample county is there.
type SampleState string

// The states; without a sample the state is empty.
const (
	SampleLoading SampleState = "loading"
	SampleLoaded  SampleState = "loaded"
)

// sampleSilence is after how long without a sign of life a loading is given up:
// its process has ended.
const sampleSilence = time.Minute

// Sample is the sample county: made-up records that a new office may look at and
// remove wholly.
type Sample struct {
	Run         domain.ID
	State       SampleState
	County      string
	Done, Total int
	ByName      string
	BeatAt      time.Time
	LoadedAt    time.Time
}

// SampleRow is a record of the sample.
type SampleRow struct {
	Subject domain.Ref
	Title   string
}

// CheckRemoval refuses a removal that is not meant: the county's name is to be
// typed, and nothing goes that somebody changed unless that is said too.
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
	// BeatSample is the sign of life of a run, and says how far it has come; false
	// where the run was given up by others.
	BeatSample(ctx context.Context, run domain.ID, done, total int, at time.Time) (bool, error)
	// KeepSampleRow notes a record that the loading made.
	KeepSampleRow(ctx context.Context, r SampleRow) error
	// EndSample ends the loading: each row's version is noted.
	EndSample(ctx context.Context, run domain.ID, at time.Time) error
	// ChangedSample gives records of the sample that somebody changed since.
	ChangedSample(ctx context.Context) ([]SampleRow, error)
	// WithdrawSample takes away what the loading made, and the sample itself.
	WithdrawSample(ctx context.Context, at time.Time) error
	// NoRecords reports whether nobody has entered a record of business yet, and
	// UnitsCalled which units are called so.
	NoRecords(ctx context.Context) (bool, error)
	UnitsCalled(ctx context.Context, names []string) ([]string, error)
}

// SampleSource is where a sample comes from.
type SampleSource interface {
	County() string
	// Units are the names of its units below the county.
	Units() []string
	// Load fills the product; each record is told of within its unit of work.
	Load(ctx context.Context, made func(ctx context.Context, r SampleRow) error, tell func(done, total int) error) error
}

// MaySample says whether the actor may load or remove the sample: the system
// administrator and the office.
func MaySample(actor domain.Actor) bool {
	return actor.May(org.UnitManage) || actor.May(org.RuleManage)
}
