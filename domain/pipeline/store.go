package pipeline

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// EventStore stores stage events. They are only ever added.
type EventStore interface {
	// Events returns all events of a project in the order recorded.
	Events(ctx context.Context, project domain.ID) ([]Event, error)
	// Event returns one event. It returns a KindNotFound error if there is none.
	Event(ctx context.Context, id domain.ID) (Event, error)
	AddEvent(ctx context.Context, e Event) error
}

// CurrentStateStore writes onto the project what its events, verdicts, signings
// and funds come to. Each method returns a KindStale error if the project is not at
// the version of p any more.
type CurrentStateStore interface {
	SaveCurrentState(ctx context.Context, p library.Project, s CurrentState) error
	// SaveSignedAmount writes the contract amount that counts, in 元.
	SaveSignedAmount(ctx context.Context, p library.Project, amount domain.Yuan) error
	// SaveFunds writes money in place as reported and as verified, in 元.
	SaveFunds(ctx context.Context, p library.Project, reported, verified domain.Yuan) error
}

// VerdictStore stores verdicts on stage events.
type VerdictStore interface {
	// Verdicts returns all verdicts on a project's events, oldest first.
	Verdicts(ctx context.Context, project domain.ID) ([]Verdict, error)
	AddVerdict(ctx context.Context, v Verdict) error
}

// SigningStore stores signing events.
type SigningStore interface {
	// Signings returns all signing events of a project in the order recorded.
	Signings(ctx context.Context, project domain.ID) ([]SigningEvent, error)
	AddSigning(ctx context.Context, e SigningEvent) error
}

// SplitStore stores how projects are shared among units.
type SplitStore interface {
	// Splits returns all splits of a project in the order recorded.
	Splits(ctx context.Context, project domain.ID) ([]CreditSplit, error)
	AddSplit(ctx context.Context, c CreditSplit) error
	// UnitNames returns the present names of all units.
	UnitNames(ctx context.Context) (map[domain.ID]string, error)
}

// FundStore stores money in place and what verifiers found of it.
type FundStore interface {
	// Funds returns all entries of a project in the order reported, each with its
	// verdicts, oldest first.
	Funds(ctx context.Context, project domain.ID) ([]FundEntry, error)
	// AddFund adds an entry. It returns a KindInvalid error for the field voucher if
	// an effective entry has the same voucher.
	AddFund(ctx context.Context, e FundEntry) error
	AddFundVerdict(ctx context.Context, v FundVerdict) error
	// FundProject returns the project of an entry. It returns a KindNotFound error
	// if there is no such entry.
	FundProject(ctx context.Context, entry domain.ID) (domain.ID, error)
}

// EvidenceStore reads what projects have to show at a gate, and stores the
// reasons that stand for papers.
type EvidenceStore interface {
	EvidenceOnFile(ctx context.Context, p library.Project) (EvidenceOnFile, error)
	// AttachmentIDs returns the attachments of a project.
	AttachmentIDs(ctx context.Context, project domain.ID) ([]domain.ID, error)
	// PaperReasons returns all reasons ever written of a project, oldest first.
	PaperReasons(ctx context.Context, project domain.ID) ([]PaperReason, error)
	AddPaperReason(ctx context.Context, r PaperReason) error
}
