// Package arch holds the arrows of the house (docs/architecture.md): which
// package may know which. The rules are a pure function over the graph of
// imports; the test feeds them what go list says.
package arch

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Graph gives the imports of each package of the module, not transitive.
type Graph map[string][]string

// areas are the domain's areas from left to right: one may import those before it.
func areas() []string {
	return []string{"text", "survival", "calendar", "org", "notice", "pool", "pipeline", "recruit", "intake", "delivery", "goals"}
}

// Violations gives every broken rule as a sentence.
func Violations(g Graph) []string {
	var out []string
	for _, pkg := range sorted(g) {
		for _, dep := range reached(g, pkg) {
			if why := forbidden(pkg, dep); why != "" {
				out = append(out, fmt.Sprintf("%s reaches %s: %s", pkg, dep, why))
			}
		}
		for _, dep := range g[pkg] {
			if why := direct(pkg, dep); why != "" {
				out = append(out, fmt.Sprintf("%s imports %s: %s", pkg, dep, why))
			}
		}
		if slices.Contains([]string{"util", "utils", "common", "helper", "helpers", "manager", "misc"}, path.Base(pkg)) {
			out = append(out, pkg+" has a name that says nothing")
		}
	}
	return out
}

// forbidden says why a package may not reach another, even through others.
func forbidden(pkg, dep string) string {
	domain := pkg == "sangu/domain" || strings.HasPrefix(pkg, "sangu/domain/")
	switch {
	case domain && !inside(dep, "sangu/domain") && dep != "github.com/google/uuid" && strings.Contains(strings.Split(dep, "/")[0], "."):
		return "the domain knows the standard library and uuid alone"
	case domain && (dep == "net/http" || dep == "database/sql" || dep == "encoding/json"):
		return "the domain knows no transport and no store"
	case domain && inside(dep, "sangu") && !inside(dep, "sangu/domain"):
		return "arrows point down to the domain, never from it"
	case inside(pkg, "sangu/api") && (inside(dep, "sangu/repository") || inside(dep, "gorm.io") || dep == "sangu/internal/app"):
		return "the API knows no store"
	case inside(pkg, "sangu/repository") && (inside(dep, "sangu/api") || inside(dep, "github.com/gin-gonic") || dep == "sangu/internal/app"):
		return "the store knows no API"
	case pkg == "sangu/internal/messages" && inside(dep, "sangu"):
		return "the catalogue is a leaf"
	case pkg == "sangu/internal/ledger" && (inside(dep, "sangu/repository") || inside(dep, "sangu/api")):
		return "the reader of workbooks knows no store"
	}
	return ""
}

// direct says why a package may not import another itself.
func direct(pkg, dep string) string {
	from, to := area(pkg), area(dep)
	if from >= 0 && to >= 0 && to > from {
		return "areas know those to their left alone"
	}
	if pkg == "sangu/domain" && to >= 0 {
		return "the domain's root knows no area"
	}
	if pkg == "sangu" && inside(dep, "sangu") && dep != "sangu/internal/app" {
		return "main knows internal/app alone"
	}
	return ""
}

func area(pkg string) int {
	name, ok := strings.CutPrefix(pkg, "sangu/domain/")
	if !ok {
		return -1
	}
	return slices.Index(areas(), name)
}

func inside(pkg, root string) bool { return pkg == root || strings.HasPrefix(pkg, root+"/") }

// reached gives all packages that pkg imports, directly or through packages of
// the module.
func reached(g Graph, pkg string) []string {
	seen := map[string]bool{}
	var walk func(string)
	walk = func(p string) {
		for _, dep := range g[p] {
			if !seen[dep] {
				seen[dep] = true
				walk(dep)
			}
		}
	}
	walk(pkg)
	out := make([]string, 0, len(seen))
	for dep := range seen {
		out = append(out, dep)
	}
	slices.Sort(out)
	return out
}

func sorted(g Graph) []string {
	out := make([]string, 0, len(g))
	for pkg := range g {
		out = append(out, pkg)
	}
	slices.Sort(out)
	return out
}
