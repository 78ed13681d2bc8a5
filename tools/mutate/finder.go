package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// finder looks for what can be broken in one file.
type finder struct {
	module string
	pkg    *packages.Package
	name   string // of the file, relative to the module
	source []byte
	reason map[int]string // why a line's mutations change nothing
	fn     *ast.FuncDecl
	seen   map[[2]int]bool // conditions that have a mutation already
	out    []*change
}

var equivalent = regexp.MustCompile(`// mutate: equivalent, because (.+)$`)

// find returns the changes of all packages.
func find(root, module string, pkgs []*packages.Package) ([]*change, error) {
	var out []*change
	for _, p := range pkgs {
		for _, file := range p.Syntax {
			f, err := newFinder(root, module, p, file)
			if err != nil {
				return nil, err
			}
			for _, d := range file.Decls {
				f.declaration(d)
			}
			out = append(out, f.out...)
		}
	}
	return out, nil
}

func newFinder(root, module string, p *packages.Package, file *ast.File) (*finder, error) {
	full := p.Fset.File(file.Pos()).Name()
	source, err := os.ReadFile(full)
	if err != nil {
		return nil, err
	}
	name, err := filepath.Rel(root, full)
	f := &finder{module: module, pkg: p, name: name, source: source, reason: map[int]string{}, seen: map[[2]int]bool{}}
	for i, line := range strings.Split(string(source), "\n") {
		if m := equivalent.FindStringSubmatch(line); m != nil {
			f.reason[i+1] = m[1]
		}
	}
	return f, err
}

func (f *finder) declaration(d ast.Decl) {
	if g, ok := d.(*ast.GenDecl); ok && g.Tok != token.VAR {
		return
	}
	f.fn, _ = d.(*ast.FuncDecl)
	ast.Inspect(d, func(n ast.Node) bool {
		if g, ok := n.(*ast.GenDecl); ok && g.Tok == token.CONST {
			return false // the language wants constants there
		}
		if n != nil {
			f.versions(n)
			f.scopes(n)
			f.mappers(n)
			f.rules(n)
		}
		return true
	})
}

// area is the first folder of the file, as "domain" or "repository".
func (f *finder) area() string {
	path := strings.TrimPrefix(strings.TrimPrefix(f.pkg.PkgPath, f.module), "/")
	first, rest, _ := strings.Cut(path, "/")
	if first == "internal" {
		second, _, _ := strings.Cut(rest, "/")
		return first + "/" + second
	}
	return first
}

func (f *finder) offset(p token.Pos) int { return f.pkg.Fset.Position(p).Offset }

func (f *finder) text(n ast.Node) string {
	return string(f.source[f.offset(n.Pos()):f.offset(n.End())])
}

// wrap adds a change around a node, of one site.
func (f *finder) wrap(kind Kind, n ast.Node, open, end, what string) {
	f.change(n.Pos(), n.End(), open, end, f.site(kind, n, what))
}

func (f *finder) change(from, to token.Pos, open, end string, sites ...*Site) {
	f.out = append(f.out, &change{file: f.name, start: f.offset(from), end: f.offset(to), open: open, close: end, sites: sites})
}

func (f *finder) site(kind Kind, n ast.Node, what string) *Site {
	line := f.pkg.Fset.Position(n.Pos()).Line
	s := &Site{Kind: kind, Pkg: f.pkg.PkgPath, File: f.name, Line: line, What: strings.Join(strings.Fields(what), " "), Equivalent: f.reason[line]}
	if f.fn != nil {
		s.Func = f.fn.Name.Name
	}
	return s
}

// once reports whether nothing was done yet with this node's stretch.
func (f *finder) once(n ast.Node) bool {
	at := [2]int{f.offset(n.Pos()), f.offset(n.End())}
	if f.seen[at] {
		return false
	}
	f.seen[at] = true
	return true
}

func (f *finder) typeOf(e ast.Expr) types.Type { return f.pkg.TypesInfo.TypeOf(e) }

// named returns the defined type under pointers, or nil.
func named(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, _ := types.Unalias(t).(*types.Named)
	return n
}

// is reports whether t is the type of that name in the module's package whose
// path below the module is path; a pointer to it also is.
func (f *finder) is(t types.Type, path, name string) bool {
	if t == nil {
		return false
	}
	n := named(t)
	return n != nil && n.Obj().Pkg() != nil && n.Obj().Name() == name && n.Obj().Pkg().Path() == f.module+"/"+path
}

// within reports whether the type is declared in the module below a folder.
func (f *finder) within(t types.Type, folder string) bool {
	n := named(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	path := n.Obj().Pkg().Path()
	return path == f.module+"/"+folder || strings.HasPrefix(path, f.module+"/"+folder+"/")
}

// isQuery reports whether t is gorm's query.
func isQuery(t types.Type) bool {
	n := named(t)
	return n != nil && n.Obj().Name() == "DB" && n.Obj().Pkg() != nil && strings.HasSuffix(n.Obj().Pkg().Path(), "gorm")
}

// callee returns the function that a call names, or nil for values of functions.
func (f *finder) callee(call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	if i, ok := fun.(*ast.IndexExpr); ok {
		fun = i.X
	}
	switch fun := fun.(type) {
	case *ast.Ident:
		fn, _ := f.pkg.TypesInfo.Uses[fun].(*types.Func)
		return fn
	case *ast.SelectorExpr:
		fn, _ := f.pkg.TypesInfo.Uses[fun.Sel].(*types.Func)
		return fn
	}
	return nil
}

// operands splits a condition at a logical operator.
func operands(e ast.Expr, op token.Token) []ast.Expr {
	if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && b.Op == op {
		return slices.Concat(operands(b.X, op), operands(b.Y, op))
	}
	return []ast.Expr{e}
}

// never adds a mutation of each alternative of a condition: it never holds.
func (f *finder) never(kind Kind, cond ast.Expr, what string) {
	for _, e := range operands(cond, token.LOR) {
		if f.once(e) {
			f.wrap(kind, e, "((", ") && !mutant__.On(\x00))", what+": never "+f.text(e))
		}
	}
}

// always adds a mutation of each part of a condition: it always holds.
func (f *finder) always(kind Kind, cond ast.Expr, what string) {
	for _, e := range operands(cond, token.LAND) {
		if f.once(e) {
			f.wrap(kind, e, "((", ") || mutant__.On(\x00))", what+": always "+f.text(e))
		}
	}
}
