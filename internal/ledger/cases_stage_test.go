package ledger_test

import "testing"

func TestAWordOfAStageWithinADenialAnIntentionOrAConditionIsNoStage(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "stage-words.xlsx"), "name", "stage"),
		"1号项目 | 即将签约 [E2 error ledger.stage]", "2号项目 | 准备签约 [E3 error ledger.stage]", "3号项目 | 没有开工 [E4 error ledger.stage]",
		"4号项目 | 开工准备中 [E5 error ledger.stage]", "5号项目 | INTENT", "6号项目 | 具备开工条件 [E7 error ledger.stage]",
		"7号项目 | STARTED [E8 warning ledger.stage_undated]")
}

func TestAColumnOfProgressWhoseWordsAreStagesIsTheStage(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "negotiation-progress.xlsx")
	want(t, lines(sheets, "investor", "stage", "host_area", "updated_on"),
		"公司接洽中 | NEGOTIATING | 龙关镇 | 2026-09-02 [D2 warning ledger.no_unit]",
		"公司已本地考察 | NEGOTIATING | 龙关镇 | 2026-09-02 [D3 warning ledger.no_unit]",
		"公司签约前谈判 | NEGOTIATING | 龙关镇 | 2026-09-02 [D4 warning ledger.no_unit]",
		"公司意向达成 | INTENT | 龙关镇 | 2026-09-02 [D5 warning ledger.no_unit]",
		"公司签约 | SIGNED | 龙关镇 | 2026-09-02 [D6 warning ledger.no_unit] [K6 warning ledger.stage_undated]")
	s := read(t, "a.csv", []byte("项目名称,投资方,责任单位,工作进展\n甲项目,甲公司,县水务局,已完成场地平整和围挡\n乙项目,乙公司,县水务局,正在施工图审查，10月完成\n"))
	want(t, lines(s, "progress", "stage"), "已完成场地平整和围挡 | ", "正在施工图审查，10月完成 | ")
}
