package sqlkit

import (
	"database/sql/driver"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"sangu/domain"
)

// Sorts names the columns a list may be ordered by: wire name to an SQL
// expression that is never NULL, so that order is total on both databases.
type Sorts map[string]string

// ByText before an expression of sorts marks a text: it is ordered by its code
// points on both databases, whatever locale PostgreSQL was made with.
const ByText = "text:"

// ByDay before an expression of sorts marks a column of business dates: a cursor
// compares it as a date on both databases, so that its index is used.
const ByDay = "day:"

// Keyed is embedded in list rows: the value the list was ordered by. It is
// exported because gorm scans into exported embedded structs only.
type Keyed struct {
	SortKey sortKey `gorm:"column:sort_key"`
	RowID   string  `gorm:"column:row_key"`
}

// sortKey takes whatever type the ordering expression has.
type sortKey struct{ value any }

// Scan implements sql.Scanner.
func (k *sortKey) Scan(v any) error {
	if b, ok := v.([]byte); ok {
		v = string(b)
	}
	k.value = v
	return nil
}

// GormDataType tells gorm that this is one column, whatever its type.
func (sortKey) GormDataType() string { return "any" }

// Value implements driver.Valuer.
func (k sortKey) Value() (driver.Value, error) { return k.value, nil }

func (k Keyed) cursorKey() Keyed { return k }

type keyedRow interface{ cursorKey() Keyed }

// PageOf reads one page of q, which is scoped and filtered. table is the name or
// alias whose id breaks ties; columns are what the rows scan. It returns a
// KindInvalid error of "sort" or "cursor" for one that is not its own.
func PageOf[R keyedRow](q *gorm.DB, table, columns string, by Sorts, standard string, p domain.Page) ([]R, domain.Slice[struct{}], error) {
	return PageOfJoined[R](q, table, columns, "", by, standard, p)
}

// PageOfJoined is PageOf with joins that only bring names: counting does without
// them.
func PageOfJoined[R keyedRow](q *gorm.DB, table, columns, joins string, by Sorts, standard string, p domain.Page) (rows []R,
	s domain.Slice[struct{}], err error) {
	want := p.Sort
	if want == "" {
		want = standard
	}
	name, desc := strings.CutPrefix(want, "-")
	expr, ok := by[name]
	if !ok {
		return nil, s, domain.InvalidField("sort", "input.enum", "allowed", sortNames(by))
	}
	limit := p.Limit
	if limit <= 0 {
		limit = domain.DefaultPage
	}
	limit = min(limit, domain.MaxPage)
	if s.Count, s.Capped, err = Count(q, p.ExactCount); err != nil {
		return nil, s, err
	}
	if plain, ok := strings.CutPrefix(expr, ByText); ok {
		expr = plain + collation(q)
	}
	expr, ofDay := strings.CutPrefix(expr, ByDay)
	id := table + ".id"
	dir, cmp := "ASC", ">"
	if desc {
		dir, cmp = "DESC", "<"
	}
	l := q.Session(&gorm.Session{})
	if joins != "" {
		l = l.Joins(joins)
	}
	if p.Cursor != "" {
		c, err := readCursor(p.Cursor, want)
		if err != nil {
			return nil, s, err
		}
		l = l.Where(fmt.Sprintf("(%s, %s) %s (?, ?)", expr, id, cmp), c.SortKey.value, c.RowID)
	}
	l = l.Select(fmt.Sprintf("%s, %s AS sort_key, %s AS row_key", columns, expr, id)).
		Order(fmt.Sprintf("%s %s, %s %s", expr, dir, id, dir)).Limit(limit + 1)
	if err := l.Scan(&rows).Error; err != nil {
		return nil, s, err
	}
	if len(rows) > limit {
		rows = rows[:limit]
		if s.Next, err = writeCursor(want, rows[limit-1].cursorKey(), ofDay); err != nil {
			return nil, s, err
		}
	}
	return rows, s, nil
}

// Count returns the number of q's rows, up to domain.CountCap unless exact; capped
// is true where there are more.
func Count(q *gorm.DB, exact bool) (n int, capped bool, err error) {
	c := q.Session(&gorm.Session{})
	var total int64
	if exact {
		err = c.Count(&total).Error
		return int(total), false, err
	}
	inner := c.Select("1").Limit(domain.CountCap + 1)
	err = q.Session(&gorm.Session{NewDB: true}).Table("(?) AS capped", inner).Count(&total).Error
	if total > domain.CountCap {
		return domain.CountCap, true, err
	}
	return int(total), false, err
}

type cursor struct {
	Sort string          `json:"s"`
	Type string          `json:"t"`
	Key  json.RawMessage `json:"k"`
	ID   string          `json:"i"`
}

func writeCursor(sort string, k Keyed, ofDay bool) (string, error) {
	c := cursor{Sort: sort, ID: k.RowID}
	if ofDay {
		var d Date
		if err := d.Scan(k.SortKey.value); err != nil {
			return "", err
		}
		c.Type = "d"
		c.Key, _ = json.Marshal(domain.Date(d))
		b, _ := json.Marshal(c)
		return base64.RawURLEncoding.EncodeToString(b), nil
	}
	switch v := k.SortKey.value.(type) {
	case time.Time:
		c.Type = "t"
		c.Key, _ = json.Marshal(v.UTC())
	case int64, int32, int, float64:
		c.Type = "n"
		c.Key, _ = json.Marshal(v)
	default:
		c.Type = "s"
		c.Key, _ = json.Marshal(v)
	}
	b, _ := json.Marshal(c)
	return base64.RawURLEncoding.EncodeToString(b), nil
}

func readCursor(token, sort string) (Keyed, error) {
	bad := domain.InvalidField("cursor", "input.cursor")
	b, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil {
		return Keyed{}, bad
	}
	var c cursor
	if json.Unmarshal(b, &c) != nil || c.Sort != sort {
		return Keyed{}, bad
	}
	if _, err := domain.ParseID(c.ID); err != nil {
		return Keyed{}, bad
	}
	k := Keyed{RowID: c.ID}
	switch c.Type {
	case "t":
		var t time.Time
		err = json.Unmarshal(c.Key, &t)
		k.SortKey.value = t
	case "d":
		var d domain.Date
		err = json.Unmarshal(c.Key, &d)
		k.SortKey.value = Date(d)
	case "n":
		var n int64
		err = json.Unmarshal(c.Key, &n)
		k.SortKey.value = n
	default:
		var s string
		err = json.Unmarshal(c.Key, &s)
		k.SortKey.value = s
	}
	if err != nil {
		return Keyed{}, bad
	}
	return k, nil
}

// sortNames returns the names sorted, so that a refusal lists them in one order.
func sortNames(by Sorts) []string { return slices.Sorted(maps.Keys(by)) }

// SliceOf returns a page with its rows mapped to entities.
func SliceOf[R, T any](rows []R, s domain.Slice[struct{}], to func(R) T) domain.Slice[T] {
	out := domain.Slice[T]{Items: make([]T, len(rows)), Next: s.Next, Count: s.Count, Capped: s.Capped}
	for i, r := range rows {
		out.Items[i] = to(r)
	}
	return out
}
