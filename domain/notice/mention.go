package notice

import (
	"context"
	"fmt"

	"sangu/domain"
)

// Mention is a person named in a text as @name. The name is as it was then.
type Mention struct {
	PersonID domain.ID
	Name     string
	// Subject is the record on which the person reads the text.
	Subject domain.Ref
}

// Limits of mentions in one text, and of people offered while one types.
const (
	MaxMentions   = 20
	maxSuggested  = 8
	maxCandidates = 40
)

// AudienceStore finds people, and whether they see a record.
type AudienceStore interface {
	// PeopleNamed finds people who sign in by part of the name, its pinyin or its
	// initials.
	PeopleNamed(ctx context.Context, query string, most int) ([]domain.ID, error)
	Owners(ctx context.Context, subject domain.Ref) ([]domain.ID, error)
	Readable(ctx context.Context, actor domain.Actor, subject domain.Ref) (bool, error)
}

// Audience finds who may be notified of a record: those who see it.
type Audience struct {
	store AudienceStore
	// Actors returns the actor of a person who is not at the screen.
	Actors func(ctx context.Context, person domain.ID) (domain.Actor, error)
}

// NewAudience returns s, the service, with its store filled in.
func NewAudience(store AudienceStore, s *Audience) *Audience {
	s.store = store
	return s
}

// Suggest returns people who may be mentioned on a record, by part of a name, or
// its owners where nothing is typed yet. It returns a KindNotFound error unless
// the actor sees the record.
func (a *Audience) Suggest(ctx context.Context, actor domain.Actor, subject domain.Ref, query string) ([]Mention, error) {
	if ok, err := a.store.Readable(ctx, actor, subject); err != nil || !ok {
		return nil, orNotFound(err, subject.Kind)
	}
	var ids []domain.ID
	var err error
	if query == "" {
		ids, err = a.store.Owners(ctx, subject)
	} else {
		ids, err = a.store.PeopleNamed(ctx, query, maxCandidates)
	}
	if err != nil {
		return nil, err
	}
	var out []Mention
	for _, id := range ids {
		who, ok, err := a.canRead(ctx, id, subject)
		if err != nil {
			return nil, err
		}
		if ok && id != actor.PersonID && len(out) < maxSuggested {
			out = append(out, Mention{id, who.Name, subject})
		}
	}
	return out, nil
}

// Resolve returns the people mentioned in a text that belongs to some records,
// each with the first of these that the person sees. It returns a KindInvalid
// error of "mentions[i]" for a person who sees none or does not exist, and of
// "mentions" for more than MaxMentions.
func (a *Audience) Resolve(ctx context.Context, on []domain.Ref, people []domain.ID) ([]Mention, error) {
	var out []Mention
	var c domain.Check
	c.That(len(people) <= MaxMentions, "mentions", "input.too_large", "max", MaxMentions)
	for i, id := range people {
		m, ok, err := a.firstReadable(ctx, id, on)
		if err != nil {
			return nil, err
		}
		c.That(ok, fmt.Sprintf("mentions[%d]", i), "mention.out_of_scope")
		out = append(out, m)
	}
	return out, c.Err()
}

func (a *Audience) firstReadable(ctx context.Context, person domain.ID, on []domain.Ref) (Mention, bool, error) {
	for _, subject := range on {
		who, ok, err := a.canRead(ctx, person, subject)
		if err != nil || ok {
			return Mention{person, who.Name, subject}, ok, err
		}
	}
	return Mention{}, false, nil
}

func (a *Audience) canRead(ctx context.Context, person domain.ID, subject domain.Ref) (domain.Actor, bool, error) {
	who, err := a.Actors(ctx, person)
	if domain.IsKind(err, domain.KindNotFound) || domain.IsKind(err, domain.KindUnauthenticated) {
		return who, false, nil
	}
	if err != nil {
		return who, false, err
	}
	ok, err := a.store.Readable(ctx, who, subject)
	return who, ok, err
}

// AddMentions puts the mentions into the details of a change and returns its
// recipients.
func AddMentions(details map[string]any, mentions []Mention) []domain.Recipient {
	var told []domain.Recipient
	var said []map[string]string
	for _, m := range mentions {
		said = append(said, map[string]string{"id": string(m.PersonID), "name": m.Name})
		told = append(told, domain.Recipient{Kind: string(Mentioned), PersonID: m.PersonID, Subject: m.Subject})
	}
	if len(said) > 0 {
		details["mentions"] = said
	}
	return told
}
