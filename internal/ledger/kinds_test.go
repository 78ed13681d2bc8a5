package ledger_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangu/domain/library"
	"sangu/internal/ledger"
)

// Each kind of ledger, by headers that no list of ours was made from.
func TestEveryKindOfLedgerIsToldByItsHeader(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		kind   string
		header []any
		row    []any
		want   []string // fields that must be found
	}{
		"projects by 建设单位": {kind: "project", header: []any{"序号", "项目名称", "建设单位", "建设规模及内容", "总投资额（亿元）", "牵头部门", "项目进展", "目前进展阶段",
			"包联领导"},
			row: []any{1, "甲项目", "甲公司", "新建厂房", 1.2, "县水务局", "打桩", "在建", "郭振华"}, want: []string{"name", "investor", "content",
				"total_investment",
				"responsible_unit", "progress", "stage", "leader"}},
		"projects of a park": {kind: "project", header: []any{"项目名称", "企业名称", "占地（亩）", "计划投资（万元）", "入驻园区", "项目责任单位", "开工日期", "投产日期",
			"联系人及电话"},
			row: []any{"甲项目", "甲公司", 30, 1200, "龙关镇", "县水务局", "2026-03", "", "王强 13800000000"}, want: []string{"name", "investor",
				"land_mu",
				"total_investment", "responsible_unit", "started_on", "in_production_on"}},
		"leads": {kind: "lead", header: []any{"序号", "线索企业", "投资意向内容", "意向投资额（亿元）", "信息来源", "首报单位", "登记日期", "研判结论", "跟踪责任人"},
			row: []any{1, "甲公司", "冷链物流", 1.2, "以商招商", "县水务局", "2026-03-05", "可行", "郭振华"}, want: []string{"company", "subject", "amount",
				"channel",
				"first_unit", "reported_on", "verdict", "owner"}},
		"visits going out": {kind: "visit", header: []any{"序号", "外出时间", "带队领导", "随行人员", "目的地", "拜访企业名称", "洽谈项目", "洽谈成果"},
			row: []any{1, "3月5日", "郭振华",
				"王强、李丽", "北京", "甲公司", "甲项目", "达成意向"}, want: []string{"on", "leader", "party", "place", "company", "project", "outcome"}},
		"guests coming in": {kind: "visit", header: []any{"来访日期", "来访企业（客商）", "来访人员", "接待领导", "考察地点", "洽谈内容"}, row: []any{"2026-03-05",
			"甲公司", "王强",
			"郭振华", "龙关镇", "冷链"}, want: []string{"on", "company", "leader", "outcome"}},
		"enterprises": {kind: "enterprise", header: []any{"企业名称", "统一社会信用代码", "所在乡镇", "行业类别", "是否规上", "主要产品", "生产经营状况", "企业诉求"},
			row: []any{"甲公司", "", "龙关镇", "制造业", "是", "板材", "正常", ""}, want: []string{"name", "credit_code", "host_area", "above_scale",
				"products",
				"state", "requests"}},
		"clients": {kind: "client", header: []any{"客商姓名或企业", "企业性质", "所在城市", "投资意向", "联系人", "职务", "手机号码"}, row: []any{"甲公司", "民企", "北京",
			"冷链",
			"王强", "经理", "13800000000"}, want: []string{"name", "investor_class", "needs", "contact", "contact_title", "contact_phone"}},
		"money in place": {kind: "fund", header: []any{"序号", "项目名称", "到账日期", "款项用途", "到位金额（万元）", "凭证编号", "附件"}, row: []any{1, "甲项目",
			"2026-03-05",
			"设备购置", 300, "记-001", "有"}, want: []string{"project", "paid_on", "category", "amount", "voucher"}},
		"problems": {kind: "problem", header: []any{"序号", "项目名称", "存在的主要问题", "问题类别", "责任单位", "责任领导", "整改时限", "办理进展", "是否办结"},
			row: []any{1, "甲项目",
				"用电未通", "要素", "县水务局", "郭振华", "2026-10-30", "推进中", "否"}, want: []string{"project", "problem", "type", "responsible_unit",
				"leader", "due_on", "progress", "closed"}},
		"projects in English": {kind: "project", header: []any{"No.", "Project Name", "Investor name", "Location",
			"Total Investment (RMB 10,000)",
			"Responsible Unit", "Status", "Signed On"}, row: []any{1, "甲项目", "甲公司", "龙关镇", 1200, "县水务局", "Signed", "2026-03-05"},
			want: []string{"name", "investor", "host_area", "total_investment", "responsible_unit", "stage", "signed_on"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := readOne(t, "a.xlsx", sheetOf(t, "Sheet3", [][]any{{"某县统计表 2026年9月26日"}, c.header, c.row}, nil))
			found := strings.Join(s.Mapping.Columns, " ")
			if s.Mapping.Kind != c.kind {
				t.Fatalf("read as %q: %s", s.Mapping.Kind, found)
			}
			for _, f := range c.want {
				if !strings.Contains(" "+found+" ", " "+f+" ") {
					t.Errorf("%s is not found among %s", f, found)
				}
			}
			if len(s.Rows) != 1 || s.Rows[0].Worst == ledger.Error {
				t.Errorf("%d rows, %v", len(s.Rows), s.Findings)
			}
		})
	}
}

