package text_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sangu/domain/text"
)

// typed finds the texts that people send: a field with a wire name and a most.
var (
	typed    = regexp.MustCompile("(?m)^\\s*\\w+\\s+(?:\\*|\\[\\])?string\\s+`json:\"([a-z_]+)[^`]*validate:\"[^\"]*max=(\\d+)[^\"]*\"[^`]*`")
	kindOf   = regexp.MustCompile(`text:"([a-z_]+)"`)
	itemMost = regexp.MustCompile(`dive,max=(\d+)`)
)

// words are fields of a word from a list, a key or a secret: their rules are their own.
var words = map[string]bool{
	"key": true, "numerator_stage": true, "denominator_stage": true, "excluded": true, "measure": true, "op": true, "after": true,
	"indicator": true, "second": true, "veto": true, "order": true, "hidden": true, "password": true, "present": true, "next": true,
	"role": true, "value": true, "clear": true, "tiers": true, "industry": true, "channel": true, "item": true, "exclusions": true,
	"stage": true, "not_counted": true, "field": true, "evidence": true, "any_of": true, "instead": true, "only_seen": true,
	"starts_at": true, "investor_class": true, "kind": true, "columns": true, "off": true, "where": true,
	// What stands in a ledger is cleaned by the reading of ledgers.
	"sheet": true, "text": true, "from": true, "keep": true,
}

// Each text that the API takes names its kind, by which it is cleaned, and takes no more
// than the kind may have.
func TestEachTextOfTheAPIHasAKind(t *testing.T) {
	t.Parallel()
	checked := 0
	err := filepath.WalkDir("../../api", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range typed.FindAllStringSubmatch(string(source), -1) {
			said := kindOf.FindStringSubmatch(m[0])
			if said == nil {
				if !words[m[1]] && !(m[1] == "code" || m[1] == "cell") {
					t.Errorf("%s: %s has no kind of text", path, m[1])
				}
				continue
			}
			most := m[2]
			if item := itemMost.FindStringSubmatch(m[0]); item != nil {
				most = item[1]
			}
			kind, ok := text.KindOf(said[1])
			n, err := strconv.Atoi(most)
			if !ok || err != nil || n > kind.Limit() {
				t.Errorf("%s: %s takes %s characters, a %s %d", path, m[1], most, said[1], kind.Limit())
			}
			checked++
		}
		return nil
	})
	if err != nil || checked < 80 {
		t.Errorf("%d texts, %v", checked, err)
	}
}
