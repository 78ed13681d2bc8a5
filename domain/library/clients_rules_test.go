package library_test

import (
	"errors"
	"slices"
	"testing"

	"sangu/domain/library"
	"sangu/domain/org"
)

func TestClientsAreWrittenByThoseWhoMayAndByTheRules(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	_, _, clients, _, reaches := county()
	writer, reader := everywhere(org.ClientWrite), everywhere(org.ClientRead)
	facts := library.ClientFacts{OrganizationFacts: library.OrganizationFacts{Name: "百龙公司"}}
	refuses(t, []refusal{
		{"adding needs the right", func() error { return only(clients.Add(ctx, reader, "", facts)) }, forbidden(org.ClientWrite)},
		{"adding keeps to the rules", func() error { return only(clients.Add(ctx, writer, "", library.ClientFacts{})) },
			[]string{"name input.required"}},
		{"adding is done", func() error { return only(clients.Add(ctx, writer, "", facts)) }, nil},
		{"revising needs the right", func() error { return only(clients.Revise(ctx, reader, "c", 3, facts)) }, forbidden(org.ClientWrite)},
		{"revising keeps to the rules", func() error { return only(clients.Revise(ctx, writer, "c", 3, library.ClientFacts{})) },
			[]string{"name input.required"}},
		{"revising asks for the version read", func() error { return only(clients.Revise(ctx, writer, "c", 2, facts)) },
			[]string{"stale record.stale"}},
		{"revising is done", func() error { return only(clients.Revise(ctx, writer, "c", 3, facts)) }, nil},
	})
	reaches[org.ClientWrite] = false
	refuses(t, []refusal{{"a client that is seen and out of reach is not written",
		func() error { return only(clients.Revise(ctx, writer, "c", 4, facts)) }, []string{"forbidden actor.out_of_reach"}}})
}

func TestContactsAreWrittenByTheRules(t *testing.T) {
	t.Parallel()
	ctx, writer := t.Context(), everywhere(org.ClientWrite)
	_, _, clients, _, _ := county()
	add := func(k library.Contact) func() error {
		k.ClientID = "c"
		return func() error { return only(clients.AddContact(ctx, writer, k)) }
	}
	revise := func(version int, k library.Contact) func() error {
		k.ID = "k"
		return func() error { return only(clients.ReviseContact(ctx, writer, version, k)) }
	}
	refuses(t, []refusal{
		{"a new contact has a name", add(library.Contact{}), []string{"name input.required"}},
		{"a new contact's phone is one", add(library.Contact{Name: "李总", WorkPhone: "12"}), []string{"work_phone input.phone"}},
		{"a new contact needs no phone", add(library.Contact{Name: "李总"}), nil},
		{"a new contact has a phone", add(library.Contact{Name: "李总", WorkPhone: "138 0000 0002"}), nil},
		{"a contact's version is the one read", revise(2, library.Contact{Name: "李总"}), []string{"stale record.stale"}},
		{"a contact keeps a name", revise(3, library.Contact{}), []string{"name input.required"}},
		{"a contact's phone stays one", revise(3, library.Contact{Name: "李总", WorkPhone: "12"}), []string{"work_phone input.phone"}},
		{"a contact is revised", revise(3, library.Contact{Name: "李董"}), nil},
	})
}

func TestThePhoneOfAContactIsRevealedToThoseWhoSeeTheClient(t *testing.T) {
	t.Parallel()
	m, _, clients, _, _ := county()
	if phone, err := clients.Phone(t.Context(), everywhere(org.ClientRead), "k"); err != nil || phone != "13800000001" {
		t.Errorf("seen: %q, %v", phone, err)
	}
	m.hidden["c"] = true
	_, err := clients.Phone(t.Context(), everywhere(org.ClientRead), "k")
	if got := faults(err); !slices.Equal(got, []string{"not_found contact.not_found"}) {
		t.Errorf("unseen: %q", got)
	}
	m.broken = errBroken
	if _, err := clients.Phone(t.Context(), everywhere(org.ClientRead), "k"); !errors.Is(err, errBroken) {
		t.Errorf("broken: %v", err)
	}
}
