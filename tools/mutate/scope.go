package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// scopes finds what decides who sees or does what: functions that narrow
// queries to a reach, their clauses, tables of who holds rows, checks of rights.
func (f *finder) scopes(n ast.Node) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if n.Kind == token.STRING && f.area() == "repository" && strings.Contains(strings.ToLower(n.Value), "withdrawn_at is null") {
			f.wrap(Scope, n, "mutant__.Shown(\x00, ", ")", "shows what was taken away in "+n.Value)
		}
	case *ast.CallExpr:
		f.scopeCall(n)
	case *ast.IfStmt:
		if f.narrowing() && f.mentionsReach(n.Cond) {
			f.never(Scope, n.Cond, "clause of scope")
		}
	case *ast.CompositeLit:
		f.holding(n)
	case *ast.AssignStmt:
		f.granted(n)
	case *ast.FuncDecl:
		f.require(n)
	}
}

// isReach reports whether t is an actor or how far one reaches.
func (f *finder) isReach(t types.Type) bool {
	return t != nil && (f.is(t, "domain", "Reach") || f.is(t, "domain", "Actor"))
}

// narrows reports whether a function narrows a query that it is given.
func (f *finder) narrows(sig *types.Signature) bool {
	if sig.Results().Len() != 1 || !isQuery(sig.Results().At(0).Type()) {
		return false
	}
	query, reach := false, false
	for v := range sig.Params().Variables() {
		query = query || isQuery(v.Type())
		reach = reach || f.isReach(v.Type())
	}
	return query && reach
}

// narrowing reports whether the function at hand makes a query by a reach, so
// that each of its clauses is one of scope.
func (f *finder) narrowing() bool {
	if f.fn == nil || f.fn.Body == nil {
		return false
	}
	sig, _ := f.pkg.TypesInfo.Defs[f.fn.Name].Type().(*types.Signature)
	if sig == nil || sig.Results().Len() == 0 || !isQuery(sig.Results().At(0).Type()) {
		return false
	}
	reach := f.narrows(sig)
	ast.Inspect(f.fn.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		reach = reach || ok && f.is(f.typeOf(id), "domain", "Reach")
		return !reach
	})
	return reach
}

func (f *finder) mentionsReach(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && f.isReach(f.typeOf(e)) {
			found = true
		}
		return !found
	})
	return found
}

func (f *finder) scopeCall(call *ast.CallExpr) {
	fn := f.callee(call)
	if fn == nil {
		return
	}
	sig := fn.Signature()
	switch {
	case fn.Name() == "Require" && sig.Recv() != nil && f.is(sig.Recv().Type(), "domain", "Actor"):
		f.wrap(Scope, call, "mutant__.Zero[error](\x00, ", ")", "right not asked for: "+f.text(call))
	case f.narrows(sig):
		f.wrap(Scope, call.Fun, "mutant__.Narrow(\x00, ", ")", "not narrowed by "+f.text(call.Fun))
	case fn.Name() == "Where" && sig.Recv() != nil && isQuery(sig.Recv().Type()) && len(call.Args) > 0:
		basic, _ := f.typeOf(call.Args[0]).Underlying().(*types.Basic)
		if basic == nil || basic.Info()&types.IsString == 0 {
			return
		}
		reach := f.narrowing() || strings.HasPrefix(f.text(call.Args[0]), `"("+strings.Join(`)
		for _, arg := range call.Args {
			reach = reach || f.mentionsReach(arg)
		}
		if reach {
			f.wrap(Scope, call.Args[0], "mutant__.Open(\x00, ", ")", "clause of scope left out: "+f.text(call.Args[0]))
		}
	case f.area() == "api":
		for i, arg := range call.Args {
			value := f.pkg.TypesInfo.Types[arg].Value
			if i == 0 || i >= sig.Params().Len() || !f.is(sig.Params().At(i).Type(), "domain", "Right") {
				continue
			}
			if value != nil && value.ExactString() != `""` {
				first, _ := strconv.Unquote(f.text(call.Args[0]))
				f.wrap(Scope, arg, "mutant__.Right(\x00, ", ")", fn.Name()+" "+first+" without "+f.text(arg))
			}
		}
	case sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Typ[types.Bool]) && f.asksReach(sig):
		f.always(Scope, call, "reach not asked for")
	}
}

// asksReach reports whether a function is given a reach, or is a reach's own.
func (f *finder) asksReach(sig *types.Signature) bool {
	if sig.Recv() != nil && f.is(sig.Recv().Type(), "domain", "Reach") {
		return false // what a reach says of itself is no question about rows
	}
	for v := range sig.Params().Variables() {
		if f.is(v.Type(), "domain", "Reach") {
			return true
		}
	}
	return false
}

// holding finds the tables that say which columns hold a row: literals of a
// type with a right in it. Each column and each condition is left out.
func (f *finder) holding(lit *ast.CompositeLit) {
	s, ok := f.typeOf(lit).Underlying().(*types.Struct)
	if !ok || f.area() != "repository" {
		return
	}
	rights := false
	for v := range s.Fields() {
		rights = rights || f.is(v.Type(), "domain", "Right")
	}
	if !rights {
		return
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		list, ok := e.(*ast.CompositeLit)
		basic, isText := f.typeOf(e).(*types.Basic)
		if isText && basic.Kind() == types.String && strings.ContainsAny(f.text(e), "?") || f.isVariable(e) {
			f.wrap(Scope, e, "mutant__.Zero(\x00, ", ")", "way of holding rows left out: "+f.text(e))
		}
		if !ok {
			continue
		}
		var sites []*Site
		for _, column := range list.Elts {
			sites = append(sites, f.site(Scope, column, "column of holders left out: "+f.text(column)+" in "+f.text(lit.Elts[0])))
		}
		if len(sites) > 0 {
			f.change(list.Pos(), list.End(), "mutant__.Drop(\x00, ", ")", sites...)
		}
	}
}

func (f *finder) isVariable(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	_, ok = f.pkg.TypesInfo.Uses[id].(*types.Var)
	return ok
}

// granted finds what widens a reach: assignments to its fields.
func (f *finder) granted(a *ast.AssignStmt) {
	if len(a.Lhs) != 1 || len(a.Rhs) != 1 || a.Tok != token.ASSIGN {
		return
	}
	if s, ok := a.Lhs[0].(*ast.SelectorExpr); ok && f.is(f.typeOf(s.X), "domain", "Reach") {
		f.wrap(Scope, a.Rhs[0], "mutant__.Zero(\x00, ", ")", "reach without "+f.text(a))
	}
}

// require lets a tracing run note which operation's right was refused.
func (f *finder) require(fn *ast.FuncDecl) {
	if fn.Name.Name != "Require" && fn.Name.Name != "May" || fn.Recv == nil || fn.Body == nil || len(fn.Type.Params.List) != 1 {
		return
	}
	if len(fn.Recv.List[0].Names) == 0 || len(fn.Type.Params.List[0].Names) != 1 || !f.is(f.typeOf(fn.Recv.List[0].Type), "domain", "Actor") {
		return
	}
	actor, right := fn.Recv.List[0].Names[0].Name, fn.Type.Params.List[0].Names[0].Name
	enter := right + ", _ = mutant__.Plain(" + right + ");"
	if fn.Name.Name == "Require" {
		enter = "var operation__ int; " + right + ", operation__ = mutant__.Plain(" + right + "); " +
			"if !" + actor + ".May(" + right + ") { mutant__.Refused(operation__) };"
	}
	f.change(fn.Body.Lbrace+1, fn.Body.Lbrace+1, enter, "")
}
