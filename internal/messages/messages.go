// Package messages is the one catalogue of texts for readers: errors, findings
// and what the command line says, by code, in Chinese and English. It is a
// leaf: it imports nothing of the product.
package messages

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

//go:embed zh-CN/*.json en/*.json
var files embed.FS

// Languages returns the languages of the catalogue, the default first.
func Languages() []string { return []string{"zh-CN", "en"} }

// Catalogue holds the text of each code in each language.
type Catalogue struct{ texts map[string]map[string]string }

// Load reads the embedded catalogue: one file a subject in each language.
func Load() (*Catalogue, error) {
	c := &Catalogue{texts: map[string]map[string]string{}}
	for _, lang := range Languages() {
		c.texts[lang] = map[string]string{}
		entries, err := files.ReadDir(lang)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			b, err := files.ReadFile(path.Join(lang, e.Name()))
			if err != nil {
				return nil, err
			}
			var m map[string]string
			if err := json.Unmarshal(b, &m); err != nil {
				return nil, fmt.Errorf("messages %s/%s: %w", lang, e.Name(), err)
			}
			for code, text := range m {
				if _, twice := c.texts[lang][code]; twice {
					return nil, fmt.Errorf("messages %s/%s: %s is there twice", lang, e.Name(), code)
				}
				c.texts[lang][code] = text
			}
		}
	}
	return c, nil
}

// Text returns the text of a code in a language with its values put in. It returns
// the code itself where there is no text, which a test keeps from happening.
func (c *Catalogue) Text(lang, code string, params map[string]any) string {
	text, ok := c.texts[Match(lang)][code]
	if !ok {
		return code
	}
	for name, value := range params {
		said := shown(value)
		// A value that has a word of its own, as stage.SIGNED, is said by it.
		if word, is := c.texts[Match(lang)][name+"."+said]; is {
			said = word
		}
		text = strings.ReplaceAll(text, "{"+name+"}", said)
	}
	return text
}

// Has reports whether the language has a text for the code.
func (c *Catalogue) Has(lang, code string) bool {
	_, ok := c.texts[lang][code]
	return ok
}

// Codes lists every code of a language.
func (c *Catalogue) Codes(lang string) []string {
	var out []string
	for code := range c.texts[lang] {
		out = append(out, code)
	}
	return out
}

// Match returns the language of the catalogue nearest to an Accept-Language header
// or a person's setting, zh-CN where none fits.
func Match(accept string) string {
	for part := range strings.SplitSeq(strings.ToLower(accept), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		switch {
		case strings.HasPrefix(tag, "zh"):
			return "zh-CN"
		case strings.HasPrefix(tag, "en"):
			return "en"
		}
	}
	return "zh-CN"
}

func shown(v any) string {
	switch v := v.(type) {
	case []string:
		return strings.Join(v, ", ")
	case string:
		return v
	}
	s := fmt.Sprint(v)
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		return strings.Join(strings.Fields(strings.Trim(s, "[]")), ", ")
	}
	return s
}
