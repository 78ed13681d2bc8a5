package ledger

import "sangu/domain/text"

// limits are how many characters the texts of fields may have, by kind: as many
// as the record's own form takes, so that what came by a ledger can be edited.
// A field that is not kept has none; texts that are put together leave room for
// one another.
func limits(kind string) map[string]int {
	const (
		name, person, phone = text.MaxName, text.MaxPerson, text.MaxPhone
		line, note, long    = text.MaxLine, text.MaxNote, text.MaxContent
	)
	return map[string]map[string]int{
		"project": {"name": name, "code": phone, "investor": name, "chain": person, "content": long, "company": name, "origin": person,
			"progress": long, "problems": long},
		"lead": {"company": name, "subject": line, "referrer": name, "contact": person, "contact_phone": phone, "verdict": note,
			"note": long - note},
		"visit":      {"company": name, "place": name, "party": person, "outcome": long},
		"enterprise": {"name": name, "products": note, "upstream": note, "downstream": note, "requests": long},
		"client": {"name": name, "origin": person, "strength": long, "terms": long, "needs": long, "contact": person,
			"contact_title": person, "contact_phone": phone},
		"fund": {"project": name, "voucher": person, "note": note},
		"problem": {"project": name, "problem": long - 4*line, "type": person, "responsible_unit": name, "leader": name,
			"due_on": person, "progress": note, "closed": person},
	}[kind]
}

// fits refuses a text that its field could not keep; of a list each part counts
// by itself.
func (r *reader) fits(f Field, index, col int, said string) bool {
	most, limited := limits(r.kind.Key)[f.Key]
	if !limited || f.Type == People {
		return true
	}
	n := text.Length(said)
	if f.Key == "party" {
		n = 0
		for _, part := range between.Split(said, -1) {
			n = max(n, text.Length(part))
		}
	}
	if n > most {
		r.find(f.Key, index, col, Error, "ledger.too_long", "n", n, "most", most)
	}
	return n <= most
}
