package ledger_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"sangu/internal/ledger"
)

// Nobody can list what every office calls its columns: each line is a ledger in
// words that are in no list, with the fields that they mean.
func TestColumnsAreKnownByHowTheirNamesAreBuilt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kind, headers, fields string }{
		{"project", "序号|项目（企业）名称|建设规模及主要内容|计划总投资额（亿元）|其中：固投（万元）|洽谈企业全称|拟选址乡镇|跟踪服务单位|分管县领导|签署日期|是否已开工|当前工作动态|备注说明",
			"no|name|content|total_investment|fixed_investment|investor|host_area|responsible_unit|leader|signed_on|is_started|" +
				"progress|note"},
		{"project", "储备项目名称|投资商全称|拟投资总额|产业分类|推进责任单位|帮扶县领导|项目所处环节|预计开工|预计投产|吸纳就业（人）|年营业收入（万元）|主要堵点难点|需县里协调事项|下阶段工作打算",
			"name|investor|total_investment|kind|responsible_unit|leader|stage|planned_start|planned_production|jobs|annual_output|" +
				"problems|to_coordinate|next_steps"},
		{"project", "Project title|Sponsor|Sector|Capex (USD m)|Phase|Contract signed|Groundbreaking|Town|Headcount",
			"name|investor|kind|total_investment|stage|signed_on|started_on|host_area|jobs"},
		{"lead", "客商全称|拟投领域|预计投资规模（万元）|信息渠道|推荐人|跟踪单位|获取日期|经办人员|回访时间|目前洽谈进展|下步措施|企业联络人",
			"company|subject|amount|channel|referrer|first_unit|reported_on|owner|next_on|progress|next_action|contact"},
		{"visit", "序号|出访日期|率队领导|同行人员|走访城市|会见企业|推介项目|会谈主要成果", "no|on|leader|party|place|company|project|outcome"},
		{"enterprise", "企业名称|厂址所在乡镇|主导产品|规模以上企业|目前生产状况|联系县领导|需协调解决的问题", "name|host_area|products|above_scale|state|leader|requests"},
		{"client", "客户全称|企业类型|总部所在城市|企业概况|关注领域|负责人|职位|手机号",
			"name|investor_class|origin|strength|needs|contact|contact_title|contact_phone"},
		{"fund", "项目名称|拨付日期|本次到位额（万元）|款项用途|银行回单号", "project|paid_on|amount|category|voucher"},
		{"problem", "涉及项目名称|制约难点|督办单位|督办领导|整改期限|处理结果|是否已解决", "project|problem|responsible_unit|leader|due_on|progress|closed"},
	} {
		heads := strings.Split(c.headers, "|")
		row := make([]any, len(heads))
		for i, h := range heads {
			row[i] = h
		}
		grids, err := ledger.Open("a.xlsx", sheetOf(t, "表", [][]any{{"赤城县台账"}, row, {"甲"}}, nil))
		if err != nil {
			t.Fatal(err)
		}
		m, ok := ledger.Find(grids[0])
		if want := strings.Split(c.fields, "|"); !ok || m.Kind != c.kind || !slices.Equal(m.Columns, want) {
			t.Errorf("%s: read as %s\n  heads %v\n  got   %v\n  want  %v", c.kind, m.Kind, heads, m.Columns, want)
		}
	}
}

func TestALongTextIsNoColumnsName(t *testing.T) {
	t.Parallel()
	rows := [][]any{head(), {"甲项目", "甲公司", "县水务局", 12000, "2026-03-05"}, {"项目进展情况说明：投资企业已完成签约时间的确认，责任单位正在推进", "存在问题", "", "", ""}}
	s := readOne(t, "a.xlsx", sheetOf(t, "项目", rows, nil))
	if !slices.Equal(s.Mapping.HeaderRows, []int{1}) {
		t.Errorf("the header is %v", s.Mapping.HeaderRows)
	}
}

func TestAPhoneBesideANameIsItsPhone(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{"王经理 13800138000": {"王经理", "13800138000"}, "李总（139 0013 9000）": {"李总", "139 0013 9000"},
		"赵主任0313-6312345、13900139000": {"赵主任", "0313-6312345"}} {
		s := readOne(t, "a.xlsx", sheetOf(t, "线索", [][]any{{"企业名称", "意向内容", "线索来源", "联系人及电话"}, {"甲公司", "光伏", "领导招商", text}}, nil))
		if got := s.Rows[0].Texts; got["contact"] != want[0] || got["contact_phone"] != want[1] {
			t.Errorf("%q: %q and %q", text, got["contact"], got["contact_phone"])
		}
	}
}

