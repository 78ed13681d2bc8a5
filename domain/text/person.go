package text

import (
	"strings"
	"unicode"
)

// PersonKey returns what spellings of one person's name have in common: without blanks,
// brackets and forms of address, middle dots dropped, simplified, half-width, lower case.
func (n *Names) PersonKey(name string) string {
	key, _ := n.person(name)
	return key
}

// ComparePersons grades two persons' names. Two of one name may still be two people:
// Same says that the names are. A surname with a form of address (王总) is Maybe the
// person of that surname.
func (n *Names) ComparePersons(a, b string) Grade {
	x, surnameX := n.person(a)
	y, surnameY := n.person(b)
	switch {
	case x == "" || y == "":
		return Different
	case x == y && !surnameX && !surnameY:
		return Same
	case x == y, surnameX && strings.HasPrefix(y, x), surnameY && strings.HasPrefix(x, y):
		return Maybe
	}
	return Different
}

// person returns a person's key, and whether it is a surname alone that stood before a
// form of address.
func (n *Names) person(name string) (key string, surname bool) {
	s := n.plain(name)
	for {
		before, after, opened := strings.Cut(s, "(")
		if !opened {
			break
		}
		_, rest, _ := strings.Cut(after, ")")
		s = before + " " + rest
	}
	if !hasHan(s) {
		return latinPerson(s), false
	}
	s = onlyLetters(s)
	for _, title := range titles() {
		base, found := strings.CutSuffix(s, title)
		if size := len([]rune(base)); found && (size >= 2 || size == 1 && hasHan(base)) {
			return base, size == 1
		}
	}
	return s, false
}

// titles are forms of address after a name, the longest first.
func titles() []string {
	return strings.Fields(`党委书记 副董事长 副总经理 办公室主任 总工程师 董事长 总经理 副县长 副市长 副书记 副局长 副主任 副镇长 副乡长 总裁 总监 经理
		书记 县长 市长 区长 镇长 乡长 局长 主任 科长 处长 部长 主席 常委 委员 院长 教授 博士 老师 工程师 会长 秘书长 厂长 校长 老板
		同志 先生 女士 小姐 总 工 局`)
}

// latinPerson returns a Latin name's letters without titles.
func latinPerson(s string) string {
	words := strings.FieldsFunc(strings.ReplaceAll(s, "'", ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 {
		switch words[0] {
		case "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau":
			words = words[1:]
		}
	}
	return strings.Join(words, "")
}
