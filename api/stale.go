package api

import (
	"reflect"

	"sangu/domain/org"
)

// staleWires is the table of entities whose current state a stale write is
// told, with their wire forms.
func staleWires() map[string]func(any) any {
	return map[string]func(any) any{
		typeName(org.Unit{}):   func(e any) any { return unitFrom(e.(org.Unit)) },
		typeName(org.Person{}): func(e any) any { return personFrom(org.PersonView{Person: e.(org.Person)}) },
		typeName(org.Post{}):   func(e any) any { return postFrom(e.(org.Post)) },
	}
}

func typeName(v any) string { return reflect.TypeOf(v).String() }
