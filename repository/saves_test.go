package repository_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"sangu/repository"
)

// TestEverySaveOverAVersionIsRegistered fails where a store has a method that
// writes an entity with a version, and subjects does not name it.
func TestEverySaveOverAVersionIsRegistered(t *testing.T) {
	t.Parallel()
	registered := map[string]bool{}
	for _, sub := range subjects() {
		for _, name := range sub.saves {
			registered[name] = true
		}
	}
	found := 0
	for _, store := range allStores() {
		for m := range store.Methods() {
			if !strings.HasPrefix(m.Name, "Save") || m.Type.NumIn() < 3 || m.Type.In(2).Kind() != reflect.Struct {
				continue
			}
			if _, versioned := m.Type.In(2).FieldByName("Version"); !versioned {
				continue
			}
			found++
			if !registered[m.Name] && !slices.Contains(unguarded(), m.Name) {
				t.Errorf("%s.%s writes over a version, and subjects() does not name it", store, m.Name)
			}
		}
	}
	if found == 0 {
		t.Error("no store saves anything")
	}
}

// allStores are the types of the stores.
func allStores() []reflect.Type {
	return []reflect.Type{reflect.TypeFor[*repository.Units](), reflect.TypeFor[*repository.People](), reflect.TypeFor[*repository.Views](),
		reflect.TypeFor[*repository.Recruiting](), reflect.TypeFor[*repository.Imports](), reflect.TypeFor[*repository.Sessions](),
		reflect.TypeFor[*repository.Settings](), reflect.TypeFor[*repository.Preferences](), reflect.TypeFor[*repository.Notices](),
		reflect.TypeFor[*repository.Samples](), reflect.TypeFor[*repository.Audit](), reflect.TypeFor[*repository.Journal]()}
}
