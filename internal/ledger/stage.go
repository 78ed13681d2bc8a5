package ledger

import (
	"regexp"
	"strings"
	"sync"

	"sangu/domain/library"
)

// stageWord is a word that names a stage, in the form of a pattern.
type stageWord struct {
	pattern, stage string
	// lasting says that the stage goes on while the word is true: 正在洽谈 is
	// NEGOTIATING, whereas 正在注册 is not yet REGISTERED.
	lasting bool
}

// stageWords are the words of stages (domain.md §10), longer ones before those
// within them.
func stageWords() []stageWord {
	return []stageWord{
		{pattern: `(?:开工|签约|注册|竣工|投产)前期?|注册手续`}, // of what comes before it
		{pattern: `前期(?:洽谈|谈判|对接|考察|接洽)`, stage: "NEGOTIATING", lasting: true},
		{pattern: `有效线索`, stage: "QUALIFIED"},
		{pattern: `线索流失|流失`, stage: "LOST"},
		{pattern: `线索`, stage: "LEAD", lasting: true},
		{pattern: `开工手续|施工许可证?|前期手续|前期工作|前期|手续|立项|备案|筹建|环评|能评`, stage: "PERMITTING", lasting: true},
		{pattern: `(?:签约|签订|签署|签)?(?:了|过)?(?:战略)?(?:合作)?(?:框架|意向|备忘录)(?:合作)?(?:协议|合同|书|签约)?|` +
			`签约意愿|签约意向|(?:投资|合作|初步)?意[向愿]|草签(?:协议|合同)?|备忘录`, stage: "INTENT", lasting: true},
		{pattern: `评审|联审`, stage: "REVIEWED"},
		{pattern: `在谈|洽谈|谈判|磋商|商谈|商定|接洽|对接|考察`, stage: "NEGOTIATING", lasting: true},
		{pattern: `签约|签(?:订|署|了)?(?:正式|投资|入园|项目|合作)*(?:合同|协议)|(?:合同|协议)(?:已|已经|正式)*签(?:订|署)`, stage: "SIGNED"},
		{pattern: `注册`, stage: "REGISTERED"},
		{pattern: `主体(?:结构|工程|厂房)?(?:已|已经|全部|基本)*(?:完工|竣工|建成|封顶)|复工|开工建设|开工|动工|奠基|在建|续建|建设中|正在建设|` +
			`主体施工|土建|施工|封顶|设备安装(?:调试)?|安装调试|装修`, stage: "STARTED", lasting: true},
		{pattern: `竣工验收|竣工|完工|建成`, stage: "COMPLETED"},
		{pattern: `待验收`, stage: "STARTED", lasting: true},
		{pattern: `试生产|试运营|投产|投入生产|投入运营|投入使用|投运|运营`, stage: "IN_PRODUCTION", lasting: true},
		{pattern: `达产|达效`, stage: "FULL_CAPACITY"},
		{pattern: `停滞|停工|停建|暂停|缓建|搁置`, stage: "SUSPENDED", lasting: true},
		{pattern: `终止|撤资|解约|退出|取消`, stage: "TERMINATED"},
		{pattern: `underconstruction|started|construction`, stage: "STARTED", lasting: true},
		{pattern: `inproduction|operational`, stage: "IN_PRODUCTION", lasting: true},
		{pattern: `negotiat(?:ing|ion)`, stage: "NEGOTIATING", lasting: true},
		{pattern: `signed`, stage: "SIGNED"},
		{pattern: `intent`, stage: "INTENT", lasting: true},
		{pattern: `registered`, stage: "REGISTERED"},
		{pattern: `completed`, stage: "COMPLETED"},
		{pattern: `terminated`, stage: "TERMINATED"},
		{pattern: `lead`, stage: "LEAD", lasting: true},
	}
}

// stageOrder is how far stages lie along the path; of several that a cell says
// the furthest holds.
func stageOrder() []string {
	return []string{"LEAD", "QUALIFIED", "NEGOTIATING", "INTENT", "REVIEWED", "SIGNED", "REGISTERED", "PERMITTING", "STARTED",
		"COMPLETED",
		"IN_PRODUCTION", "FULL_CAPACITY", "SUSPENDED", "TERMINATED", "LOST"}
}

// anyStage finds the words of stages; each word is a group of its own.
var anyStage = sync.OnceValue(func() *regexp.Regexp {
	var all []string
	for _, w := range stageWords() {
		all = append(all, "("+w.pattern+")")
	}
	return regexp.MustCompile(strings.Join(all, "|"))
})

