package library

import (
	"context"
	"maps"
	"slices"
	"time"

	"sangu/domain"
)

// BatchTarget is a kind of record that can be changed in batches.
type BatchTarget interface {
	// Kind returns the kind of subject, as in domain.SubjectProject.
	Kind() string
	// Fields returns the wire names of what a batch may set, in the order shown.
	Fields() []string
	// Rights returns the rights that reading and changing need.
	Rights() []domain.Right
	// References returns the fields that hold IDs, with the kind of record that
	// they refer to: domain.SubjectUnit or domain.SubjectPerson.
	References() map[string]string
	// CheckEdit returns a KindInvalid error that names every field that no record
	// of the kind could take.
	CheckEdit(set Edit) error
	// Recipients returns those whom a change to one record concerns by itself, as
	// its new owner.
	Recipients(c BatchChange) []domain.Recipient
	// Record reads one record. It returns a KindNotFound error if it is not in the
	// actor's scope.
	Record(ctx context.Context, actor domain.Actor, id domain.ID) (BatchRecord, error)
}

// BatchRecord is one record with the ways in which it takes an edit.
type BatchRecord struct {
	Editable
	// Check returns why the record cannot take the edit: a KindForbidden error
	// where the actor's right does not reach it, a KindInvalid or KindConflict
	// error where a rule refuses.
	Check func(ctx context.Context, set Edit) error
	// Write changes the record within the running unit of work and returns its new
	// version.
	Write func(ctx context.Context, set Edit) (int, error)
}

// BatchField is a field of the facts F that a batch may set, as text.
type BatchField[F any] struct {
	Name string // on the wire
	// Reference is the kind of record whose IDs the field holds; empty for other
	// values.
	Reference string
	// Required fields cannot be cleared.
	Required bool
	Get      func(*F) string
	// Set returns an error if the text is no date; other values are left to the
	// rules of the facts.
	Set func(*F, string) error
}

// BatchText returns a field that is a text of the facts: value points to it.
func BatchText[F any, T ~string](name string, value func(*F) *T) BatchField[F] {
	return BatchField[F]{Name: name, Get: func(f *F) string { return string(*value(f)) },
		Set: func(f *F, text string) error {
			*value(f) = T(text)
			return nil
		}}
}

// BatchDate returns a field that is a business day of the facts.
func BatchDate[F any](name string, value func(*F) *domain.Date) BatchField[F] {
	return BatchField[F]{Name: name, Get: func(f *F) string { return value(f).String() },
		Set: func(f *F, text string) (err error) {
			*value(f), err = domain.ParseDate(text)
			return err
		}}
}

// BatchReference returns a field that is the ID of a record of the kind.
func BatchReference[F any](name, kind string, value func(*F) *domain.ID) BatchField[F] {
	f := BatchText(name, value)
	f.Reference = kind
	return f
}

// BatchPeople returns a field that is a list of people, in any order.
func BatchPeople[F any](name string, value func(*F) *[]domain.ID) BatchField[F] {
	return BatchField[F]{Name: name, Reference: domain.SubjectPerson, Get: func(f *F) string { return JoinIDs(*value(f)) },
		Set: func(f *F, text string) error {
			*value(f) = SplitIDs(text)
			return nil
		}}
}

// MustHave returns the field as one that cannot be cleared.
func (f BatchField[F]) MustHave() BatchField[F] {
	f.Required = true
	return f
}

// BatchItem is one record as a batch reads it: its facts, and how it takes others.
type BatchItem[F any] struct {
	Title     string
	Version   int
	UpdatedAt time.Time
	Facts     F
	// Allow returns why the record cannot take the facts, beside the rules that
	// hold for every record: the actor's reach, the state that it is in.
	Allow func(ctx context.Context, f F) error
	// Save stores the facts over the version read and returns the new version.
	Save func(ctx context.Context, f F) (int, error)
}

// BatchKind is a kind of record with facts F as a batch changes it. It is the one
// implementation of BatchTarget; the kinds differ in data.
type BatchKind[F any] struct {
	Subject     string // kind of subject
	Read, Write domain.Right
	Settable    []BatchField[F]
	// Sample returns facts that break no rule. An edit is tried on them first: what
	// they cannot take, no record can.
	Sample func() F
	// Rules returns a KindInvalid error that names every rule the facts break.
	Rules func(F) error
	// Concerned returns those whom a change concerns by itself.
	Concerned func(BatchChange) []domain.Recipient
	// Load reads a record in the actor's scope, or returns a KindNotFound error.
	Load func(ctx context.Context, actor domain.Actor, id domain.ID) (BatchItem[F], error)
}

// Kind implements BatchTarget.
func (k BatchKind[F]) Kind() string { return k.Subject }

// Fields implements BatchTarget.
func (k BatchKind[F]) Fields() []string {
	names := make([]string, len(k.Settable))
	for i, f := range k.Settable {
		names[i] = f.Name
	}
	return names
}

// Rights implements BatchTarget.
func (k BatchKind[F]) Rights() []domain.Right { return []domain.Right{k.Read, k.Write} }

// References implements BatchTarget.
func (k BatchKind[F]) References() map[string]string {
	out := map[string]string{}
	for _, f := range k.Settable {
		if f.Reference != "" {
			out[f.Name] = f.Reference
		}
	}
	return out
}

// CheckEdit implements BatchTarget. Faults come in the order of the fields; then
// the unknown fields by name; then the rules of the facts.
func (k BatchKind[F]) CheckEdit(set Edit) error {
	var c domain.Check
	sample, unknown := k.Sample(), maps.Clone(set)
	for _, f := range k.Settable {
		value, ok := set[f.Name]
		if !ok {
			continue
		}
		delete(unknown, f.Name)
		c.That(f.Set(&sample, value) == nil, f.Name, "input.date")
		c.That(value != "" || !f.Required, f.Name, "input.required")
	}
	for _, name := range slices.Sorted(maps.Keys(unknown)) {
		c.That(false, name, "input.unknown")
	}
	c.Add("", k.Rules(sample))
	return c.Err()
}

// Recipients implements BatchTarget.
func (k BatchKind[F]) Recipients(c BatchChange) []domain.Recipient { return k.Concerned(c) }

// Record implements BatchTarget.
func (k BatchKind[F]) Record(ctx context.Context, actor domain.Actor, id domain.ID) (BatchRecord, error) {
	item, err := k.Load(ctx, actor, id)
	if err != nil {
		return BatchRecord{}, err
	}
	values := Edit{}
	for _, f := range k.Settable {
		values[f.Name] = f.Get(&item.Facts)
	}
	return BatchRecord{
		Editable: Editable{ID: id, Title: item.Title, Version: item.Version, UpdatedAt: item.UpdatedAt, Values: values},
		Check: func(ctx context.Context, set Edit) error {
			facts, err := k.edited(item.Facts, set)
			if err != nil {
				return err
			}
			if err := item.Allow(ctx, facts); err != nil {
				return err
			}
			return k.Rules(facts)
		},
		Write: func(ctx context.Context, set Edit) (int, error) {
			facts, err := k.edited(item.Facts, set)
			if err != nil {
				return 0, err
			}
			return item.Save(ctx, facts)
		},
	}, nil
}

// edited returns the facts with the edit's values in them. CheckEdit has refused
// fields and values that the kind does not have.
func (k BatchKind[F]) edited(facts F, set Edit) (F, error) {
	for _, f := range k.Settable {
		if value, ok := set[f.Name]; ok {
			if err := f.Set(&facts, value); err != nil {
				return facts, err
			}
		}
	}
	return facts, nil
}
