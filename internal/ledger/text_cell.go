package ledger

import (
	"regexp"
	"strings"

	"sangu/domain/library"
)

var (
	firmList   = regexp.MustCompile(`[\n、,，;；]+`)
	wholeFirm  = regexp.MustCompile(`^.+(?:公司|集团|厂|合作社|商会|协会|研究院|中心|银行|事务所|工作室|农场)(?:\([^()]*\))?$`)
	legalTail  = regexp.MustCompile(`^\(?(?:股份|有限|责任|控股|集团|分)+`)
	destroyed  = regexp.MustCompile(`^\d(?:\.\d+)?[eE]\+?\d{2}$`)
	digitRuns  = regexp.MustCompile(`\d`)
	zeroEnding = regexp.MustCompile(`^\d{15}000$`)
)

// firms asks about a cell of one firm that names several. Its lines are one name
// broken over them, unless each is a whole name of its own.
func (r *reader) firms(f Field, index, col int, text string) string {
	if !f.Firm {
		return text
	}
	parts := firmList.Split(strings.TrimSpace(text), -1)
	for _, part := range parts {
		s := library.Halfwidth(strings.TrimSpace(part))
		if len(parts) < 2 || !wholeFirm.MatchString(s) || legalTail.MatchString(s) {
			return joined(text)
		}
	}
	all := strings.Join(parts, "、")
	r.find(f.Key, index, col, Warning, "ledger.several_firms", "n", len(parts), "text", all)
	return all
}

// proper checks a text by what its field must be; false where nothing of it may
// be kept.
func (r *reader) proper(f Field, index, col int, text string) bool {
	if f.Key != "contact_phone" && !f.Number {
		return true
	}
	s := library.Halfwidth(text)
	switch {
	case destroyed.MatchString(s):
		r.lost(f, index, col, text)
		return false
	case f.Key == "contact_phone" && len(digitRuns.FindAllString(s, -1)) < 7:
		r.find(f.Key, index, col, Warning, "ledger.phone", "text", text)
	}
	return true
}