// The marks that say how a word is meant. Before it, the mark nearest to it
// counts; behind it, what it is only the beginning of, as 开工准备.
var (
	clauseEnd = regexp.MustCompile(`[,;:。、\n]+`)
	claims    = regexp.MustCompile(`已经?|完成|通过|正式|顺利|全面|现已?`)
	unclaimed = regexp.MustCompile(`(未|没有?|不|无法|拟|待|计划|预计|即将)(?:能|曾)?(?:完成|通过|正式|顺利|全面)+`)
	denies    = regexp.MustCompile(`未|没有?|无|不|难以|迟迟|防止|避免|曾|非|not(?:yet)?|yetto|tobe|planned|expected`)
	intends   = regexp.MustCompile(`拟|计划|预计|预期|力争|争取|准备|筹备|打算|有望|可望|确保|近期|年内|将|可能?|能否|是否|如果?|若|邀请|谋划|目标|尽快|尽早|加快|` +
		`推动|推进|促成|敦促|督促|一旦|具备|后|即`)
	awaits     = regexp.MustCompile(`等?待|正在`)
	goesOn     = regexp.MustCompile(`正在|正`)
	comesOf    = regexp.MustCompile(`^(?:前|准备|筹备|条件|在即|时间|日期|事宜|细节|事项|条款|方式|流程|意愿|仪式(?:$|[^已举完成]*$)|能否|与否|方案|计划|目标|工作?准备|.{0,4}(?:[未待]定|未通过|未成|不成熟|未签|后$|后即?$))`)
	inProgress = regexp.MustCompile(`^.{0,4}中$|^手续办理中`)
	asks       = regexp.MustCompile(`[??]|吗`)
	phases     = regexp.MustCompile(`[一二三四五1-5]期`)
)

// stageOf reads which stage a cell says to be reached. Words within a denial, an
// intention, a condition or a question say none; ok is false where no word is
// left. A completion that is awaited says that the works have begun.
func stageOf(text string) (stage string, ok bool) {
	best, least := -1, len(stageOrder())
	s := library.NameKey(text)
	if asks.MatchString(s) {
		return "", false
	}
	for _, clause := range clauseEnd.Split(s, -1) {
		for _, reached := range saidIn(clause) {
			at := rankOf(reached)
			best, least = max(best, at), min(least, at)
		}
	}
	switch {
	case best < 0:
		return "", false
	case len(phases.FindAllString(s, -1)) > 1 && best < rankOf("SUSPENDED"):
		// 一期已竣工，二期在建: the whole is as far as its last part.
		best = least
	}
	return stageOrder()[best], true
}

func rankOf(stage string) int {
	for i, s := range stageOrder() {
		if s == stage {
			return i
		}
	}
	return -1
}

// saidIn returns the stages that a clause says to be reached.
func saidIn(clause string) []string {
	var out []string
	found := anyStage().FindAllStringSubmatchIndex(clause, -1)
	before, held := 0, false // where the word before ended, and whether it was only meant
	for n, at := range found {
		end := len(clause)
		if n+1 < len(found) {
			end = found[n+1][0]
		}
		pre, post := clause[before:at[0]], clause[at[1]:end]
		word := wordAt(at)
		said, whole := meaning(word, pre, post)
		if n > 0 && pre == "" && held {
			// 未开工建设 and 拟建成投产: what is said of the first is said of both.
			said = ""
		}
		if whole && said != "" {
			out = append(out, said)
		}
		held, before = said == "" && pre != "" || n > 0 && pre == "" && held, at[1]
	}
	return out
}

// wordAt returns the word that a match is of.
func wordAt(at []int) stageWord {
	for i, w := range stageWords() {
		if at[2*i+2] >= 0 {
			return w
		}
	}
	return stageWord{}
}

// meaning returns which stage a word says to be reached by what stands before and
// behind it; empty for none.
func meaning(w stageWord, pre, post string) (stage string, ok bool) {
	// 未完成注册 claims nothing, and 即将 is a waiting, not an intention.
	pre = strings.ReplaceAll(unclaimed.ReplaceAllString(pre, "$1"), "即将", "待")
	claimed := last(claims, pre)
	denied, intended, awaited := last(denies, pre), last(intends, pre), last(awaits, pre)
	progress := !w.lasting && (last(goesOn, pre) > claimed || inProgress.MatchString(post))
	switch {
	case denied > claimed || intended > claimed && intended > awaited:
		return "", false
	case comesOf.MatchString(post):
		return "", false
	case awaited > claimed && (!w.lasting || last(goesOn, pre) != awaited) || progress:
		if w.stage == "COMPLETED" {
			return "STARTED", true
		}
		return "", false
	}
	return w.stage, true
}

// last returns where the last match of a mark begins; -1 without one.
func last(mark *regexp.Regexp, s string) int {
	all := mark.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return -1
	}
	return all[len(all)-1][0]
}

// StageOf returns the stage that a text says to be reached, by the rules that
// cells are read by; ok is false where it says none.
func StageOf(text string) (stage string, ok bool) { return stageOf(text) }
