package text

import (
	"slices"
	"strings"
)

// organization is a firm's name taken apart. Chinese firms are named by place, brand,
// trade and legal form, the place first or in brackets after the brand (企业名称登记
// 管理规定); what remains without place and form is the core.
type organization struct {
	plain     string
	core      string
	places    []string
	bracketed bool // the place stood in brackets
	formal    bool // a legal form was written
	group     bool // 集团 stands within the core
	branch    string
	qualifier string // brackets that are neither place nor form
}

// OrganizationKey returns what spellings of one firm's name have in common: it sees
// through legal forms, 股份, 集团, brackets, width, traditional characters and the place
// before the name. Names that CompareOrganizations calls the same have one key, unless
// one of them leaves out brackets that are neither place nor form. Equal keys alone do
// not make names the same, as the places may exclude each other: look up by the key,
// decide by the comparison.
func (n *Names) OrganizationKey(name string) string {
	o := n.organization(name)
	key := o.core
	for _, more := range []string{o.qualifier, o.branch} {
		if more != "" {
			key += "|" + more
		}
	}
	return key
}

// CompareOrganizations grades two firms' names. A firm with its place in brackets is
// usually registered apart from the one without ("X（上海）有限公司" is a subsidiary of
// "X有限公司"), so where both are written in full and only one has it, that is Maybe,
// unless the place is home. Places that exclude each other are Different; a branch and
// its firm are Maybe, as are a brand alone and a brand with its trade.
func (n *Names) CompareOrganizations(a, b string) Grade {
	x, y := n.organization(a), n.organization(b)
	if x.core == "" || y.core == "" {
		return Different
	}
	if onlyLetters(x.plain) == onlyLetters(y.plain) {
		return Same
	}
	if conflict(x.places, y.places) || x.branch != "" && y.branch != "" && x.branch != y.branch {
		return Different
	}
	if x.qualifier != "" && y.qualifier != "" && x.qualifier != y.qualifier {
		return Different
	}
	if x.core != y.core {
		return n.resembling(x, y)
	}
	switch {
	case x.branch != y.branch, x.qualifier != y.qualifier, n.apart(x, y), n.apart(y, x):
		return Maybe
	}
	return Same
}

// apart reports whether x has a place in brackets that may make it another firm than y.
func (n *Names) apart(x, y organization) bool {
	if !x.bracketed || len(y.places) > 0 || !x.formal || !y.formal {
		return false
	}
	return len(n.home) == 0 || conflict(x.places, n.home)
}

// resembling grades two firms whose cores differ.
func (n *Names) resembling(x, y organization) Grade {
	if x.branch != y.branch || x.qualifier != y.qualifier {
		return Different
	}
	if x.group != y.group && strings.ReplaceAll(x.core, "集团", "") == strings.ReplaceAll(y.core, "集团", "") {
		return Maybe
	}
	short, long := x.core, y.core
	if len(short) > len(long) {
		short, long = long, short
	}
	if more, found := strings.CutPrefix(long, short); found && len([]rune(short)) >= 2 {
		if isWorks(more) || n.isTrade(more) && !n.endsInTrade(short) {
			return Maybe
		}
	}
	before, found := strings.CutSuffix(long, short)
	size := len([]rune(before))
	if found && hasHan(before) && size >= 2 && size <= 3 && len([]rune(short)) >= 4 && n.endsInTrade(short) && !n.renews(before) {
		return Maybe
	}
	return Different
}

// renews reports whether a word before a name makes another name of it. A place that is
// as good a brand is rather a place.
func (n *Names) renews(word string) bool {
	return !slices.Contains(n.words, word) && strings.ContainsAny(word, "新老大小第一二三四五六七八九十东西南北中")
}

// organization takes a name apart.
func (n *Names) organization(name string) organization {
	o := organization{plain: n.plain(name)}
	rest := n.brackets(&o)
	if !hasHan(rest) {
		o.core, o.formal = latinCore(rest)
		return o
	}
	rest = numerals(onlyLetters(rest))
	rest = n.branch(&o, rest)
	var form bool
	rest, form = withoutForm(rest)
	o.formal = o.formal || form
	o.core = cooperative(n.withoutPlaces(&o, rest))
	o.group = strings.Contains(o.core, "集团")
	return o
}

// brackets takes the brackets out of a name and notes what they say.
func (n *Names) brackets(o *organization) string {
	var b strings.Builder
	rest := o.plain
	for {
		before, after, opened := strings.Cut(rest, "(")
		b.WriteString(before)
		if !opened {
			return b.String()
		}
		inside, next, _ := strings.Cut(after, ")")
		rest = next
		word := onlyLetters(inside)
		if word == "" || isForm(word) || isAside(word) {
			b.WriteByte(' ')
			continue
		}
		if paths := n.whole(word); len(paths) > 0 {
			o.places, o.bracketed = append(o.places, paths...), true
			b.WriteByte(' ')
			continue
		}
		o.qualifier += numerals(word)
	}
}

// isAside reports whether brackets hold a remark rather than a part of the name.
func isAside(word string) bool {
	for _, begin := range []string{"原", "筹", "拟", "暂", "简称", "以下简称", "曾用名", "外资", "外商", "独资", "台资", "港资"} {
		if strings.HasPrefix(word, begin) {
			return true
		}
	}
	return false
}

// withoutPlaces takes the places off the front of a name, as long as a name remains.
func (n *Names) withoutPlaces(o *organization, s string) string {
	for {
		paths, length, level := n.leading(s)
		if length == 0 || paths[0] == "中国" {
			return s
		}
		rest := n.withoutZone(s[length:])
		if len([]rune(rest)) < 2 || n.isTrade(rest) || level == "" && n.beginsInTrade(rest) {
			// No brand would remain: the place is part of the name, its level is not.
			return strings.TrimSuffix(s[:length], level) + s[length:]
		}
		o.places = append(o.places, paths...)
		s = rest
	}
}

// withoutZone takes a development zone off the front of what followed a place.
func (n *Names) withoutZone(s string) string {
	for _, zone := range []string{
		"经济技术开发区", "高新技术产业开发区", "经济开发区", "工业园区", "高新区", "开发区", "经开区", "浦东新区", "滨海新区", "雄安新区", "新区",
	} {
		if rest, found := strings.CutPrefix(s, zone); found && len([]rune(rest)) >= 2 && !n.isTrade(rest) {
			return rest
		}
	}
	return s
}

// isWorks reports whether a word says what a firm is rather than which one: works that
// became a company keep their brand.
func isWorks(word string) bool {
	return word == "厂" || word == "工厂" || word == "总厂" || word == "企业" || word == "商行"
}

// branch takes a branch off the end of a firm's name.
func (n *Names) branch(o *organization, s string) string {
	for _, kind := range []string{"分公司", "分厂", "分店", "支行", "分行", "办事处", "代表处", "营业部"} {
		base, found := strings.CutSuffix(s, kind)
		if !found {
			continue
		}
		for _, form := range []string{"公司", "集团"} {
			if at := strings.Index(base, form); at > 0 {
				o.branch = withoutLevel(base[at+len(form):]) + kind
				return base[:at+len(form)]
			}
		}
		runes := []rune(base)
		for size := min(n.longest+1, len(runes)-2); size >= 2; size-- {
			if place := string(runes[len(runes)-size:]); len(n.whole(place)) > 0 {
				o.branch = withoutLevel(place) + kind
				return strings.TrimSuffix(base, place)
			}
		}
		o.branch = kind
		return base
	}
	return s
}
