package ledger

import (
	"regexp"
	"unicode/utf8"
)

var stageLike = regexp.MustCompile(`进度|进展|阶段|状态|情况`)

// byContent takes a column of progress for that of stages where the sheet has no
// other, and most of its cells are short and name one: 洽谈进度 with 接洽中, 签约.
// One cell alone proves nothing.
func byContent(g Grid, m Mapping) Mapping {
	if m.Kind != "project" || len(m.HeaderRows) == 0 {
		return m
	}
	column := -1
	for c, key := range m.Columns {
		switch {
		case key == "stage":
			return m
		case (key == "progress" || key == "appearance" || key == "") && c < len(m.Headers) && stageLike.MatchString(m.Headers[c]) &&
			(column < 0 || m.Columns[column] == ""):
			column = c
		}
	}
	if column < 0 {
		return m
	}
	filled, stages := 0, 0
	for r := m.HeaderRows[len(m.HeaderRows)-1]; r < min(len(g.Rows), 2000); r++ {
		text := g.at(r, column)
		if nothing(text) {
			continue
		}
		filled++
		if _, ok := stageOf(text); ok && utf8.RuneCountInString(text) <= 12 {
			stages++
		}
	}
	if filled > 1 && stages*10 >= filled*7 {
		m.Columns[column], m.Sure[column] = "stage", patternPoints
	}
	return m
}
