package notice

import (
	"context"
	"time"

	"sangu/domain"
)

// OutboxEvent is a change that somebody may have to be notified of.
type OutboxEvent struct {
	ID      domain.ID
	At      time.Time // when it was recorded
	Action  string    // as in domain.Change: "stage.move"
	Subject domain.Ref
	Title   string
	ActorID domain.ID
	// ActorName is the actor's name then.
	ActorName string
	Details   map[string]any
	// Tell are those whom the change concerns whether they follow the subject or not.
	Tell []domain.Recipient
}

// Due is something that falls due for a person on a day.
type Due struct {
	Kind    Kind
	CauseID domain.ID // the record that holds the day
	On      domain.Date
	Subject domain.Ref // the record that the notice opens
	Title   string
	Details map[string]any
}

// OutboxStore reads the changes that are still to be dispatched.
type OutboxStore interface {
	// Pending returns changes of which no notices were made yet, at most so many,
	// the oldest first.
	Pending(ctx context.Context, most int) ([]OutboxEvent, error)
	// MarkDispatched takes changes out of those that are pending.
	MarkDispatched(ctx context.Context, ids []domain.ID) error
	// AddNotices adds those that are not there yet and returns how many it added.
	AddNotices(ctx context.Context, all []Notice) (int, error)
}

// RecipientStore finds the people whom a change concerns.
type RecipientStore interface {
	// Holders returns the people who sign in and hold one of the recipient's roles
	// on the day.
	Holders(ctx context.Context, t domain.Recipient, on domain.Date) ([]domain.ID, error)
	// Followers returns those who follow a record.
	Followers(ctx context.Context, subject domain.Ref) ([]domain.ID, error)
	// Readable reports whether the actor sees a record.
	Readable(ctx context.Context, actor domain.Actor, subject domain.Ref) (bool, error)
	// TitleOf returns a record's own name, or "" where there is no such record.
	TitleOf(ctx context.Context, subject domain.Ref) (string, error)
	// NoticeSettings returns what a person chose, or DefaultSettings.
	NoticeSettings(ctx context.Context, person domain.ID) (Settings, error)
}

// DigestStore reads what falls due, of which each person is notified once a day.
type DigestStore interface {
	// AwaitingDigest returns people, at most so many, whose digest of the day was
	// not made yet and who want it by the time HH:MM.
	AwaitingDigest(ctx context.Context, on domain.Date, by string, most int) ([]domain.ID, error)
	// ClaimDigest marks a person's digest of the day as made; it returns false
	// where it was marked before.
	ClaimDigest(ctx context.Context, person domain.ID, on domain.Date) (bool, error)
	// DueSteps returns the person's open follow-ups and leads whose next step is
	// due on or before until; those before today are overdue.
	DueSteps(ctx context.Context, person domain.ID, until, today domain.Date) ([]Due, error)
	// IdleLeads returns the person's own leads on which nothing happened after by.
	IdleLeads(ctx context.Context, person domain.ID, by, today domain.Date) ([]Due, error)
	// OverdueStarts returns projects whose planned start is past and that have not
	// begun, for those who lead them and for the heads of the units.
	OverdueStarts(ctx context.Context, person domain.ID, heads []domain.ID, today domain.Date) ([]Due, error)
}

// DispatchStore is all that the Dispatcher reads and writes.
type DispatchStore interface {
	OutboxStore
	RecipientStore
	DigestStore
}
