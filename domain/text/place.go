package text

import (
	_ "embed" // for the table of places
	"slices"
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
	trades  []string
	words   []string // names of places that are as good brands
}

// NewNames returns what compares names in a county; home are its names, as in 赤城县.
func NewNames(home ...string) *Names {
	n := &Names{places: map[string][]string{}, simple: simplifications(), trades: trades(), words: ambiguous()}
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
		if l, size := levelAfter(s[len(name):]); size > 0 && !strings.HasSuffix(name, "区") {
			return paths, len(name) + size, l
		}
		if strings.HasSuffix(name, "区") {
			return paths, len(name), "区"
		}
		if slices.Contains(n.words, name) && conflict(paths, n.home) {
			continue
		}
		return paths, len(name), ""
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

// levelAfter returns the level that a text begins with and its length in bytes: 县, or
// 满族自治县 with the peoples that have it.
func levelAfter(s string) (level string, length int) {
	for _, l := range levels() {
		if strings.HasPrefix(s, l) {
			return l, len(l)
		}
	}
	peoples, after, found := strings.Cut(s, "自治")
	named := endsIn(peoples, "族", "维吾尔", "蒙古", "哈萨克", "柯尔克孜")
	if !found || !named || len([]rune(peoples)) > 12 {
		return "", 0
	}
	for _, l := range []string{"区", "州", "县", "旗"} {
		if strings.HasPrefix(after, l) {
			return "自治" + l, len(peoples) + len("自治"+l)
		}
	}
	return "", 0
}

// ambiguous lists names of places that are as good brands, so that without 县 or 市 they
// are read as such: 东方希望 is not 希望, and 兴业 is no county there.
func ambiguous() []string {
	return strings.Fields(`东方 新兴 兴业 兴隆 平安 和平 大同 新安 东阳 永兴 安康 吉安 长兴 富民 民权 民丰 惠民 兴国 兴安 安平 太平 永丰 宝丰 太康 和顺 武功 华安 泰安 泰和 太和
		万年 长安 中山 永泰 宝清 安福 德兴 嘉兴 绍兴 宜兴 永安 龙海 海丰 新丰 南丰 长丰 信丰 宜丰 江山 金华 义乌 乐平 安吉 天台 龙门 凤凰 金湖 宝应 高邮 如意
		常山 开化 通达 通道 三江 昌盛 顺昌 隆昌 隆安 宁远 宏伟 吉利 永吉 永利 永胜 永福 永和 永清 大成 大安 大方 大田 大英 文成 文昌 兴和 兴海 兴义 兴仁 兴文
		兴城 海城 海阳 海安 海兴 海林 青龙 龙江 龙川 金川 金沙 金塔 金平 银川 玉山 玉林 玉田 天长 天等 天峨 天门 长城 光山 光泽 双城 双江 双辽 双柏 三元 万全
		万源 万荣 华亭 华容 华坪 明光 明水 石林 石城 新和 新龙 新源 新泰 新乐 新华 昌乐 博爱 仁怀 仁和 仁寿 崇仁 同心 同仁 和政 和龙 安图 安达 建德 建宁 建阳`)
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
