package kit

import (
	"sangu/domain"
	"sangu/internal/messages"
)

// Say returns the word for a value of an enumeration in the actor's language, or
// the value itself where the catalogue has no word for it.
func Say(texts *messages.Catalogue, actor domain.Actor, name, value string) string {
	code := name + "." + value
	if value == "" || !texts.Has(actor.Lang, code) {
		return value
	}
	return texts.Text(actor.Lang, code, nil)
}
