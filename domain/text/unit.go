package text

import (
	"slices"
	"strings"
)

// unit is a government unit's name taken apart: the places before it, the level that is
// written last (省, 市, 县), and the office.
type unit struct {
	office string
	places []string
	level  string
}

// UnitKey returns what spellings of one office's name have in common whatever place
// stands before it: 赤城县水务局, 县水务局 and 水务局 have one.
func (n *Names) UnitKey(name string) string { return n.unit(name).office }

// CompareUnits grades two units' names. A place or level that one of them leaves out is
// that of here; offices of two levels or of two places are Different.
func (n *Names) CompareUnits(a, b string) Grade {
	x, y := n.unit(a), n.unit(b)
	switch {
	case x.office == "" || x.office != y.office, conflict(x.places, y.places):
		return Different
	case x.level == y.level, n.here(x, y), n.here(y, x):
		return Same
	case x.level == "" || y.level == "":
		return Maybe
	}
	return Different
}

// here reports whether x leaves its level out and y names that of a county.
func (n *Names) here(x, y unit) bool {
	if x.level != "" {
		return false
	}
	switch y.level {
	case "县", "区", "旗":
		return true
	}
	return slices.ContainsFunc(y.places, func(p string) bool { return slices.Contains(n.home, p) })
}

func (n *Names) unit(name string) unit {
	s := onlyLetters(n.plain(name))
	u := unit{}
	for {
		paths, length, level := n.leading(s)
		if length == 0 || length == len(s) || level == "" {
			break
		}
		u.places, u.level, s = append(u.places, paths...), rank(level), s[length:]
	}
	if u.level == "" || len(u.places) == 0 {
		for _, l := range []string{"省", "市", "县", "区", "旗", "州"} {
			if rest, found := strings.CutPrefix(s, l); found && len([]rune(rest)) >= 2 && !beginsWord(s) {
				u.level, s = rank(l), rest
				break
			}
		}
	}
	// 赤城县县委 is 赤城县委.
	for _, l := range []string{"省", "市", "县", "区", "旗", "州"} {
		if u.level == rank(l) && strings.HasPrefix(s, l+"委") {
			s = strings.TrimPrefix(s, l)
		}
	}
	u.office = office(s)
	return u
}

// beginsWord reports whether the level at the beginning is part of a word of the office.
func beginsWord(s string) bool {
	for _, word := range []string{"市场", "市政", "市民", "市容", "区域", "区划", "县域", "省际", "旗舰"} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// rank returns the level that a word of a place says.
func rank(level string) string {
	switch level {
	case "自治县":
		return "县"
	case "自治旗":
		return "旗"
	case "自治州", "地区", "盟", "州":
		return "市"
	case "自治区":
		return "省"
	}
	return level
}

// office returns the office in its short form: what newspapers and signs call it.
func office(s string) string {
	for _, pair := range [][2]string{
		{"发展和改革", "发改"}, {"发展改革", "发改"}, {"工业和信息化", "工信"}, {"工业信息化", "工信"}, {"自然资源和规划", "自规"},
		{"住房和城乡建设", "住建"}, {"人力资源和社会保障", "人社"}, {"市场监督管理", "市监"}, {"市场监管", "市监"},
		{"招商引资服务中心", "招商服务中心"}, {"招商引资", "招商"}, {"商务和投资促进", "商务"}, {"投资促进", "投促"},
		{"农业和农村", "农业农村"}, {"文化广电和旅游", "文旅"}, {"文化和旅游", "文旅"}, {"卫生健康", "卫健"}, {"交通运输", "交通"},
		{"行政审批服务", "审批"}, {"行政审批", "审批"}, {"应急管理", "应急"}, {"退役军人事务", "退役军人"}, {"教育和体育", "教体"},
		{"林业和草原", "林草"}, {"国有资产监督管理", "国资"}, {"管理委员会", "管委会"}, {"委员会", "委"},
	} {
		s = strings.ReplaceAll(s, pair[0], pair[1])
	}
	for _, office := range []string{"人民政府", "政府"} {
		if base, found := strings.CutSuffix(s, office); found {
			if endsIn(base, "镇", "乡", "街道") {
				return base
			}
			return base + "政府"
		}
	}
	if base, found := strings.CutSuffix(s, "办事处"); found && strings.HasSuffix(base, "街道") {
		return base
	}
	return s
}

func endsIn(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
