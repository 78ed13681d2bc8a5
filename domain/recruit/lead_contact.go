package recruit

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/text"
)

// contact returns the person whom the lead names as a contact of client; ok is
// false where the lead names nobody. A phone that is none is kept as a note.
func (f LeadFacts) contact(client domain.ID) (k library.Contact, ok bool) {
	k = library.Contact{ClientID: client, Name: strings.TrimSpace(f.ContactName), WorkPhone: org.NormalPhone(f.ContactPhone)}
	if k.WorkPhone != "" && !org.PhoneValid(k.WorkPhone) {
		k.Note, k.WorkPhone = f.ContactPhone, ""
	}
	return k, k.Name != ""
}

// sameContact reports whether two contacts are one person: their names have one
// normal form, and their phones too, or one of them has no phone.
func sameContact(a, b library.Contact) bool {
	phoneA, phoneB := org.NormalPhone(a.WorkPhone), org.NormalPhone(b.WorkPhone)
	return personKey(a.Name) == personKey(b.Name) && (phoneA == phoneB || phoneA == "" || phoneB == "")
}

// personKey returns the normal form of a person's name: cleaned, without blanks
// and in lower case.
func personKey(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(text.Compose(text.Scrub(name))), ""))
}

// carryContact makes the lead's contact one of the client, unless the client has
// that person. The contact of a lead stays with the lead alone where the actor may
// not change the client: a conversion gives nobody a right to another's client.
func (s *Leads) carryContact(ctx context.Context, actor domain.Actor, l Lead, client domain.ID) error {
	k, ok := l.contact(client)
	if !ok {
		return nil
	}
	c, err := s.Clients.Get(ctx, actor, client)
	if domain.IsKind(err, domain.KindNotFound) {
		return nil
	}
	if err != nil || slices.ContainsFunc(c.Contacts, func(there library.Contact) bool { return sameContact(there, k) }) {
		return err
	}
	_, err = s.Clients.AddContactWithin(ctx, actor, k)
	if domain.IsKind(err, domain.KindForbidden) {
		return nil
	}
	return err
}
