package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"
)

var versionClause = regexp.MustCompile(`(?i)(?:\w+\.)?\bversion\s*=\s*\?`)

// versions finds version guards: clauses of SQL, comparisons of versions, and
// conditions under which a write is stale.
func (f *finder) versions(n ast.Node) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if n.Kind == token.STRING && isVersionGuard(n.Value) {
			f.wrap(Version, n, "mutant__.AnyVersion(\x00, ", ")", "no version asked for in "+n.Value)
		}
	case *ast.BinaryExpr:
		f.comparison(n)
	}
}

// isVersionGuard reports whether an SQL text asks for a version, other than by
// setting one.
func isVersionGuard(text string) bool {
	at := versionClause.FindStringIndex(text)
	if at == nil {
		return false
	}
	before := strings.ToUpper(text[:at[0]])
	return !strings.Contains(before, "SET ") || strings.LastIndex(before, "WHERE ") > strings.LastIndex(before, "SET ")
}

func (f *finder) comparison(b *ast.BinaryExpr) {
	isVersion := func(e ast.Expr) bool {
		var name string
		switch e := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			name = e.Sel.Name
		case *ast.Ident:
			name = e.Name
		}
		basic, _ := f.typeOf(e).Underlying().(*types.Basic)
		return basic != nil && basic.Info()&types.IsInteger != 0 && strings.HasSuffix(strings.ToLower(name), "version")
	}
	constant := func(e ast.Expr) bool { return f.pkg.TypesInfo.Types[e].Value != nil }
	affected := func(e ast.Expr) bool { s, ok := e.(*ast.SelectorExpr); return ok && s.Sel.Name == "RowsAffected" }
	guards := (isVersion(b.X) || isVersion(b.Y)) && !constant(b.X) && !constant(b.Y) || affected(b.X)
	switch {
	case guards && b.Op == token.NEQ:
		f.never(Version, b, "version not compared")
	case guards && b.Op == token.EQL && affected(b.X):
		f.never(Version, b, "no row changed goes unnoticed")
	case guards && b.Op == token.EQL:
		f.always(Version, b, "version not compared")
	}
}