func TestWhatIsNotYetSoIsNoStage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"已签约，未开工": "SIGNED", "正在办理前期手续，拟10月开工": "PERMITTING", "主体施工，预计年底投产": "STARTED", "拟签约": "",
		"未签约": ""} {
		s := readOne(t, "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "项目阶段"}, {"甲项目", "甲公司", "县水务局", text}}, nil))
		if got := s.Rows[0].Words["stage"]; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// Whole sheets as offices send them, each with what its first row must say.
func TestWholeSheetsInOtherWordsComeOut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		rows [][]any
		want map[string]string
	}{
		{"履约", [][]any{{"××县2026年第三季度招商引资签约项目履约情况统计表"}, {"", "", "", "", "", "", "截至2026年9月30日  单位：万元"},
			{"序号", "签约项目名称", "签约时间", "合同引资额", "甲方（引进单位）", "乙方（投资企业）", "项目履约情况", "", "责任领导"},
			{"", "", "", "", "", "", "已开工", "已到位资金", ""}, {1, "装备项目", 46020, 50000, "县商务局", "江苏某公司", "√", 12000, "王海涛"}, {"", "合  计", "",
				50000}},
			map[string]string{"kind": "project", "name": "装备项目", "investor": "江苏某公司", "stage": "STARTED", "signed_on": "2025-12-29",
				"contract_amount": "500000000", "funds_reported": "120000000", "attracting_unit": "县商务局"}},
		{"在谈", [][]any{{"2026年在谈项目清单"}, {"序号", "项目名称", "投资方简介", "项目概况", "投资额", "谈判进度", "服务专班", "信息提供人"}, {1, "数据中心", "某科技公司，注册资金1亿元",
			"占地100亩", "20亿元", "磋商电价", "县科工信局", "张三"}},
			map[string]string{"kind": "project", "name": "数据中心", "stage": "NEGOTIATING", "investor": "", "total_investment": "2000000000",
				"progress": "磋商电价", "responsible_unit": "县科工信局", "referrer": "张三"}},
		{"开工", [][]any{{"序号", "乡镇", "项目名称", "建设单位", "总投资", "2026年计划投资", "拟开工时间"}, {"", "", "", "", "万元", "万元", ""}, {1, "龙关镇", "制品厂",
			"某建材公司", 8000, 3000, "2027年4月"}},
			map[string]string{"kind": "project", "name": "制品厂", "host_area": "龙关镇", "total_investment": "80000000",
				"year_plan": "30000000", "planned_start": "2027-04-01"}},
		{"客商", [][]any{{"赤城县重点客商信息库"}, {"姓名", "籍贯", "所在企业", "职务", "联系电话", "从事行业", "投资意向"}, {"张建国", "赤城", "北京某集团", "董事长", "13800000001",
			"物流", "冷链"}},
			map[string]string{"kind": "client", "name": "北京某集团", "contact": "张建国", "origin": "赤城", "strength": "物流", "needs": "冷链"}},
		{"请进来", [][]any{{"客商来访接待登记"}, {"来访日期", "客商单位及姓名", "人数", "来访事由", "接待领导", "接待地点", "达成意向"}, {"2026.7.3", "深圳某公司 张总", 5, "考察", "王海涛",
			"县宾馆", "签订意向协议"}},
			map[string]string{"kind": "visit", "company": "深圳某公司 张总", "on": "2026-07-03", "place": "县宾馆", "outcome": "签订意向协议"}},
		{"资金", [][]any{{"序号", "企业名称", "项目名称", "付款日期", "付款金额(元)", "付款用途", "转账凭证号"}, {1, "某公司", "飞行小镇项目", "2026-08-01", "1,250,000.00",
			"土地出让金", "0801-3"}},
			map[string]string{"kind": "fund", "project": "飞行小镇项目", "amount": "1250000", "category": "land", "paid_on": "2026-08-01",
				"voucher": "0801-3"}},
		{"困难", [][]any{{"编号", "项目", "困难问题及诉求", "牵头解决单位", "完成时限", "办理进度", "销号情况"}, {1, "飞行小镇项目", "空域未批", "县发改局", "2026年12月底", "已报省厅",
			"未销号"}},
			map[string]string{"kind": "problem", "problem": "空域未批", "due_on": "2026-12-31", "progress": "已报省厅",
				"responsible_unit": "县发改局"}},
	} {
		s := readOne(t, "a.xlsx", sheetOf(t, c.name, c.rows, nil))
		if len(s.Accepted()) != 1 {
			t.Errorf("%s: %d rows, %v", c.name, len(s.Accepted()), s.Findings)
			continue
		}
		r := s.Accepted()[0]
		for field, want := range c.want {
			got := r.Texts[field]
			if field == "kind" {
				got = s.Mapping.Kind
			} else if w, ok := r.Words[field]; ok {
				got = w
			} else if d, ok := r.Dates[field]; ok {
				got = d.String()
			} else if m, ok := r.Money[field]; ok {
				got = strconv.FormatInt(m.Amount, 10)
			}
			if got != want {
				t.Errorf("%s: %s is %q, want %q", c.name, field, got, want)
			}
		}
	}
}
