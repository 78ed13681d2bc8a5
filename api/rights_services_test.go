package api_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sangu/domain"
	"sangu/internal/apptest"
)

const serviceRightsFile = "testdata/service_rights.txt"

// Every method of a service that is given an actor asks for the right that
// testdata/service_rights.txt says, whoever calls it: the API asks before it, and
// importer, jobs and scenario have no line that would. A method with "-" asks for
// none by itself: it reads within the actor's scope, or writes what is the
// actor's own, or the method that it calls asks. A new method shows as a line
// that is missing.
func TestEveryServiceAsksForItsRightWhoeverCallsIt(t *testing.T) {
	t.Parallel()
	if *updateRights {
		got := servicesAsk(apptest.New(t, "sqlite"))
		var b strings.Builder
		for _, name := range slices.Sorted(maps.Keys(got)) {
			fmt.Fprintf(&b, "%s: %s\n", name, got[name])
		}
		if err := os.WriteFile(serviceRightsFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := readTable(t, serviceRightsFile)
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		got := servicesAsk(p)
		for name, right := range got {
			if right != want[name] {
				t.Errorf("%s asks for %q, want %q", name, right, want[name])
			}
		}
		for name := range want {
			if _, ok := got[name]; !ok {
				t.Errorf("%s is in the table and in no service", name)
			}
		}
	})
}

// servicesAsk calls every method of the product's services for somebody without
// a right and returns the right that each names when it refuses.
func servicesAsk(p *apptest.Product) map[string]string {
	out := map[string]string{}
	services := reflect.ValueOf(p.Services)
	for i := range services.NumField() {
		askAll(services.Field(i), out)
	}
	askAll(reflect.ValueOf(p.Services.Importer.Imports), out)
	return out
}

func askAll(service reflect.Value, out map[string]string) {
	for i := range service.NumMethod() {
		method := service.Type().Method(i)
		if takesActor(method.Type) {
			name := strings.TrimPrefix(service.Type().String(), "*") + "." + method.Name
			out[name] = asked(service.Method(i))
		}
	}
}

func takesActor(method reflect.Type) bool {
	for i := range method.NumIn() {
		if method.In(i) == reflect.TypeFor[domain.Actor]() {
			return true
		}
	}
	return false
}

// asked returns the right that a method misses in an actor without any, or "-".
func asked(method reflect.Value) (right string) {
	right = "-"
	defer func() {
		// What goes on with made-up arguments may come to any end.
		_ = recover()
	}()
	var args []reflect.Value
	for i := range method.Type().NumIn() {
		args = append(args, made(method.Type().In(i)))
	}
	results := method.Call(args)
	err, _ := results[len(results)-1].Interface().(error)
	var refused *domain.Error
	if errors.As(err, &refused) && refused.Code == "actor.right_missing" {
		return fmt.Sprint(refused.Params["right"])
	}
	return right
}

// made returns an argument: somebody without rights, the version 1, functions
// that do nothing, texts that are not empty.
func made(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch {
	case t == reflect.TypeFor[context.Context]():
		v.Set(reflect.ValueOf(context.Background()))
	case t == reflect.TypeFor[domain.Actor]():
		v.Set(reflect.ValueOf(domain.Actor{PersonID: anyID, Name: "无权", Lang: "zh-CN"}))
	case t == reflect.TypeFor[domain.ID]():
		v.SetString(anyID)
	case t.Kind() == reflect.Func:
		v.Set(reflect.MakeFunc(t, func([]reflect.Value) (out []reflect.Value) {
			for i := range t.NumOut() {
				out = append(out, reflect.Zero(t.Out(i)))
			}
			return out
		}))
	case t.Kind() == reflect.String:
		v.SetString("x")
	case t.Kind() == reflect.Int:
		v.SetInt(1)
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if v.Field(i).CanSet() && t.Field(i).Type.Kind() == reflect.String {
				v.Field(i).SetString("x")
			}
		}
	}
	return v
}
