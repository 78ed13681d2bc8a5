package ledger_test

import "testing"

func TestAStartThatIsYetToComeOrHasNoDayIsAskedAboutAndWordsAroundAmountsAreRead(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "started-in-the-future.xlsx"), "name", "total_investment", "known:signed_on", "known:started_on"),
		"未来项目 | 80000000 | 2024-03-23 |  [G3 warning ledger.day_ahead_planned]",
		"无日项目 | 120000000 | 2024-03-23 | ≤ 2026-09-30 [G4 warning ledger.stage_undated]",
		"约数项目 | 250000000 | 2026-05-06 |  [D5 warning ledger.approximate]")
	for _, r := range readCase(t, "started-in-the-future.xlsx")[0].Rows {
		if d, dated := r.Dates["started_on"]; dated {
			t.Errorf("%s is started on %s", r.Texts["name"], d)
		}
	}
}

func TestADayOfAStageThatIsNotExactIsKeptAsWellAsItIsKnown(t *testing.T) {
	t.Parallel()
	head := "截至2026年9月26日\n项目名称,投资方,责任单位,总投资(万元),签约时间,开工时间,投产时间\n"
	want(t, lines(read(t, "a.csv", []byte(head+
		"甲项目,甲公司,县水务局,12000,2025年3月,2025年上半年,\n"+
		"乙项目,乙公司,县水务局,12000,2025年,9月底前已开工,\n"+
		"丙项目,丙公司,县水务局,12000,2025-03-05,拟2026年12月开工,\n"+
		"丁项目,丁公司,县水务局,12000,2025-03-05,2025.3-2025.5,2027年\n")), "name", "known:signed_on", "known:started_on", "planned_start",
		"known:in_production_on"),
		"甲项目 | 2025-03 | 2025-H1 |  |  [E3 warning ledger.day_not_exact] [F3 warning ledger.day_not_exact]",
		"乙项目 | 2025 | ≤ 2026-09-30 |  |  [E4 warning ledger.day_not_exact] [F4 warning ledger.day_not_exact]",
		"丙项目 | 2025-03-05 |  | 2026-12-31 |  [F5 warning ledger.day_ahead_planned]",
		"丁项目 | 2025-03-05 | 2025-03 |  |  [F6 warning ledger.day_not_exact] [G6 warning ledger.day_ahead_planned]")
}

func TestASigningOfAYearHasNoDay(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "year-only.xlsx")
	want(t, lines(sheets, "name", "known:signed_on"), "甲项目 | 2025 [E2 warning ledger.day_not_exact]",
		"乙项目 | 2025 [E3 warning ledger.day_not_exact]")
	for _, r := range sheets[0].Rows {
		if d, dated := r.Dates["signed_on"]; dated {
			t.Errorf("%s is signed on %s", r.Texts["name"], d)
		}
	}
}

func TestTheDayOfAPaymentOrAReportThatNamesNoDayIsAskedAbout(t *testing.T) {
	t.Parallel()
	want(t, lines(read(t, "a.csv", []byte("项目名称,到位日期,金额(万元),凭证号\n甲项目,2026年3月,300,记-1\n")), "paid_on"),
		"2026-03-01 [B2 warning ledger.day_coarse]")
	want(t, lines(read(t, "a.csv", []byte("企业名称,意向内容,首报单位,首报时间\n甲公司,冷链,县水务局,2026年3月\n")), "reported_on"),
		"2026-03-01 [D2 warning ledger.day_coarse]")
}

func TestADayOfAVisitMayHaveAnHour(t *testing.T) {
	t.Parallel()
	sheets := readCase(t, "visit-day-with-hour.csv")
	want(t, lines(sheets, "company", "on", "starts_at"), "甲公司 | 2026-09-10 | ", "乙公司 | 2026-09-11 | 14:30", "丙公司 | 2026-09-12 | 15:00",
		"丁公司 | 2026-09-13 | 09:30")
	if got := notes(sheets); got != "year_of_others" {
		t.Errorf("told: %s", got)
	}
	for text, hour := range map[string]string{"2026年9月10日 下午3点半": "15:30", "2026.9.10 8点15分": "08:15", "2026-09-10晚上7时": "19:00",
		"2026/9/10 14:30-16:00": "14:30", "2026年9月10日（上午）": "",
		"2026-09-10 9:30～11:00": "09:30", "2026年9月10日全天": "", "2026-09-10 00:00:00": "", "2026-09-10T14:30:00": "14:30"} {
		s := read(t, "a.csv", []byte("日期,带队领导,来访企业,地点\n"+text+",郭振华,甲公司,县城\n"))
		want(t, lines(s, "on", "starts_at"), "2026-09-10 | "+hour)
	}
}

func TestANoughtOfAFormulaOnABlankCellIsEmpty(t *testing.T) {
	t.Parallel()
	want(t, lines(readCase(t, "zero-from-formula.xlsx"), "name", "signed_on", "contact"), "甲项目 |  | ", "乙项目 | 2025-12-09 | 张三")
	s := read(t, "a.csv", []byte("客商名称,企业性质,来源地,联系人,投资需求\n甲公司,民企,0,0,0\n"))
	want(t, lines(s, "name", "origin", "contact", "needs"), "甲公司 |  |  | ")
	s = read(t, "a.csv", []byte("项目名称,投资方,责任单位,带动就业\n甲项目,甲公司,县水务局,0\n"))
	want(t, lines(s, "jobs"), "0")
}
