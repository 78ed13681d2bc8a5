package ledger

import (
	"regexp"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

// namedUnit is a unit that a cell names, with the part it has: lead, help, or
// "" where the cell says none.
type namedUnit struct{ name, part string }

var (
	unitGroups = regexp.MustCompile(`[;；\n]+`)
	partBefore = regexp.MustCompile(`^(牵头|主责|责任|主办|承办|配合|协助|协办|参与)(?:单位|部门)?:`)
	partBehind = regexp.MustCompile(`\((牵头|主责|责任|主办|承办|配合|协助|协办|参与)(?:单位|部门)?\)`)
	unitList   = regexp.MustCompile(`[、,，/和及\s]+`)
)

func partOf(word string) string {
	switch word {
	case "":
		return ""
	case "配合", "协助", "协办", "参与":
		return "help"
	}
	return "lead"
}

// unitsIn lists the units that a cell names: 牵头：甲；配合：乙、丙.
func unitsIn(text string) []namedUnit {
	var out []namedUnit
	for _, group := range unitGroups.Split(library.Halfwidth(text), -1) {
		part := ""
		if m := partBefore.FindStringSubmatch(strings.TrimSpace(group)); m != nil {
			part, group = partOf(m[1]), strings.TrimSpace(group)[len(m[0]):]
		}
		for _, name := range unitList.Split(group, -1) {
			own := part
			if m := partBefore.FindStringSubmatch(name); m != nil {
				own, name = partOf(m[1]), name[len(m[0]):]
			}
			if m := partBehind.FindStringSubmatch(name); m != nil {
				own, name = partOf(m[1]), strings.Replace(name, m[0], "", 1)
			}
			if name = strings.TrimSpace(name); !nothing(name) {
				out = append(out, namedUnit{name: name, part: own})
			}
		}
	}
	return out
}

// units reads which unit a cell names, and which help it.
func (r *reader) units(f Field, index, col int, text string) {
	for _, whole := range []string{text, joined(text), inBrackets.ReplaceAllString(library.Halfwidth(joined(text)), "")} {
		if partBehind.MatchString(library.Halfwidth(whole)) {
			continue
		}
		if id, ok := r.dir.Unit(strings.TrimSpace(whole)); ok {
			r.now.Units[f.Key] = id
			return
		}
	}
	all := unitsIn(text)
	lead, asked := -1, len(all) > 1
	for i, u := range all {
		if u.part == "lead" && lead < 0 {
			lead, asked = i, false
		}
	}
	if lead < 0 {
		lead = 0
	}
	for i, u := range all {
		id, ok := r.unit(u.name)
		switch {
		case i == lead && !ok:
			r.noUnit(f, index, col, u.name, Error)
			return
		case i == lead:
			r.now.Units[f.Key] = id
		case ok:
			r.now.Helping[f.Key] = append(r.now.Helping[f.Key], id)
		case u.part == "help":
			r.noUnit(f, index, col, u.name, Warning)
		}
	}
	switch {
	case len(all) == 0:
		r.noUnit(f, index, col, joined(text), Error)
	case asked:
		r.find(f.Key, index, col, Warning, "ledger.several_units", "text", all[lead].name)
	case len(r.now.Helping[f.Key]) > 0:
		r.told["ledger.helping_units"]++
	}
}

func (r *reader) unit(name string) (domain.ID, bool) {
	if id, ok := r.dir.Unit(name); ok {
		return id, ok
	}
	return r.dir.Unit(strings.TrimSpace(inBrackets.ReplaceAllString(name, "")))
}

// noUnit says that nobody knows a unit, and which is probably meant.
func (r *reader) noUnit(f Field, index, col int, name string, s Severity) {
	if near, ok := r.dir.(interface {
		Near(name string) (string, bool)
	}); ok {
		if better, ok := near.Near(name); ok {
			r.find(f.Key, index, col, s, "ledger.unit_near", "text", name, "suggest", better)
			return
		}
	}
	r.find(f.Key, index, col, s, "ledger.unit", "text", name)
}
