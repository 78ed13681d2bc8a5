package domain_test

import (
	"encoding/json"
	"testing"

	"sangu/domain"
)

func TestARenamedFieldIsStoredUnderTheNameThatItsTagFreezes(t *testing.T) {
	t.Parallel()
	type oldPart struct{ Title, Share string }
	type newPart struct {
		Name  string `audit:"Title"`
		Share string
	}
	type before struct {
		UnitName string
		Parts    []oldPart
	}
	type after struct {
		Unit  string    `audit:"unit_name"`
		Split []newPart `audit:"parts"`
	}
	stored := func(v any) string {
		b, err := json.Marshal(domain.Differences(nil, v))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	was := stored(before{"水务局", []oldPart{{"一", "60"}, {"二", "40"}}})
	now := stored(after{"水务局", []newPart{{"一", "60"}, {"二", "40"}}})
	if was != now {
		t.Errorf("stored %s, was %s", now, was)
	}
}
