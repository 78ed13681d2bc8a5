package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// rules finds the domain's rules: conditions under which it refuses, checks
// that name faults, calls of an entity's own rules, and the bounds in them.
func (f *finder) rules(n ast.Node) {
	switch n := n.(type) {
	case *ast.IfStmt:
		f.guard(n.Cond, n.Body.List)
	case *ast.SwitchStmt:
		for _, s := range n.Body.List {
			if clause := s.(*ast.CaseClause); n.Tag == nil {
				for _, cond := range clause.List {
					f.guard(cond, clause.Body)
				}
			}
		}
	case *ast.ReturnStmt:
		f.refusal(n)
	case *ast.CallExpr:
		f.check(n)
	}
}

// guard breaks a condition under which statements refuse.
func (f *finder) guard(cond ast.Expr, body []ast.Stmt) {
	kind, what := f.refuses(body)
	if kind == Version {
		f.never(Version, cond, what)
		ast.Inspect(cond, func(n ast.Node) bool {
			if b, ok := n.(*ast.BinaryExpr); ok {
				f.once(b) // a comparison of versions within it is the same mutation
			}
			return true
		})
		f.guarded(body)
		return
	}
	if f.area() != "domain" {
		return
	}
	if kind == "" {
		f.entityRule(cond, body)
		return
	}
	f.never(kind, cond, what)
	f.bounds(kind, cond)
	f.guarded(body)
}

// guarded marks returns whose condition has the mutation.
func (f *finder) guarded(body []ast.Stmt) {
	for _, s := range body {
		if r, ok := s.(*ast.ReturnStmt); ok {
			f.once(r)
		}
	}
}

// refuses returns which kind of rule the statements themselves enforce, "" for
// none, and how: they return or gather an error of the domain.
func (f *finder) refuses(body []ast.Stmt) (Kind, string) {
	for _, s := range body {
		switch s.(type) {
		case *ast.ReturnStmt, *ast.AssignStmt, *ast.ExprStmt:
			if call := f.domainError(s); call != nil {
				return f.kindOf(call), f.text(call)
			}
		}
	}
	return "", ""
}

// domainError returns the call or literal in n that makes an error of the
// domain, or nil.
func (f *finder) domainError(n ast.Node) ast.Expr {
	var found ast.Expr
	ast.Inspect(n, func(n ast.Node) bool {
		if _, inner := n.(*ast.FuncLit); inner || found != nil {
			return false
		}
		switch e := n.(type) {
		case *ast.CallExpr:
			t := f.typeOf(e)
			if fn := f.callee(e); fn != nil && fn.Name() == "With" {
				return true // the call that it is made of says the kind
			}
			if t != nil && (f.is(t, "domain", "Error") || f.is(t, "domain", "FieldError")) {
				found = e
			}
		case *ast.CompositeLit:
			if t := f.typeOf(e); f.is(t, "domain", "FieldError") {
				found = e
			}
		}
		return found == nil
	})
	return found
}

func (f *finder) kindOf(e ast.Expr) Kind {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return Rule
	}
	fn := f.callee(call)
	if fn == nil {
		return Rule
	}
	switch fn.Name() {
	case "Stale":
		return Version
	case "NotFound":
		return Scope
	case "Unavailable", "Internal":
		return ""
	}
	return Rule
}

// entityRule breaks a condition that hands on what an entity's own rule said.
func (f *finder) entityRule(cond ast.Expr, body []ast.Stmt) {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || !f.pkg.TypesInfo.Types[b.Y].IsNil() || len(body) == 0 {
		return
	}
	id, ok := b.X.(*ast.Ident)
	if !ok {
		return
	}
	if call := f.assignedFrom(id); call != nil && f.isEntityRule(call) {
		f.never(Rule, cond, "rule not asked: "+f.text(call))
	}
}

// assignedFrom returns the call that the nearest assignment before a use of a
// variable takes its value from, where that is its only value.
func (f *finder) assignedFrom(id *ast.Ident) *ast.CallExpr {
	var last *ast.CallExpr
	ast.Inspect(f.fn, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || a.Pos() >= id.Pos() {
			return true
		}
		for i, left := range a.Lhs {
			if l, ok := left.(*ast.Ident); ok && l.Name == id.Name {
				last = nil
				if len(a.Lhs) == len(a.Rhs) {
					last, _ = a.Rhs[i].(*ast.CallExpr)
				}
			}
		}
		return true
	})
	return last
}

