package ledger_test

import (
	"slices"
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
			"no|name|content|total_investment|fixed_investment|investor|host_area|responsible_unit|leader|signed_on|is_started|progress|note"},
		{"project", "储备项目名称|投资商全称|拟投资总额|产业分类|推进责任单位|帮扶县领导|项目所处环节|预计开工|预计投产|吸纳就业（人）|年营业收入（万元）|主要堵点难点|需县里协调事项|下阶段工作打算",
			"name|investor|total_investment|kind|responsible_unit|leader|stage|planned_start|planned_production|jobs|annual_output|problems|to_coordinate|next_steps"},
		{"project", "Project title|Sponsor|Sector|Capex (USD m)|Phase|Contract signed|Groundbreaking|Town|Headcount", "name|investor|kind|total_investment|stage|signed_on|started_on|host_area|jobs"},
		{"lead", "客商全称|拟投领域|预计投资规模（万元）|信息渠道|推荐人|跟踪单位|获取日期|经办人员|回访时间|目前洽谈进展|下步措施|企业联络人", "company|subject|amount|channel|referrer|first_unit|reported_on|owner|next_on|progress|next_action|contact"},
		{"visit", "序号|出访日期|率队领导|同行人员|走访城市|会见企业|推介项目|会谈主要成果", "no|on|leader|party|place|company|project|outcome"},
		{"enterprise", "企业名称|厂址所在乡镇|主导产品|规模以上企业|目前生产状况|联系县领导|需协调解决的问题", "name|host_area|products|above_scale|state|leader|requests"},
		{"client", "客户全称|企业类型|总部所在城市|企业概况|关注领域|负责人|职位|手机号", "name|investor_class|origin|strength|needs|contact|contact_title|contact_phone"},
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
	for text, want := range map[string][2]string{"王经理 13800138000": {"王经理", "13800138000"}, "李总（139 0013 9000）": {"李总", "139 0013 9000"}, "赵主任0313-6312345、13900139000": {"赵主任", "0313-6312345"}} {
		s := readOne(t, "a.xlsx", sheetOf(t, "线索", [][]any{{"企业名称", "意向内容", "线索来源", "联系人及电话"}, {"甲公司", "光伏", "领导招商", text}}, nil))
		if got := s.Rows[0].Texts; got["contact"] != want[0] || got["contact_phone"] != want[1] {
			t.Errorf("%q: %q and %q", text, got["contact"], got["contact_phone"])
		}
	}
}

func TestWhatIsNotYetSoIsNoStage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"已签约，未开工": "SIGNED", "正在办理前期手续，拟10月开工": "PERMITTING", "主体施工，预计年底投产": "STARTED", "拟签约": "", "未签约": ""} {
		s := readOne(t, "a.xlsx", sheetOf(t, "项目", [][]any{{"项目名称", "投资方", "责任单位", "项目阶段"}, {"甲项目", "甲公司", "县水务局", text}}, nil))
		if got := s.Rows[0].Words["stage"]; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
