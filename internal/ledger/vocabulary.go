package ledger

import (
	"regexp"
	"strings"

	"sangu/domain/library"
)

// word finds the first entry whose key the text holds; longer keys first.
type word struct{ key, value string }

func lookup(table []word, text string) (string, bool) {
	s := library.NameKey(text)
	for _, w := range table {
		if s == w.key {
			return w.value, true
		}
	}
	for _, w := range table {
		if strings.Contains(s, w.key) {
			return w.value, true
		}
	}
	return "", false
}

// stageChoices are the words by which a person chooses a stage, one for each.
func stageChoices() []word {
	return []word{
		{"线索", "LEAD"}, {"有效线索", "QUALIFIED"}, {"在谈", "NEGOTIATING"}, {"意向", "INTENT"}, {"评审", "REVIEWED"}, {"签约", "SIGNED"},
		{"注册", "REGISTERED"},
		{"前期手续", "PERMITTING"}, {"开工", "STARTED"}, {"竣工", "COMPLETED"}, {"投产", "IN_PRODUCTION"}, {"达产", "FULL_CAPACITY"},
		{"停滞", "SUSPENDED"},
		{"终止", "TERMINATED"}, {"流失", "LOST"},
	}
}

func channelWords() []word {
	return []word{{"专业招商", "professional"}, {"专业", "professional"}, {"小分队", "professional"}, {"领导招商", "leader"}, {"领导", "leader"},
		{"上门招商", "doorstep"}, {"上门", "doorstep"},
		{"以商招商", "referral"}, {"以商", "referral"}, {"驻点", "stationed"}, {"驻外", "stationed"}, {"节会", "event"}, {"展会", "event"},
		{"中介", "intermediary"}, {"委托", "intermediary"},
		{"商会", "intermediary"}, {"协会", "intermediary"}, {"推介会", "event"}, {"招商会", "event"}, {"洽谈会", "event"}, {"博览会", "event"},
		{"论坛", "event"}, {"乡贤", "referral"}, {"老乡", "referral"}, {"朋友", "referral"}, {"referral", "referral"}, {"event", "event"},
		{"website", "online"}, {"online", "online"}, {"agent", "intermediary"}, {"inbound", "self"}, {"来访", "self"},
		{"来电", "self"}, {"网络", "online"}, {"自荐", "self"}, {"自主", "self"}, {"主动", "self"}}
}

func kindWords() []word {
	return []word{{"工业", "industry"}, {"制造", "industry"}, {"农业", "agriculture"}, {"养殖", "agriculture"}, {"服务业", "service"},
		{"服务", "service"}, {"商贸", "service"}, {"物流", "service"}, {"文旅", "tourism"}, {"旅游", "tourism"},
		{"manufacturing", "industry"}, {"energy", "industry"}, {"industr", "industry"}, {"agri", "agriculture"},
		{"farming", "agriculture"}, {"logistics", "service"}, {"service", "service"}, {"tourism", "tourism"},
		{"infrastructure", "infrastructure"}, {"基础设施", "infrastructure"}, {"基建", "infrastructure"}, {"其他", "other"}, {"其它", "other"}}
}

func constructionWords() []word {
	return []word{{"续建", "continued"}, {"改扩建", "expansion"}, {"扩建", "expansion"}, {"技改", "upgrade"}, {"技术改造", "upgrade"},
		{"购置", "purchase"}, {"新建", "new"}}
}

func levelWords() []word {
	return []word{{"国家级", "national"}, {"省重点", "province"}, {"市重点", "city"}, {"县重点", "county"}, {"国", "national"}, {"省", "province"},
		{"市", "city"}, {"县", "county"}}
}

func stateWords() []word {
	return []word{{"半停产", "half_halted"}, {"停产", "halted"}, {"危困", "distressed"}, {"困难", "distressed"}, {"复产", "resumed"},
		{"扭亏", "resumed"}, {"正常", "normal"}}
}

func wayWords() []word {
	return []word{{"走出去", "out"}, {"外出", "out"}, {"赴外", "out"}, {"请进来", "in"}, {"来访", "in"}, {"接待", "in"}}
}

func outcomeWords() []word {
	return []word{{"框架协议", "agreement"}, {"签约", "agreement"}, {"协议", "agreement"}, {"合同", "agreement"}, {"意向", "intent"}}
}

func classWords() []word {
	return []word{{"港澳台", "hk_macao_taiwan"}, {"外资", "foreign"}, {"外字号", "foreign"}, {"央企", "central_soe"}, {"中字号", "central_soe"},
		{"国企", "state_owned"}, {"国字号", "state_owned"}, {"国有", "state_owned"}, {"民企", "private"}, {"民营", "private"}}
}

