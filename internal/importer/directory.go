package importer

import (
	"context"
	"maps"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// directory is the units and the people by name; a name that two share names
// neither.
type directory struct {
	ids    map[string]domain.ID
	names  map[domain.ID]string
	people map[string]domain.ID
}

// same reports whether two directories name the same units and people.
func (d directory) same(o directory) bool {
	return maps.Equal(d.ids, o.ids) && maps.Equal(d.people, o.people)
}

// Person implements ledger.Directory.
func (d directory) Person(name string) bool {
	_, ok := d.people[name]
	return ok
}

// Unit implements ledger.Directory.
func (d directory) Unit(name string) (domain.ID, bool) {
	for _, key := range []string{library.NameKey(name), "县" + library.NameKey(name)} {
		if id, ok := d.ids[key]; ok {
			return id, id != ""
		}
	}
	return "", false
}

// Near returns the name of the one unit whose name holds the characters of the
// given one in their order: 工信局 is 县科工信局.
func (d directory) Near(name string) (string, bool) {
	said := []rune(library.NameKey(name))
	if len(said) < 2 {
		return "", false
	}
	found := ""
	for id, full := range d.names {
		if !holds(library.NameKey(full), said) {
			continue
		}
		if found != "" || d.ids[library.NameKey(full)] != id {
			return "", false
		}
		found = full
	}
	return found, found != ""
}

func holds(name string, said []rune) bool {
	n := 0
	for _, r := range name {
		if n < len(said) && said[n] == r {
			n++
		}
	}
	return n == len(said)
}

func (im *Importer) directory(ctx context.Context) (directory, error) {
	people, err := im.lookups.PeopleByName(ctx)
	if err != nil {
		return directory{}, err
	}
	all, err := im.Units.All(ctx)
	d := directory{map[string]domain.ID{}, map[domain.ID]string{}, people}
	for _, u := range all {
		key := library.NameKey(u.Name)
		d.names[u.ID] = u.Name
		if _, twice := d.ids[key]; twice {
			d.ids[key] = ""
			continue
		}
		d.ids[key] = u.ID
	}
	for _, county := range all {
		if county.Kind == org.County {
			d.alias(county.Name, all)
		}
	}
	return d, err
}

// alias names units as offices also write them: with the county's name before,
// with 人民政府 behind; no name of another unit.
func (d directory) alias(county string, all []org.Unit) {
	bare := strings.TrimSuffix(county, "县")
	also := map[string]domain.ID{}
	for _, u := range all {
		name := strings.TrimPrefix(u.Name, "县")
		for _, other := range []string{name, county + name, bare + name, u.Name + "人民政府", u.Name + "政府", name + "人民政府", county + name + "人民政府"} {
			key := library.NameKey(other)
			if held, twice := also[key]; twice && held != u.ID {
				also[key] = ""
				continue
			}
			also[key] = u.ID
		}
	}
	for key, id := range also {
		if _, there := d.ids[key]; !there {
			d.ids[key] = id
		}
	}
}
