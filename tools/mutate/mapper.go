package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// mappers finds the fields that mappers carry from one shape to another: of
// literals, of columns to be written, and of assignments.
func (f *finder) mappers(n ast.Node) {
	area := f.area()
	if f.fn == nil || area == "domain" {
		return
	}
	switch n := n.(type) {
	case *ast.CompositeLit:
		if f.isColumns(f.typeOf(n)) && area == "repository" {
			f.columns(n)
		} else if f.mapped(f.typeOf(n), area) {
			f.fields(n)
		}
	case *ast.AssignStmt:
		f.assigned(n, area)
	}
}

// mapped reports whether a type is one that mappers of the area make: an
// entity, a row with a table, or a shape of the wire.
func (f *finder) mapped(t types.Type, area string) bool {
	n := named(t)
	if n == nil {
		return false
	}
	s, ok := n.Underlying().(*types.Struct)
	if !ok || s.NumFields() == 0 {
		return false
	}
	if f.within(t, "domain") {
		return !f.is(t, "domain", "Error") && !f.is(t, "domain", "FieldError") && !f.is(t, "domain", "Page") && !f.is(t, "domain", "Actor")
	}
	if !f.within(t, area) {
		return false
	}
	switch area {
	case "repository":
		return strings.HasSuffix(n.Obj().Name(), "Row") || hasMethod(n, "TableName")
	case "api", "internal/importer":
		return strings.Contains(s.Tag(0)+s.Tag(s.NumFields()-1), "json:")
	}
	return false
}

func hasMethod(n *types.Named, name string) bool {
	for m := range n.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// isColumns reports whether t is a map from texts to anything.
func (f *finder) isColumns(t types.Type) bool {
	m, ok := types.Unalias(t).(*types.Map)
	if !ok {
		return false
	}
	key, ok := m.Key().(*types.Basic)
	value, isInterface := m.Elem().Underlying().(*types.Interface)
	return ok && key.Kind() == types.String && isInterface && value.Empty()
}

// columns leaves out each entry of a map of columns.
func (f *finder) columns(lit *ast.CompositeLit) {
	var sites []*Site
	keys := ""
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok || f.pkg.TypesInfo.Types[kv.Key].Value == nil {
			return
		}
		sites = append(sites, f.site(Mapper, kv, "column left out: "+f.text(kv)))
		keys += ", " + f.text(kv.Key)
	}
	if len(sites) > 0 {
		f.change(lit.Pos(), lit.End(), "mutant__.Without(\x00, ", keys+")", sites...)
	}
}

// fields makes each field of a literal zero.
func (f *finder) fields(lit *ast.CompositeLit) {
	s := f.typeOf(lit).Underlying().(*types.Struct)
	for i, e := range lit.Elts {
		name := ""
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			name, e = f.text(kv.Key), kv.Value
		} else if i < s.NumFields() {
			name = s.Field(i).Name()
		}
		if inner, ok := e.(*ast.CompositeLit); ok && f.mapped(f.typeOf(inner), f.area()) {
			continue // its own fields have their mutations
		}
		f.zero(e, named(f.typeOf(lit)).Obj().Name()+"."+name+" not carried over: "+f.text(e))
	}
}

// zero adds a mutation that makes an expression zero, where that is a change.
func (f *finder) zero(e ast.Expr, what string) {
	tv := f.pkg.TypesInfo.Types[e]
	if tv.Value == nil {
		if !tv.IsNil() {
			f.wrap(Mapper, e, "mutant__.Zero(\x00, ", ")", what)
		}
		return
	}
	// A constant takes its type from its place, which has to be named.
	if zero := tv.Value.ExactString(); zero == `""` || zero == "0" || zero == "false" {
		return
	}
	if basic, ok := types.Unalias(tv.Type).(*types.Basic); ok {
		f.wrap(Mapper, e, "mutant__.Zero["+types.Default(basic).String()+"](\x00, ", ")", what)
	} else if _, literal := e.(*ast.BasicLit); !literal {
		f.wrap(Mapper, e, "mutant__.Zero(\x00, ", ")", what)
	}
}

// assigned finds fields and columns that a mapper sets by statements.
func (f *finder) assigned(a *ast.AssignStmt, area string) {
	if a.Tok != token.ASSIGN || len(a.Lhs) != len(a.Rhs) {
		return
	}
	for i, left := range a.Lhs {
		switch left := left.(type) {
		case *ast.SelectorExpr:
			if f.mapped(f.typeOf(left.X), area) {
				f.zero(a.Rhs[i], f.text(left)+" not set: "+f.text(a.Rhs[i]))
			}
		case *ast.IndexExpr:
			if area == "repository" && len(a.Lhs) == 1 && f.isColumns(f.typeOf(left.X)) {
				f.wrap(Mapper, a, "if !mutant__.On(\x00) { ", " }", "column left out: "+f.text(a))
			}
		}
	}
}
