package messages_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sangu/internal/messages"
)

// codeForm finds codes where errors are made: Conflict("x.y"), Field("p", "x.y").
var codeForm = regexp.MustCompile(`(?:Invalid|Unauthenticated|Forbidden|Conflict|Unavailable|InvalidField|Field|fault|That|NotFound)\([^\n]*?"([a-z_]+\.[a-z_]+)"`)

func TestEveryCodeInTheCodeHasATextInEachLanguage(t *testing.T) {
	t.Parallel()
	c, err := messages.Load()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, dir := range []string{"../../domain", "../../repository", "../../api"} {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, m := range codeForm.FindAllStringSubmatch(string(b), -1) {
				found++
				for _, lang := range messages.Languages() {
					if !c.Has(lang, m[1]) {
						t.Errorf("%s: %s has no text in %s", path, m[1], lang)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 50 {
		t.Errorf("found only %d codes: the search no longer sees how errors are made", found)
	}
}

func TestTheLanguagesHaveTheSameCodes(t *testing.T) {
	t.Parallel()
	c, err := messages.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range c.Codes("zh-CN") {
		if !c.Has("en", code) {
			t.Errorf("%s is not in English", code)
		}
	}
	for _, code := range c.Codes("en") {
		if !c.Has("zh-CN", code) {
			t.Errorf("%s is not in Chinese", code)
		}
	}
}

func TestAStageIsSaidByItsWordAndNotItsCode(t *testing.T) {
	c, err := messages.Load()
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"zh-CN": "不能早于前期手续的日期 2026-11-21", "en": "May not be before Permitting on 2026-11-21"} {
		if got := c.Text(lang, "stage.before_earlier", map[string]any{"stage": "PERMITTING", "on": "2026-11-21"}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