// What has no place in the product is known, and left out with its reason.
func TestLedgersThatHaveNoPlaceAreLeftOutByName(t *testing.T) {
	t.Parallel()
	for why, rows := range map[string][][]any{
		"targets": {{"2026年招商引资目标任务分解表"}, {"序号", "责任单位", "指标名称", "年度目标", "1月", "2月", "3月", "完成率"}, {1, "县水务局", "签约项目", 3, 0, 1, 1,
			"33%"}},
		"bids": {{"争取上级资金情况"}, {"项目名称", "责任单位", "资金渠道", "申报金额", "批复金额", "到账金额", "阶段"}, {"甲项目", "县水务局", "省发改委", 300, 200, 100, "已批复"}},
		"promises": {{"惠企政策兑现台账"}, {"项目名称", "企业名称", "兑现条款", "金额（万元）", "兑现条件", "应兑现时间", "已兑现金额", "责任单位"}, {"甲项目", "甲公司", "第三条", 30, "投产",
			"2026-12-31", 10, "县财政局"}},
		"unknown": {{"填表说明"}, {"一、本表由县商务局制"}, {"二、请于月底报送"}},
		"blank":   {{""}, {"", " "}},
	} {
		grids, err := ledger.Open("a.xlsx", sheetOf(t, "Sheet1", rows, nil))
		if err != nil {
			t.Fatal(err)
		}
		if m, ok := ledger.Find(grids[0]); ok {
			t.Errorf("%s is read as %s", why, m.Kind)
		}
		if got := ledger.SkipReason(grids[0]); got != why {
			t.Errorf("%s is left out because %s", why, got)
		}
	}
}

func TestAHiddenSheetIsReadOnlyWhenAskedFor(t *testing.T) {
	t.Parallel()
	grids, err := ledger.Open("a.xlsx", sheetOf(t, "今年", [][]any{head(), jia()}, func(f *excelize.File) {
		_, _ = f.NewSheet("去年")
		for i, r := range [][]any{head(), second()} {
			_ = f.SetSheetRow("去年", map[int]string{0: "A1", 1: "A2"}[i], &r)
		}
		_ = f.SetSheetVisible("去年", false)
	}))
	if err != nil {
		t.Fatal(err)
	}
	if s := ledger.Read(grids, demoUnits(t), nil); len(s) != 1 || s[0].Name != "今年" {
		t.Errorf("read: %v", s)
	}
	if why := ledger.SkipReason(grids[1]); why != ledger.SkipHidden {
		t.Errorf("left out because %q", why)
	}
	if s := ledger.Read(grids, demoUnits(t), map[string]ledger.Mapping{"去年": ledger.At(grids[1], "project", []int{1})}); len(s) != 2 {
		t.Errorf("asked for, %d sheets are read", len(s))
	}
}

func TestStagesAreReadInOtherWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"洽谈中": "NEGOTIATING", "正在对接洽谈": "NEGOTIATING", "前期洽谈": "NEGOTIATING", "意向签约": "INTENT", "已签订意向协议": "INTENT", "签约意向": "INTENT",
		"已签约": "SIGNED", "签约阶段": "SIGNED", "已注册公司": "REGISTERED",
		"前期手续办理": "PERMITTING", "在建": "STARTED", "已开工": "STARTED", "建设中": "STARTED", "主体施工": "STARTED", "竣工验收": "COMPLETED",
		"建成投产": "IN_PRODUCTION", "竣工投产": "IN_PRODUCTION", "已投产": "IN_PRODUCTION", "投产达效": "FULL_CAPACITY",
		"停滞": "SUSPENDED", "已开工，现停工": "SUSPENDED", "终止": "TERMINATED", "投资方撤资": "TERMINATED", "有效线索": "QUALIFIED",
		"未开工": "", "拟签约": "", "推进中": "", "计划投产": "", "飞": "",
	} {
		s := readOne(t, "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "项目阶段"}, {"甲项目", "甲公司", "县水务局", text}}, nil))
		if got := s.Rows[0].Words["stage"]; got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
}

func TestPeopleAreToldApart(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"郭振华、李秀芳": "郭振华 李秀芳", "郭振华,李秀芳；赵国栋": "郭振华 李秀芳 赵国栋", "郭振华 李秀芳": "郭振华 李秀芳", "张　伟": "张伟", "张 伟、郭振华": "张伟 郭振华", "副县长郭振华": "郭振华",
		"郭振华（副县长）": "郭振华",
		"县委书记 陈志远": "陈志远", "陈志远同志/李秀芳": "陈志远 李秀芳", "郭振华\n李秀芳": "郭振华 李秀芳", "郭振华、郭振华": "郭振华", "—": "", "欧阳娜娜": "欧阳娜娜",
	} {
		s := readOne(t, "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "包联县领导"}, {"甲项目", "甲公司", "县水务局", text}}, nil))
		if got := strings.Join(s.Rows[0].People["leader"], " "); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func TestAFindingSuggestsWhatIsMeantWhereThatCanBeTold(t *testing.T) {
	t.Parallel()
	code := library.CreditCode("911100008000014330")
	right := string(code[:17]) + string(code.CheckCharacter())
	rows := [][]any{{"项目名称", "投资方", "信用代码", "责任单位", "总投资(万元)", "开工时间"}, {"甲项目", "甲公司", "9111 0000 80OO 0143 3" + right[17:], "县水务局",
		160_000_000, "2026.2.30"}, {"乙项目", "乙公司", "91110108MA01C9KX7", "县水务局", 0.6, "#REF!"}, {"丙项目", "丙公司", "", "县水务局", 9800, "#N/A"}}
	s := readOne(t, "a.xlsx", sheetOf(t, "项目", rows, nil))
	got := map[string]ledger.Finding{}
	for _, f := range s.Findings {
		got[f.Cell] = f
	}
	for cell, want := range map[string][3]string{"E2": {"ledger.magnitude", "warning", "16000"}, "E3": {"ledger.magnitude", "warning",
		"6000"}, "F2": {"ledger.no_such_day", "error", ""}, "F3": {"ledger.formula", "error", ""}, "F4": {"ledger.formula", "error", ""},
		"C3": {"ledger.code_short", "error", ""}} {
		if f := got[cell]; f.Code != want[0] || string(f.Severity) != want[1] || f.Suggest != want[2] {
			t.Errorf("%s: %+v, want %v", cell, f, want)
		}
	}
	if f := got["E2"]; f.Params["amount"] != "1.6 万亿元" || f.Params["high"] != "9,800 万元" || f.Params["written"] != "元" {
		t.Errorf("why: %v", f.Params)
	}
	if f := got["C2"]; f.Code != "ledger.code_meant" || f.Suggest != right {
		t.Errorf("a code with O: %+v", f)
	}
	m := s.Mapping
	m.Kept = map[string]string{"E2": "就是这么大", "F2": "也行"}
	grids, _ := ledger.Open("a.xlsx", sheetOf(t, "项目", rows, nil))
	again := ledger.Read(grids, demoUnits(t), map[string]ledger.Mapping{"项目": m})[0]
	for _, f := range again.Findings {
		if f.Cell == "E2" {
			t.Errorf("a kept cell is asked about again: %+v", f)
		}
	}
	if again.Rows[0].Worst != ledger.Error {
		t.Error("an error was kept")
	}
}

// A name that is nobody's is told on its cell, and may be explained name by name.
func TestANameThatIsNobodysIsAskedAbout(t *testing.T) {
	t.Parallel()
	rows := [][]any{{"项目名称", "投资方", "责任单位", "包联县领导"}, {"甲项目", "甲公司", "县水务局", "副县长郭振华、查无此人"}}
	s := readOne(t, "a.xlsx", sheetOf(t, "项目", rows, nil))
	if len(s.Findings) != 1 || s.Findings[0].Cell != "D2" || s.Findings[0].Code != "ledger.person" ||
		s.Findings[0].Severity != ledger.Warning || s.Findings[0].Params["text"] != "查无此人" {
		t.Fatalf("findings: %v", s.Findings)
	}
	grids, _ := ledger.Open("a.xlsx", sheetOf(t, "项目", rows, nil))
	m := s.Mapping
	m.Words = map[string]map[string]string{"leader": {"查无此人": "李秀芳"}}
	again := ledger.Read(grids, demoUnits(t), map[string]ledger.Mapping{"项目": m})[0]
	if got := strings.Join(again.Rows[0].People["leader"], " "); got != "郭振华 李秀芳" || len(again.Findings) != 0 {
		t.Errorf("explained: %q, %v", got, again.Findings)
	}
}

// Whatever a list of choices offers is read as that choice.
func TestEveryChoiceIsReadAsItself(t *testing.T) {
	t.Parallel()
	for _, k := range ledger.Kinds() {
		for _, f := range k.Fields {
			seen := map[string]bool{}
			for _, text := range f.Choices() {
				header, row := []any{}, []any{}
				for _, need := range k.Fields {
					if need.Required || need.Key == f.Key || slices.Contains(k.DefiningFields, need.Key) || slices.Contains(k.AnyOf,
						need.Key) {
						header = append(header, need.Names[0])
						row = append(row, map[bool]string{true: text, false: "2026-03-05"}[need.Key == f.Key])
					}
				}
				grids, err := ledger.Open("a.xlsx", sheetOf(t, "Sheet1", [][]any{header, row}, nil))
				if err != nil {
					t.Fatal(err)
				}
				r := ledger.Read(grids, demoUnits(t), map[string]ledger.Mapping{"Sheet1": ledger.At(grids[0], k.Key,
					[]int{1})})[0].Rows[0]
				got := r.Words[f.Key]
				if f.Type == ledger.YesNo {
					got = map[bool]string{true: "yes", false: "no"}[r.Ticks[f.Key]]
				}
				if got == "" || seen[got] {
					t.Errorf("%s %s: %q is read as %q", k.Key, f.Key, text, got)
				}
				seen[got] = true
			}
		}
	}
}
