// Package mutant is what a mutated copy of the module asks at run time: which
// of its mutations is switched on, and, in a tracing run, which of them could
// have made a difference. It is written into the copy only.
package mutant

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// active is the mutation that is switched on, 0 for none.
var active, _ = strconv.Atoi(os.Getenv("MUTANT"))

// tracing is the file that names each mutation reached, nil outside a tracing run.
var tracing = func() *os.File {
	name := os.Getenv("MUTANT_TRACE")
	if name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	return f
}()

var reached sync.Map

func note(n int) {
	if tracing == nil {
		return
	}
	if _, before := reached.LoadOrStore(n, true); !before {
		fmt.Fprintln(tracing, n)
	}
}

func noteUnlessZero(n int, v any) {
	if tracing != nil && !reflect.ValueOf(v).Elem().IsZero() {
		note(n)
	}
}

// On reports whether mutation n is switched on.
func On(n int) bool {
	note(n)
	return n == active
}

// Zero returns v, or the zero value where n is switched on. It is reached by a
// value that is not zero.
func Zero[T any](n int, v T) T {
	if n == active {
		var zero T
		return zero
	}
	noteUnlessZero(n, &v)
	return v
}

// Flip returns was, or now where n is switched on. It is reached where they differ.
func Flip[B ~bool](n int, was, now B) B {
	if n == active {
		return now
	}
	if was != now {
		note(n)
	}
	return was
}

var (
	versions  = regexp.MustCompile(`(?i)(?:\w+\.)?\bversion\s*=\s*\?`)
	withdrawn = regexp.MustCompile(`(?i)(?:\w+\.)?\bwithdrawn_at IS NULL`)
)

// AnyVersion returns an SQL text, or one that asks for no version.
func AnyVersion(n int, text string) string {
	if On(n) {
		return versions.ReplaceAllString(text, "? > -1000000")
	}
	return text
}

// Shown returns an SQL text, or one that shows what was taken away.
func Shown(n int, text string) string {
	if On(n) {
		return withdrawn.ReplaceAllString(text, "1 = 1")
	}
	return text
}

// Open returns a condition of SQL, or one with the same parameters that always holds.
func Open[S ~string](n int, condition S) S {
	if On(n) {
		return "(1 = 1 OR (" + condition + "))"
	}
	return condition
}

// Narrow returns a function that narrows a query, or one that returns its
// first argument of the result's type as it is.
func Narrow[F any](n int, narrow F) F {
	if !On(n) {
		return narrow
	}
	t := reflect.TypeOf(narrow)
	return reflect.MakeFunc(t, func(args []reflect.Value) []reflect.Value {
		for _, a := range args {
			if a.Type() == t.Out(0) {
				return []reflect.Value{a}
			}
		}
		panic("no argument to return")
	}).Interface().(F)
}

// Without returns a map of columns without the key whose mutation is switched
// on; keys[i] belongs to mutation first+i.
func Without[M ~map[string]any](first int, columns M, keys ...string) M {
	for i, key := range keys {
		if On(first + i) {
			delete(columns, key)
		}
	}
	return columns
}

// Drop returns a list without the item whose mutation is switched on; item i
// belongs to mutation first+i.
func Drop[T any](first int, list []T) []T {
	var out []T
	for i, item := range list {
		if !On(first + i) {
			out = append(out, item)
		}
	}
	return out
}

// Right returns a right that an operation asks for, or none where n is
// switched on. A tracing run carries n along, so that Refused can note it.
func Right[S ~string](n int, right S) S {
	switch {
	case n == active:
		return ""
	case tracing != nil && right != "":
		return right + S("\x00"+strconv.Itoa(n))
	}
	return right
}

// Plain returns the right without what Right added, and what it added.
func Plain[S ~string](right S) (S, int) {
	plain, n, _ := strings.Cut(string(right), "\x00")
	id, _ := strconv.Atoi(n)
	return S(plain), id
}

// Refused notes that the right that mutation n takes away was refused.
func Refused(n int) {
	if n != 0 {
		note(n)
	}
}
