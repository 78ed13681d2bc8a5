// Package arch holds the rules of the house (docs/architecture.md): which
// package may know which, that there is one way to write (docs/adr/0018), and
// how large packages and files may be. Each rule is a pure function; the tests
// feed it the module, and broken examples that it must object to.
package arch

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Graph is the imports of each package of the module, not transitive.
type Graph map[string][]string

// areas are the areas of each floor from left to right: one may import those
// before it.
func areas() []string {
	return []string{
		"text",
		"survival",
		"calendar",
		"org",
		"notice",
		"library",
		"pipeline",
		"recruit",
		"delivery",
		"intake",
		"reporting",
		"goals",
	}
}

// floors are the floors that are divided by areas, each with the part that lies
// below its areas.
func floors() map[string]string {
	return map[string]string{"sangu/domain": "sangu/domain", "sangu/repository": "sangu/repository/sqlkit", "sangu/api": "sangu/api/kit"}
}

// leaves are packages that know nothing of the product but its domain.
func leaves() []string {
	return []string{"ledger", "document", "ics", "messages", "photo", "credential"}
}

// Violations returns every broken rule as a sentence.
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
	case inside(pkg, "sangu/repository") && inside(dep, "sangu/internal"):
		return "the store knows the domain alone"
	case leaf(pkg) && inside(dep, "sangu") && !inside(dep, "sangu/domain") && !inside(dep, pkg):
		return "leaves know the domain alone"
	case writes(pkg) && inside(dep, "sangu/repository"):
		return "the importer, the jobs and the scenario reach stores only through services"
	}
	return ""
}

func leaf(pkg string) bool {
	for _, name := range leaves() {
		if inside(pkg, "sangu/internal/"+name) {
			return true
		}
	}
	return false
}

// writes reports whether a package writes through the services though it stands
// outside the API.
func writes(pkg string) bool {
	return inside(pkg, "sangu/internal/importer") || inside(pkg, "sangu/internal/jobs") || inside(pkg, "sangu/internal/scenario")
}

// direct says why a package may not import another itself.
func direct(pkg, dep string) string {
	for floor, below := range floors() {
		from, to := area(floor, pkg), area(floor, dep)
		if from >= 0 && to >= 0 && to > from {
			return "areas know those to their left alone"
		}
		if pkg == below && to >= 0 {
			return "what lies below the areas knows none of them"
		}
	}
	if pkg == "sangu" && inside(dep, "sangu") && dep != "sangu/internal/app" {
		return "main knows internal/app alone"
	}
	return ""
}

// area returns the place of a package among the areas of a floor, or -1.
func area(floor, pkg string) int {
	name, ok := strings.CutPrefix(pkg, floor+"/")
	if !ok {
		return -1
	}
	return slices.Index(areas(), name)
}

func inside(pkg, root string) bool { return pkg == root || strings.HasPrefix(pkg, root+"/") }

// reached returns all packages that pkg imports, directly or through packages of
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
