package arch

import (
	"fmt"
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"
)

// stores are the methods of the store's types, by name and signature: what has
// only such methods is an interface of stores, whoever puts it together.
type stores map[string]bool

func storesOf(sources []*Source) stores {
	out := stores{}
	for _, s := range sources {
		if !inside(s.Types.Path(), "sangu/repository") {
			continue
		}
		for _, name := range s.Types.Scope().Names() {
			t, ok := s.Types.Scope().Lookup(name).(*types.TypeName)
			if !ok || !strings.HasSuffix(name, "Store") {
				continue
			}
			for method := range types.NewMethodSet(types.NewPointer(t.Type())).Methods() {
				out[key(method.Obj())] = true
			}
		}
	}
	return out
}

// key names a method with the types it takes and returns, by full paths.
func key(f types.Object) string {
	sig, ok := f.Type().(*types.Signature)
	if !ok {
		return f.Name()
	}
	var b strings.Builder
	b.WriteString(f.Name())
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		b.WriteString("|")
		for v := range tuple.Variables() {
			b.WriteString(types.TypeString(v.Type(), nil) + ",")
		}
	}
	return b.String()
}

// store reports whether a type is one of the store's, or an interface of an area
// of the domain that stores alone fulfil.
func (s stores) store(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	path := named.Obj().Pkg().Path()
	if inside(path, "sangu/repository") {
		return strings.HasSuffix(named.Obj().Name(), "Store")
	}
	face, ok := named.Underlying().(*types.Interface)
	if !ok || area("sangu/domain", path) < 0 || face.NumMethods() == 0 {
		return false
	}
	for m := range face.Methods() {
		if !s[key(m)] {
			return false
		}
	}
	return true
}

// WaysToWrite returns every way past the services as a sentence: a service that
// exports a store, a call of a store from outside the services, a service that a
// store calls, and a port of the importer or the scenario that writes.
func WaysToWrite(sources []*Source) []string {
	known := storesOf(sources)
	services := map[string]bool{}
	var out []string
	for _, s := range sources {
		if area("sangu/domain", s.Types.Path()) >= 0 {
			out = append(out, exported(s, known, services)...)
		}
	}
	for _, s := range sources {
		path := s.Types.Path()
		switch {
		case writes(path) || path == "sangu/internal/app":
			out = append(out, s.calls(func(recv types.Type) string {
				if known.store(recv) {
					return "calls a store: the services write"
				}
				return ""
			})...)
			out = append(out, ports(s)...)
		case inside(path, "sangu/repository"):
			out = append(out, s.calls(func(recv types.Type) string {
				if services[strings.TrimPrefix(recv.String(), "*")] {
					return "calls a service: stores call none"
				}
				return ""
			})...)
		}
	}
	slices.Sort(out)
	return out
}

// exported returns the fields of an area's structs that show a store, and notes
// which of them are services: those that have one.
func exported(s *Source, known stores, services map[string]bool) (out []string) {
	for _, name := range s.Types.Scope().Names() {
		t, ok := s.Types.Scope().Lookup(name).(*types.TypeName)
		if !ok || t.IsAlias() {
			continue
		}
		fields, ok := t.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range fields.Fields() {
			if !known.store(f.Type()) {
				continue
			}
			services[t.Type().String()] = true
			if f.Exported() {
				out = append(out, fmt.Sprintf("%s: %s.%s shows its store", s.place(f.Pos()), name, f.Name()))
			}
		}
	}
	return out
}

// calls returns the calls of methods to whose receivers object says something.
func (s *Source) calls(object func(recv types.Type) string) (out []string) {
	for _, file := range s.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			chosen := s.Info.Selections[sel]
			if chosen == nil || chosen.Kind() != types.MethodVal {
				return true
			}
			if why := object(chosen.Recv()); why != "" {
				out = append(out, fmt.Sprintf("%s: %s %s", s.place(sel.Pos()), sel.Sel.Name, why))
			}
			return true
		})
	}
	return out
}

// writing is how methods begin that write.
var writing = regexp.MustCompile(`^(Add|Save|Set|Put|Remove|Delete|Withdraw|Keep|Claim|Advance|Remember|End|Begin|Mark|Try)([A-Z]|$)`)

// ports returns the methods of a package's own interfaces that write; what they
// return tells too: a reader has more to say than an error.
func ports(s *Source) (out []string) {
	if s.Types.Path() == "sangu/internal/jobs" || s.Types.Path() == "sangu/internal/app" {
		return nil
	}
	for _, name := range s.Types.Scope().Names() {
		t, ok := s.Types.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		face, ok := t.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range face.ExplicitMethods() {
			if writing.MatchString(m.Name()) || m.Signature().Results().Len() < 2 {
				out = append(out, fmt.Sprintf("%s: %s.%s writes: a port of lookups reads", s.place(m.Pos()), name, m.Name()))
			}
		}
	}
	return out
}