// isEntityRule reports whether a call asks a rule of the domain: a function or
// a method, of no interface and without a context, that returns an error only.
func (f *finder) isEntityRule(call *ast.CallExpr) bool {
	fn := f.callee(call)
	if fn == nil || fn.Pkg() == nil || fn.Name() == "Require" || fn.Name() == "Err" {
		return false
	}
	if p := fn.Pkg().Path(); p != f.module+"/domain" && len(p) <= len(f.module+"/domain/") || p[:len(f.module)] != f.module {
		return false
	}
	sig := fn.Signature()
	if sig.Results().Len() != 1 || sig.Results().At(0).Type().String() != "error" {
		return false
	}
	if sig.Recv() != nil && types.IsInterface(sig.Recv().Type()) {
		return false
	}
	for v := range sig.Params().Variables() {
		if v.Type().String() == "context.Context" {
			return false
		}
	}
	return true
}

// refusal breaks a return of an error that no condition of its own guards, as
// in a switch by value or at a function's end; and of a rule's answer.
func (f *finder) refusal(r *ast.ReturnStmt) {
	if f.area() != "domain" || f.fn == nil || len(r.Results) == 0 {
		return
	}
	last := r.Results[len(r.Results)-1]
	if f.fn.Type.Results == nil || f.inLiteral(r) {
		return
	}
	list := f.fn.Type.Results.List
	if f.typeOf(list[len(list)-1].Type).String() != "error" {
		return
	}
	call, ok := last.(*ast.CallExpr)
	if !ok || !f.once(r) {
		return
	}
	if e := f.domainError(last); e != nil {
		if kind := f.kindOf(e); kind != "" {
			f.wrap(kind, last, "mutant__.Zero[error](\x00, ", ")", "not refused: "+f.text(e))
		}
	} else if f.isEntityRule(call) {
		f.wrap(Rule, last, "mutant__.Zero[error](\x00, ", ")", "rule not asked: "+f.text(call))
	}
}

// inLiteral reports whether a statement stands in a function literal, whose
// results may be others.
func (f *finder) inLiteral(s ast.Stmt) bool {
	inside := false
	ast.Inspect(f.fn, func(n ast.Node) bool {
		if l, ok := n.(*ast.FuncLit); ok && l.Pos() <= s.Pos() && s.End() <= l.End() {
			inside = true
		}
		return !inside
	})
	return inside
}

// check breaks a check that gathers faults: its condition always holds, or the
// error that it hands on is none.
func (f *finder) check(call *ast.CallExpr) {
	fn := f.callee(call)
	if f.area() != "domain" || fn == nil || fn.Signature().Recv() == nil || !f.is(fn.Signature().Recv().Type(), "domain", "Check") {
		return
	}
	params := slices.Collect(fn.Signature().Params().Variables())
	for i, p := range params {
		switch p.Type().String() {
		case "bool":
			f.always(Rule, call.Args[i], "check of "+f.text(call.Args[min(i+1, len(call.Args)-1)]))
			f.bounds(Rule, call.Args[i])
		case "error":
			f.wrap(Rule, call.Args[i], "mutant__.Zero[error](\x00, ", ")", "fault not handed on: "+f.text(call.Args[i]))
		}
	}
}

// bounds moves each comparison in a condition by its boundary: < to <=, a day
// after to a day not before.
func (f *finder) bounds(kind Kind, cond ast.Expr) {
	moved := map[token.Token]string{token.LSS: "<=", token.LEQ: "<", token.GTR: ">=", token.GEQ: ">"}
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BinaryExpr:
			if to, ok := moved[n.Op]; ok && f.once2(n) {
				f.flip(kind, n, f.text(n.X)+" "+to+" "+f.text(n.Y))
			}
		case *ast.CallExpr:
			f.dayBound(kind, n)
		}
		return true
	})
}

// once2 is once for bounds, which share their stretch with a condition.
func (f *finder) once2(n ast.Node) bool {
	at := [2]int{-1 - f.offset(n.Pos()), f.offset(n.End())}
	if f.seen[at] {
		return false
	}
	f.seen[at] = true
	return true
}

func (f *finder) flip(kind Kind, n ast.Expr, to string) {
	f.wrap(kind, n, "mutant__.Flip(\x00, ", ", "+to+")", "bound moved: "+f.text(n)+" to "+to)
}

// dayBound moves a.Before(b) to !a.After(b), and the other way round.
func (f *finder) dayBound(kind Kind, call *ast.CallExpr) {
	s, ok := call.Fun.(*ast.SelectorExpr)
	other := map[string]string{"Before": "After", "After": "Before"}
	if !ok || len(call.Args) != 1 || other[s.Sel.Name] == "" {
		return
	}
	t := f.typeOf(s.X)
	if o, _, _ := types.LookupFieldOrMethod(t, true, f.pkg.Types, other[s.Sel.Name]); o == nil || !f.once2(call) {
		return
	}
	f.flip(kind, call, "!"+f.text(s.X)+"."+other[s.Sel.Name]+"("+f.text(call.Args[0])+")")
}
