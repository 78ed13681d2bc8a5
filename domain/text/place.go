package text

import (
	_ "embed" // for the table of places
	"strings"
)

//go:embed places.txt
var placesTable string

// Names compares names. Home are the places that everybody here leaves out before a
// name: the county's own.
type Names struct {
	places  map[string][]string // by short name, the paths as province/prefecture/county
	home    []string
	longest int
	simple  map[rune]rune // traditional characters to simplified ones
}

// NewNames returns what compares names in a county; home are its names, as in 赤城县.
func NewNames(home ...string) *Names {
	n := &Names{places: map[string][]string{}, simple: simplifications()}
	for line := range strings.Lines(placesTable) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		province, prefecture := fields[0], fields[0]+"/"+fields[1]
		if len(n.places[province]) == 0 {
			n.add(province, province)
		}
		if fields[1] != "-" {
			n.add(fields[1], prefecture)
		}
		for _, county := range fields[2:] {
			n.add(county, prefecture+"/"+county)
		}
	}
	for latin, han := range map[string]string{
		"china": "中国", "prc": "中国", "beijing": "北京", "shanghai": "上海", "tianjin": "天津", "chongqing": "重庆",
		"shenzhen": "深圳", "guangzhou": "广州", "suzhou": "苏州", "hangzhou": "杭州", "nanjing": "南京", "wuhan": "武汉",
		"chengdu": "成都", "dalian": "大连", "qingdao": "青岛", "wuxi": "无锡", "kunshan": "昆山", "taicang": "太仓",
		"hongkong": "香港", "hk": "香港", "macau": "澳门", "taiwan": "台湾",
	} {
		if paths := n.places[han]; len(paths) > 0 {
			n.places[latin] = paths
		} else {
			n.add(latin, han)
		}
	}
	n.add("中国", "中国")
	for _, h := range home {
		short := withoutLevel(n.plain(h))
		if len(n.places[short]) == 0 {
			n.add(short, short)
		}
		n.home = append(n.home, n.places[short]...)
	}
	return n
}

func (n *Names) add(name, path string) {
	n.places[name] = append(n.places[name], path)
	n.longest = max(n.longest, len([]rune(name)))
}

// levels are what may follow a place's name, the longest first.
func levels() []string {
	return []string{"自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "县", "区", "旗", "盟", "州"}
}

// withoutLevel returns a place's name without 省, 市, 县 and the like; of 区 names the
// whole, which is how the table has them.
func withoutLevel(s string) string {
	for _, l := range levels() {
		if short, found := strings.CutSuffix(s, l); found && len([]rune(short)) >= 2 && l != "区" {
			return short
		}
	}
	return s
}

// whole returns the paths of a text that is a place and nothing else.
func (n *Names) whole(s string) []string {
	if paths := n.places[s]; len(paths) > 0 {
		return paths
	}
	return n.places[withoutLevel(s)]
}

// leading returns the place that a text begins with, its length in bytes, and the level
// that is written after it.
func (n *Names) leading(s string) (paths []string, length int, level string) {
	runes := []rune(s)
	for size := min(n.longest, len(runes)-1); size >= 2; size-- {
		name := string(runes[:size])
		paths = n.places[name]
		if len(paths) == 0 {
			continue
		}
		rest := s[len(name):]
		for _, l := range levels() {
			if strings.HasPrefix(rest, l) && !strings.HasSuffix(name, "区") {
				return paths, len(name) + len(l), l
			}
		}
		if strings.HasSuffix(name, "区") {
			level = "区"
		}
		return paths, len(name), level
	}
	// A county that the table does not know, by its 县.
	for size := 2; size <= 5 && size < len(runes); size++ {
		if runes[size] == '县' {
			name := string(runes[:size])
			return []string{name}, len(name) + len("县"), "县"
		}
	}
	return nil, 0, ""
}

// conflict reports whether two lists of places cannot be of one name: each of one list
// is neither within nor around any of the other.
func conflict(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || strings.HasPrefix(x, y+"/") || strings.HasPrefix(y, x+"/") || x == "中国" || y == "中国" {
				return false
			}
		}
	}
	return len(a) > 0 && len(b) > 0
}