// fundWords are the categories of money in place (domain.md §5.1).
func fundWords() []word {
	return []word{{"土地", "land"}, {"土建", "building"}, {"基建", "building"}, {"厂房", "building"}, {"设备", "equipment"}, {"安装", "installation"},
		{"流动资金", "working_capital"},
		{"注册资本", "registered_capital"}, {"注册资金", "registered_capital"}, {"其他", "other"}, {"其它", "other"}}
}

// Choices returns the texts that a field of few values may say, one for each, as
// ledgers write them; none where it may say anything.
func (f Field) Choices() []string {
	var table []word
	switch f.Type {
	case Stage:
		table = stageChoices()
	case Word:
		table = f.words()
	case YesNo:
		return []string{"是", "否"}
	default:
		// What is not named here is dealt with after the switch.
	}
	var out []string
	said := map[string]bool{}
	for _, w := range table {
		if !said[w.value] {
			said[w.value] = true
			out = append(out, w.key)
		}
	}
	return out
}

// yes reads a tick.
func yes(text string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "是", "√", "✓", "有", "y", "yes", "true", "1", "已", "规上", "已销号", "已办结", "已完成", "已解决", "已开工", "已整改":
		return true, true
	case "否", "×", "✗", "x", "无", "n", "no", "false", "0", "未", "未销号", "未办结", "未完成", "未解决", "未开工", "未整改", "正在办理", "", "—", "/", "规下":
		return false, true
	}
	return false, false
}

var between = regexp.MustCompile(`[、,，;；/\s]+`)

var (
	inBrackets = regexp.MustCompile(`\([^)]*\)`)
	// spaced is a name of two or three characters with blanks between them.
	spaced = regexp.MustCompile(`(^|[、,，;；/\n])\s*(\p{Han})[ \t]+(\p{Han})(?:[ \t]+(\p{Han}))?[ \t]*(?:$|(\(|[、,，;；/\n]))`)
	title  = regexp.MustCompile(`^(县委|县政府|县人大|县政协|党委|党组|乡|镇)?(常务)?副?(县长|书记|主任|主席|部长|局长|乡长|镇长|秘书长|常委|总经理|董事长|同志)|(县委|县政府)?(常务)?副?(县长|` +
		`书记|主任|主席|部长|局长|乡长|镇长|秘书长|常委|总经理|董事长|同志)$`)
)

// untitled takes a post before or behind a name away.
func untitled(name string) string {
	for {
		bare := strings.Trim(title.ReplaceAllString(name, ""), ":：")
		if bare == name {
			return name
		}
		name = bare
	}
}

// unspaced takes the blanks out of names: 郭 振 华 is 郭振华.
func unspaced(s string) string {
	for {
		out := spaced.ReplaceAllString(s, "$1$2$3$4$5")
		if out == s {
			return s
		}
		s = out
	}
}

// names splits a list of people and drops repeats.
func names(text string) []string {
	var out []string
	seen := map[string]bool{}
	for _, n := range between.Split(unspaced(inBrackets.ReplaceAllString(library.Halfwidth(text), " ")), -1) {
		if n = untitled(n); n != "" && !nothing(n) && !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// OutcomeOf reads what came of a visit: intent or agreement.
func OutcomeOf(text string) (string, bool) { return lookup(outcomeWords(), text) }

var phoneIn = regexp.MustCompile(`(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}`)

// contactOf parts a name from the phone that stands with it; ok is false where
// there is no phone. Of several phones it is the first.
func contactOf(text string) (name, phone string, ok bool) {
	s := library.Halfwidth(text)
	at := phoneIn.FindStringIndex(s)
	if at == nil {
		return "", "", false
	}
	name = strings.Trim(phoneIn.ReplaceAllString(s, " "), " ()/,;:、，；：")
	return strings.Join(strings.Fields(name), " "), s[at[0]:at[1]], true
}

var stageTitle = regexp.MustCompile(`(未|拟|待|计划)?(线索|储备|谋划|在谈|洽谈|意向|签约|开工|在建|续建|竣工|投产|达产)(项目|清单|台账)`)

// titled reads of which stage all projects of a sheet are that keeps one for
// each: 在谈项目清单. Of what is not yet so, as 拟开工项目, nothing is known.
func titled(text string) string {
	m := stageTitle.FindStringSubmatch(library.Halfwidth(text))
	if m == nil || m[1] != "" {
		return ""
	}
	if m[2] == "储备" || m[2] == "谋划" {
		return "LEAD"
	}
	code, _ := stageOf(m[2])
	return code
}
