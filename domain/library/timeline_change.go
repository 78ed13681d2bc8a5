package library

import (
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/org"
)

// FieldChange is one field of a record, as it was and as it became, in a
// reader's terms: names instead of IDs, phones masked, nil where there was none.
type FieldChange struct {
	Field         string
	Before, After any
}

// internalFields returns the fields that mean nothing to a reader.
func internalFields() []string {
	return []string{"id", "version", "created_at", "updated_at", "created_by", "organization_id", "rate_micro", "origin_code"}
}

// fieldChanges returns the differences in a line's details, as the journal stores
// them, by the names of their fields.
func fieldChanges(details map[string]any) []FieldChange {
	kept, _ := details["changes"].(map[string]any)
	out := []FieldChange{}
	for field, v := range kept {
		d, _ := v.(map[string]any)
		c := FieldChange{field, readable(field, d["before"]), readable(field, d["after"])}
		if !slices.Contains(internalFields(), field) && !(saysNothing(d["before"]) && saysNothing(d["after"])) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b FieldChange) int { return strings.Compare(a.Field, b.Field) })
	return out
}

// saysNothing reports whether a stored value is empty, in any of the stored ways.
func saysNothing(v any) bool {
	list, isList := v.([]any)
	return v == nil || v == "" || isList && len(list) == 0
}

// readable returns a stored value as a reader is shown it, or nil where it is not shown.
func readable(field string, v any) any {
	switch {
	case saysNothing(v):
		return nil
	case field == "leaders":
		return leaderNames(v)
	case field == "land":
		if hundredths, ok := v.(float64); ok {
			return hundredths / 100
		}
	case strings.HasSuffix(field, "phone"):
		if s, ok := v.(string); ok {
			return org.MaskedPhone(s)
		}
	}
	switch x := v.(type) {
	case string, float64, bool:
		return x
	case []any:
		return joinedTexts(x)
	}
	return nil
}

// joinedTexts returns the texts of a list; nil where they are something else, or IDs.
func joinedTexts(list []any) any {
	var out []string
	for _, v := range list {
		s, ok := v.(string)
		if !ok || isID(s) {
			return nil
		}
		out = append(out, s)
	}
	return strings.Join(out, "、")
}

// leaderNames returns the names of the present leaders, joined by 、.
func leaderNames(v any) string {
	list, _ := v.([]any)
	var names []string
	for _, x := range list {
		a, _ := x.(map[string]any)
		name, _ := a["PersonName"].(string)
		to, _ := a["ToOn"].(string)
		if to == "" && name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, "、")
}

func isID(s string) bool {
	_, err := domain.ParseID(s)
	return err == nil
}

// idsIn returns the IDs of other records that changes name.
func idsIn(changes []FieldChange) []domain.ID {
	var ids []domain.ID
	for _, c := range changes {
		for _, v := range []any{c.Before, c.After} {
			if s, ok := v.(string); ok && isID(s) {
				ids = append(ids, domain.ID(s))
			}
		}
	}
	return ids
}

// withNames replaces IDs by names; an ID without a name is not shown.
func withNames(changes []FieldChange, names map[domain.ID]string) []FieldChange {
	name := func(v any) any {
		s, ok := v.(string)
		if !ok || !isID(s) {
			return v
		}
		if n := names[domain.ID(s)]; n != "" {
			return n
		}
		return nil
	}
	out := make([]FieldChange, len(changes))
	for i, c := range changes {
		out[i] = FieldChange{c.Field, name(c.Before), name(c.After)}
	}
	return out
}
