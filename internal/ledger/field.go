package ledger

import (
	"regexp"
	"strings"
	"sync"

	"sangu/domain/pool"
)

// Type is how a field's cells are read.
type Type string

// The types of fields.
const (
	Text     Type = "text"
	Money    Type = "money"
	Date     Type = "date"
	Decimal  Type = "decimal"
	Integer  Type = "integer"
	YesNo    Type = "yes_no"
	Unit     Type = "unit"
	People   Type = "people"
	Code     Type = "credit_code"
	Industry Type = "industry"
	Stage    Type = "stage"
	Word     Type = "word"
	Ignored  Type = "ignored"
)

// Field is one column that a ledger may have, found by any of its names.
type Field struct {
	Key      string
	Type     Type
	Names    []string // the first is the column's own name, the rest aliases
	Required bool
	// Absent says that a ledger may do without the column, though a cell of it
	// may not be empty: the importer knows what is meant then.
	Absent bool
	// Likely says that a sheet without the column is likelier of another kind.
	Likely bool
	// Firm says that a cell names one firm, Number that it is a number of a kind
	// that is no quantity, Event that it is a day on which something happened.
	Firm, Number, Event bool
	words               func() []word
	keys                []string // of its names
	form                *regexp.Regexp
}

// Kind is one sort of ledger.
type Kind struct {
	Key    string
	Sheets []string // words that sheet names carry: a hint only
	Fields []Field
	// DefiningFields are fields without which a sheet is not of this kind.
	DefiningFields []string
	// AnyOf are fields of which at least one is there too.
	AnyOf []string
}

// Kinds lists the ledgers that are read (domain.md §10).
func Kinds() []Kind { return known()[:7] }

// known are the kinds that are read, and behind them those with no place here;
// their names' keys are made once.
var known = sync.OnceValue(func() []Kind {
	all := append([]Kind{projectKind(), leadKind(), visitKind(), enterpriseKind(), clientKind(), fundKind(), problemKind()}, unsupported()...)
	for _, k := range all {
		for i := range k.Fields {
			for _, n := range k.Fields[i].Names {
				k.Fields[i].keys = append(k.Fields[i].keys, headerKey(n))
			}
			k.Fields[i].form = headerPatterns()[k.Key][k.Fields[i].Key]
		}
	}
	return all
})

func projectKind() Kind {
	return Kind{Key: "project", Sheets: []string{"项目"}, DefiningFields: []string{"name"}, AnyOf: []string{"responsible_unit", "investor", "attracting_unit"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号", "编号", "No"}},
		{Key: "code", Number: true, Type: Text, Names: []string{"项目编号", "项目代码", "谋划项目编号", "Project code"}},
		{Key: "name", Type: Text, Required: true, Names: []string{"项目名称", "名称", "项目", "Project name", "Project", "项目名", "招商项目", "签约项目"}},
		{Key: "kind", Type: Word, words: kindWords, Names: []string{"项目类别", "产业类别", "类型", "类别", "产业", "Kind"}},
		{Key: "industry", Type: Industry, Names: []string{"国民经济行业", "行业", "所属行业", "Industry", "行业类别", "行业分类"}},
		{Key: "chain", Type: Text, Names: []string{"所属产业链", "产业链", "Chain"}},
		{Key: "investor", Firm: true, Type: Text, Required: true, Absent: true, Likely: true, Names: []string{"投资方名称", "投资方", "投资主体", "客商名称", "投资单位", "投资企业", "投资人", "投资商", "投资公司", "业主单位", "项目单位", "建设单位", "企业名称", "Investor", "企业", "公司名称", "引进企业", "签约企业", "签约客商", "投资者", "招引企业", "项目业主", "业主", "合作方", "建设主体", "实施主体", "Investor name", "Company"}},
		{Key: "credit_code", Type: Code, Names: []string{"投资方统一社会信用代码", "统一社会信用代码", "信用代码", "Credit code"}},
		{Key: "origin", Type: Text, Names: []string{"投资方来源地", "投资方注册地", "注册地", "资金来源", "省外", "来源省市", "来源地", "Origin"}},
		{Key: "investor_class", Type: Word, words: classWords, Names: []string{"企业性质", "外字号", "中字号", "国字号", "民企"}},
		{Key: "tiers", Type: Text, Names: []string{"是否500强或上市公司", "企业层级", "500强"}},
		{Key: "contact", Type: Text, Names: []string{"投资方联系人", "联系人", "企业联系人", "联系人及电话", "联系人及联系方式"}},
		{Key: "contact_title", Type: Text, Names: []string{"投资方联系人职务", "职务"}},
		{Key: "contact_phone", Number: true, Type: Text, Names: []string{"投资方联系电话", "联系电话", "电话", "手机", "联系方式", "手机号码", "电话号码", "手机号"}},
		{Key: "company", Type: Text, Names: []string{"项目公司名称", "落地公司", "注册公司", "项目公司"}},
		{Key: "company_code", Type: Code, Names: []string{"项目公司统一社会信用代码", "项目公司信用代码"}},
		{Key: "content", Type: Text, Names: []string{"建设内容及规模", "建设内容", "主要建设内容", "建设规模及内容", "Content"}},
		{Key: "construction", Type: Word, words: constructionWords, Names: []string{"建设性质", "新建续建"}},
		{Key: "host_area", Type: Unit, Names: []string{"建设地点", "落户地", "选址", "乡镇(园区)", "乡镇", "落户乡镇", "所在乡镇", "属地", "Location", "Host area", "落地乡镇", "落户园区", "入驻园区", "落地园区", "项目地点", "项目地址", "项目选址", "建设地址", "所在地", "街镇名", "街镇", "园区名称", "所在园区"}},
		{Key: "total_investment", Type: Money, Names: []string{"总投资", "计划总投资", "投资额", "投资总额", "项目总投资", "Total investment", "计划投资", "投资规模", "总投资额", "预计总投资", "拟投资", "Investment"}},
		{Key: "fixed_investment", Type: Money, Names: []string{"固定资产投资", "固投", "其中固定资产", "Fixed-asset investment"}},
		{Key: "contract_amount", Type: Money, Names: []string{"协议(合同)投资额", "合同投资额", "协议投资额", "签约金额", "协议引资额", "合同额", "签约额", "Contract amount", "协议资金", "协议总投资", "协议金额", "合同金额", "合同引资额", "签约投资额"}},
		{Key: "foreign_capital", Type: Money, Names: []string{"利用外资", "合同外资"}},
		{Key: "land_mu", Type: Decimal, Names: []string{"用地面积", "用地需求", "占地面积", "用地", "Land", "占地", "用地规模", "用地指标", "占地规模"}},
		{Key: "floor_area", Type: Ignored, Names: []string{"建筑面积"}},
		{Key: "intensity", Type: Ignored, Names: []string{"投资强度"}},
		{Key: "annual_output", Type: Money, Names: []string{"预计年产值", "年产值", "年销售收入", "达产年产值", "产值"}},
		{Key: "annual_tax", Type: Money, Names: []string{"预计年税收", "税收", "年税收", "亩均税收"}},
		{Key: "jobs", Type: Integer, Names: []string{"预计就业人数", "带动就业", "就业人数", "就业", "Jobs"}},
		{Key: "energy", Type: Ignored, Names: []string{"能耗", "用能"}},
		{Key: "channel", Type: Word, words: channelWords, Names: []string{"线索来源", "招商方式", "引进方式", "Channel", "引进渠道", "项目来源", "招引方式"}},
		{Key: "referrer", Type: Text, Names: []string{"引荐人", "第一引资人", "中介"}},
		{Key: "first_unit", Type: Unit, Names: []string{"首报单位", "首谈单位"}},
		{Key: "first_on", Type: Date, Names: []string{"首报时间", "首谈时间", "登记时间"}},
		{Key: "attracting_unit", Type: Unit, Names: []string{"引资单位", "招引单位", "招商单位", "Attracting unit"}},
		{Key: "responsible_unit", Type: Unit, Required: true, Absent: true, Names: []string{"责任单位", "承办单位", "牵头单位", "责任部门", "主责单位", "服务单位", "包联单位", "帮扶单位", "Responsible unit", "牵头部门", "包抓单位", "包保单位", "主管单位", "项目责任单位", "推进单位"}},
		{Key: "head", Type: Text, Names: []string{"责任人", "单位负责人", "一把手"}},
		{Key: "clerk", Type: Text, Names: []string{"联络员及电话", "联络员", "联系人(单位)"}},
		{Key: "leader", Type: People, Names: []string{"包联县领导", "包保领导", "包抓领导", "县领导", "包联领导", "责任领导", "Leader", "县级领导", "包抓县领导", "包联县级领导", "牵头领导", "联系领导", "挂包领导", "挂钩领导"}},
		{Key: "chain_chief", Type: Text, Names: []string{"链长"}},
		{Key: "stage", Type: Stage, Names: []string{"项目阶段", "进展阶段", "项目状态", "目前状态", "阶段", "状态", "Stage", "Status", "目前进展阶段", "当前阶段", "所处阶段", "进展状态", "项目进度阶段", "落地阶段"}},
		{Key: "is_started", Type: YesNo, Names: []string{"是否开工", "是否已开工", "开工与否", "已开工"}},
		{Key: "intent_on", Type: Date, Names: []string{"意向协议时间"}},
		{Key: "signed_on", Type: Date, Names: []string{"签约时间", "签约日期", "合同签订时间", "Signed on", "Signed", "签订时间", "正式签约时间"}},
		{Key: "signing_event", Type: Text, Names: []string{"签约活动", "签约场次"}},
		{Key: "registered_on", Type: Date, Names: []string{"注册时间", "公司注册时间", "注册日期"}},
		{Key: "filing", Type: Text, Names: []string{"立项备案时间/文号", "备案", "立项备案"}},
		{Key: "land_papers", Type: Text, Names: []string{"用地手续", "土地摘牌", "出让合同"}},
		{Key: "environment", Type: Text, Names: []string{"环评批复", "环评"}},
		{Key: "energy_review", Type: Text, Names: []string{"能评批复", "能评"}},
		{Key: "planning_permit", Type: Text, Names: []string{"规划许可证号", "规划许可"}},
		{Key: "construction_permit", Type: Text, Names: []string{"施工许可证号", "施工许可"}},
		{Key: "planned_start", Type: Date, Names: []string{"计划开工时间", "计划开工", "拟开工", "拟开工时间", "Planned start"}},
		{Key: "started_on", Type: Date, Names: []string{"实际开工时间", "实际开工", "开工时间", "开工日期", "Started on", "Started", "动工时间", "开工建设时间"}},
		{Key: "planned_completion", Type: Date, Names: []string{"计划竣工时间", "计划竣工"}},
		{Key: "completed_on", Type: Date, Names: []string{"竣工时间", "实际竣工", "竣工日期"}},
		{Key: "planned_production", Type: Date, Names: []string{"计划投产时间", "计划投产"}},
		{Key: "in_production_on", Type: Date, Names: []string{"投产时间", "投产日期", "实际投产", "In production on"}},
		{Key: "full_capacity_on", Type: Date, Names: []string{"达产时间", "达产日期"}},
		{Key: "in_statistics", Type: YesNo, Names: []string{"是否入统", "纳统", "入库"}},
		{Key: "above_scale", Type: YesNo, Names: []string{"是否入规", "升规"}},
		{Key: "year_plan", Type: Money, Names: []string{"年度计划投资", "本年计划"}},
		{Key: "month_funds", Type: Money, Names: []string{"本月到位资金", "本月完成", "本月到位"}},
		{Key: "year_funds", Type: Money, Names: []string{"本年累计到位资金", "今年以来", "本年累计"}},
		{Key: "funds_reported", Type: Money, Names: []string{"累计到位资金", "自开工累计", "实际到位", "累计到位", "到位资金", "Funds in place", "累计完成投资", "已完成投资", "完成投资", "实际到位资金"}},
		{Key: "outside_funds", Type: Money, Names: []string{"其中:省外资金", "省外资金", "市外资金"}},
		{Key: "appearance", Type: Text, Names: []string{"形象进度", "建设进度", "进度"}},
		{Key: "progress", Type: Text, Names: []string{"目前进展情况", "进展情况", "最新进展", "项目进展", "Progress", "推进情况", "工作进展", "项目进展情况", "当前进展", "目前进展", "进度情况", "进展"}},
		{Key: "problems", Type: Text, Names: []string{"存在问题", "问题", "困难", "问题及困难", "Problems", "存在的问题", "存在困难和问题", "存在的困难和问题", "存在的主要问题", "困难和问题"}},
		{Key: "to_coordinate", Type: Text, Names: []string{"需协调解决事项", "需县级协调"}},
		{Key: "next_steps", Type: Text, Names: []string{"下一步工作措施", "下步打算", "下一步"}},
		{Key: "problem_due", Type: Date, Names: []string{"解决时限", "时限"}},
		{Key: "light", Type: Text, Names: []string{"亮灯", "红黄绿", "预警"}},
		{Key: "key_level", Type: Word, words: levelWords, Names: []string{"重点项目级别", "项目级别", "省重点", "市重点", "县重点", "Level"}},
		{Key: "policy", Type: Text, Names: []string{"优惠政策/承诺事项", "优惠政策", "一事一议"}},
		{Key: "note", Type: Text, Names: []string{"备注", "说明", "Note"}},
		{Key: "updated_on", Type: Date, Names: []string{"更新时间", "填报时间", "截至日期", "报送日期", "上报日期"}},
	}}
}

func leadKind() Kind {
	return Kind{Key: "lead", Sheets: []string{"线索"}, DefiningFields: []string{"company", "subject"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号", "编号"}},
		{Key: "company", Firm: true, Type: Text, Required: true, Names: []string{"企业名称", "企业", "投资方", "客商名称", "公司名称", "Company", "线索企业", "意向企业", "意向客商", "客商", "投资企业"}},
		{Key: "subject", Type: Text, Required: true, Names: []string{"意向内容", "内容", "意向项目", "拟投资项目", "线索内容", "项目线索", "线索名称", "项目名称", "投资内容", "合作内容", "拟建项目", "Subject", "投资意向内容", "意向投资内容", "合作意向", "线索概况", "项目概况", "主要内容", "投资领域"}},
		{Key: "amount", Type: Money, Names: []string{"意向投资", "意向额", "拟投资额", "投资意向", "意向投资额", "拟投资", "预计投资", "Amount"}},
		{Key: "channel", Type: Word, words: channelWords, Names: []string{"线索来源", "来源", "招商方式", "Channel", "信息来源", "线索渠道"}},
		{Key: "referrer", Type: Text, Names: []string{"引荐人", "介绍人", "Referrer"}},
		{Key: "first_unit", Type: Unit, Names: []string{"首报单位", "首谈单位", "填报单位", "报送单位", "Reported by"}},
		{Key: "reported_on", Event: true, Type: Date, Names: []string{"首报时间", "登记时间", "报送时间", "Reported on"}},
		{Key: "owner", Type: People, Names: []string{"跟进人", "责任人", "对接责任人", "负责人", "Owner", "跟踪责任人", "对接人", "跟踪人", "联络人"}},
		{Key: "next_on", Type: Date, Names: []string{"下次跟进时间", "下次跟进", "跟进时间", "Next follow-up"}},
		{Key: "next_action", Type: Text, Names: []string{"下一步打算", "下步打算", "下一步", "下一步措施", "下一步工作", "Next step"}},
		{Key: "progress", Type: Text, Names: []string{"对接情况", "洽谈情况", "进展情况", "跟进情况", "目前进展", "最新进展", "Progress"}},
		{Key: "verdict", Type: Text, Names: []string{"研判意见", "研判", "Assessment", "研判结论", "研判结果", "初判意见"}},
		{Key: "contact", Type: Text, Names: []string{"联系人", "联系人及电话", "联系人及联系方式", "联系人及联系电话", "企业联系人"}},
		{Key: "contact_phone", Number: true, Type: Text, Names: []string{"联系电话", "电话", "联系方式", "手机号码", "手机"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func visitKind() Kind {
	return Kind{Key: "visit", Sheets: []string{"招商", "来访", "拜访", "外出"}, DefiningFields: []string{"on", "company"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号"}},
		{Key: "on", Event: true, Type: Date, Required: true, Names: []string{"日期", "时间", "开始时间", "出发时间", "起始时间", "外出开始时间", "拜访时间", "来访时间", "外出时间", "接待时间", "拜访日期", "Date", "考察时间", "活动时间", "出访时间", "洽谈时间"}},
		{Key: "way", Type: Word, words: wayWords, Names: []string{"方式", "类型", "Way"}},
		{Key: "leader", Type: People, Names: []string{"带队领导", "领导", "接待领导", "带队人", "姓名", "外出人员", "外出人员姓名", "参加领导", "Leader", "带队负责人", "陪同领导", "参与领导"}},
		{Key: "party", Type: Text, Names: []string{"随行人员", "随行", "参加人员", "Party", "来访人员", "随行单位", "陪同人员", "参加单位"}},
		{Key: "until", Type: Ignored, Names: []string{"结束时间", "返回时间", "截止时间"}},
		{Key: "days", Type: Ignored, Names: []string{"天数", "外出天数"}},
		{Key: "met", Type: Text, Names: []string{"接洽人", "接洽人姓名", "会见人", "对方接待人", "对接人", "会见人员", "企业负责人", "接待人"}},
		{Key: "met_title", Type: Text, Names: []string{"接洽人职务", "会见人职务", "对接人职务"}},
		{Key: "unit", Type: Ignored, Names: []string{"单位", "派出单位", "填报单位"}},
		{Key: "place", Type: Text, Names: []string{"地点", "目的地", "Place", "考察地点", "外出地点", "拜访地点", "所到城市"}},
		{Key: "company", Firm: true, Type: Text, Required: true, Names: []string{"拜访企业", "来访企业", "企业", "企业名称", "客商", "客商名称", "拜访对象", "拜访单位", "走访企业", "接待企业", "来访客商", "对接企业", "Company", "拜访企业名称", "来访企业名称", "来访单位", "考察企业", "对接客商", "拜访客商"}},
		{Key: "project", Type: Text, Names: []string{"携带项目", "洽谈项目", "项目", "Project"}},
		{Key: "outcome", Type: Text, Names: []string{"洽谈结果", "结果", "成果", "洽谈情况", "取得成效", "成效", "洽谈内容", "对接情况", "Outcome", "洽谈成果", "考察成果", "取得成果", "工作成效", "成果情况", "达成成果"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func enterpriseKind() Kind {
	return Kind{Key: "enterprise", Sheets: []string{"企业信息", "企业库"}, DefiningFields: []string{"name"}, AnyOf: []string{"state", "above_scale", "products", "upstream", "downstream", "requests"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号"}},
		{Key: "name", Type: Text, Required: true, Names: []string{"企业名称", "企业", "单位名称", "公司名称", "Enterprise"}},
		{Key: "credit_code", Type: Code, Names: []string{"统一社会信用代码", "信用代码", "Credit code"}},
		{Key: "host_area", Type: Unit, Names: []string{"所在乡镇", "属地", "所在地", "乡镇", "Location"}},
		{Key: "industry", Type: Industry, Names: []string{"所属行业", "行业", "国民经济行业", "Industry", "行业类别", "行业分类"}},
		{Key: "above_scale", Type: YesNo, Names: []string{"是否规上", "规上", "Above scale"}},
		{Key: "products", Type: Text, Names: []string{"主要产品", "产品", "Products", "主导产品", "主营产品", "主营业务", "产品名称", "经营范围"}},
		{Key: "upstream", Type: Text, Names: []string{"上游需求", "上游", "原材料需求"}},
		{Key: "downstream", Type: Text, Names: []string{"下游客户", "下游", "销售去向"}},
		{Key: "state", Type: Word, words: stateWords, Names: []string{"生产经营状态", "经营状态", "运行状态", "状态", "停产/危困", "Operating state", "生产经营状况", "生产经营情况", "经营状况", "经营情况", "生产状况", "企业状态"}},
		{Key: "leader", Type: People, Names: []string{"包联领导", "包联县领导", "包企领导", "Leader"}},
		{Key: "requests", Type: Text, Names: []string{"诉求", "企业诉求", "存在困难", "Requests", "困难诉求", "企业困难诉求", "问题诉求", "困难问题"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func clientKind() Kind {
	return Kind{Key: "client", Sheets: []string{"客商", "客户"}, DefiningFields: []string{"name"}, AnyOf: []string{"investor_class", "strength", "terms", "needs", "origin", "contact"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号"}},
		{Key: "name", Firm: true, Type: Text, Required: true, Names: []string{"客商名称", "客户名称", "所在企业", "所在单位", "任职企业", "企业名称", "投资方名称", "客商", "客户", "投资商", "公司名称", "Client", "客商姓名或企业", "客商姓名", "客商企业", "意向客商"}},
		{Key: "credit_code", Type: Code, Names: []string{"统一社会信用代码", "信用代码"}},
		{Key: "investor_class", Type: Word, words: classWords, Names: []string{"企业性质", "性质", "投资方性质"}},
		{Key: "origin", Type: Text, Names: []string{"来源地", "所在地", "来源省市", "所在城市", "所在省市", "所在地区"}},
		{Key: "strength", Type: Text, Names: []string{"实力", "企业实力"}},
		{Key: "terms", Type: Text, Names: []string{"条件", "合作条件"}},
		{Key: "needs", Type: Text, Names: []string{"需求", "投资需求", "投资意向", "意向", "合作意向", "投资方向", "关注领域", "意向领域"}},
		{Key: "contact", Type: Text, Names: []string{"联系人", "姓名"}},
		{Key: "contact_title", Type: Text, Names: []string{"职务"}},
		{Key: "contact_phone", Number: true, Type: Text, Names: []string{"联系电话", "电话", "手机号码", "手机", "手机号", "联系方式"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func fundKind() Kind {
	return Kind{Key: "fund", Sheets: []string{"到位资金", "凭证"}, DefiningFields: []string{"voucher", "amount"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号", "编号"}},
		{Key: "project", Type: Text, Required: true, Names: []string{"项目名称", "项目", "Project"}},
		{Key: "paid_on", Event: true, Type: Date, Required: true, Names: []string{"日期", "到位日期", "付款日期", "到位时间", "付款时间", "Paid on", "到账时间", "入账时间", "支付时间", "凭证时间", "时间"}},
		{Key: "category", Type: Word, words: fundWords, Names: []string{"类别", "资金类别", "资金用途", "用途", "Category", "款项用途", "资金类型", "款项性质", "投资类别"}},
		{Key: "amount", Type: Money, Required: true, Names: []string{"金额", "到位金额", "到位资金", "Amount", "到账金额", "支付金额", "资金金额"}},
		{Key: "voucher", Number: true, Type: Text, Required: true, Names: []string{"凭证号", "凭证编号", "发票号", "凭证", "记账凭证号", "Voucher", "票据号", "单据号", "凭证号码", "发票号码", "凭证字号", "票号"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func problemKind() Kind {
	return Kind{Key: "problem", Sheets: []string{"问题"}, DefiningFields: []string{"project", "problem"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号", "编号"}},
		{Key: "project", Type: Text, Required: true, Names: []string{"项目名称", "涉及项目", "项目", "Project"}},
		{Key: "problem", Type: Text, Required: true, Names: []string{"问题", "存在问题", "问题描述", "存在的问题", "困难问题", "Problem", "存在的主要问题", "主要问题", "问题情况", "问题内容", "具体问题", "需解决问题", "困难和问题"}},
		{Key: "type", Type: Text, Names: []string{"类型", "问题类型", "问题类别", "类别"}},
		{Key: "responsible_unit", Type: Unit, Names: []string{"责任单位", "牵头单位"}},
		{Key: "leader", Type: Text, Names: []string{"责任领导", "包联领导"}},
		{Key: "due_on", Type: Date, Names: []string{"时限", "办结时限", "解决时限", "整改时限", "完成时限", "Due", "解决期限", "整改期限", "办理时限", "完成时间"}},
		{Key: "progress", Type: Text, Names: []string{"进展", "进展情况", "办理进展", "整改进展", "办理情况", "落实情况", "整改情况"}},
		{Key: "closed", Type: YesNo, Names: []string{"是否销号", "销号", "是否办结", "是否解决", "是否完成"}},
	}}
}

// KindByKey finds a kind.
func KindByKey(key string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Key == key {
			return k, true
		}
	}
	return Kind{}, false
}

// field finds a kind's field.
func (k Kind) field(key string) (Field, bool) {
	for _, f := range k.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// match scores how well a header's key names the field: 0 not at all, 100 by
// its own name, 90 by an alias, less where the header only holds the name.
func (f Field) match(h string) int {
	if h == "" {
		return 0
	}
	best := max(f.named(h), f.matchPattern(h))
	if bare := hint.ReplaceAllString(h, ""); bare != h && len([]rune(bare)) >= 2 {
		// 来访企业(客商) is 来访企业, 项目(企业)名称 is 项目名称.
		best = max(best, f.named(bare)-3, f.matchPattern(bare)-3)
	}
	if inner := inParens.FindStringSubmatch(h); inner != nil && len([]rune(inner[1])) >= 3 {
		// 乙方(投资企业) is 投资企业.
		best = max(best, f.named(inner[1])-8, f.matchPattern(inner[1])-8)
	}
	return best
}

// alike are words that offices use for one another, and marks in headers.
var alike = strings.NewReplacer("日期", "时间", "部门", "单位", "★", "", "▲", "", "#", "")

var hint = regexp.MustCompile(`\([^()]*\)`)

// named scores a header's key.
func (f Field) named(h string) int {
	best := 0
	for i, key := range f.keys {
		switch {
		case h == key && i == 0:
			return 100
		case h == key:
			best = max(best, 90)
		case strings.HasSuffix(h, "/"+key):
			best = max(best, 80)
		case strings.Contains(h, "/") && strings.HasSuffix(strings.ReplaceAll(h, "/", ""), key):
			// 签约 over 时间 is 签约时间.
			best = max(best, 75)
		case len([]rune(key)) >= 3 && strings.Contains(h, key) && !aboutIt(h, key):
			best = max(best, 30+len([]rune(key)))
		}
	}
	return best
}

// aboutIt says that a header that holds a name is about something of it: 投资方
// 简介 names no investor.
func aboutIt(h, key string) bool {
	for _, tail := range []string{"简介", "概况", "背景", "联系人", "电话", "地址", "数量", "人数", "个数", "负责人"} {
		if strings.HasSuffix(h, tail) && !strings.HasSuffix(key, tail) {
			return true
		}
	}
	return false
}

// headerKey is a header without unit, spaces and marks.
func headerKey(s string) string {
	s = pool.NameKey(s)
	if i := strings.LastIndex(s, "("); i > 0 && strings.HasSuffix(s, ")") {
		inner := s[i+1 : len(s)-1]
		if _, _, money := unitIn(inner); money || inner == "亩" || inner == "人" || inner == "个" || inner == "必填" {
			s = s[:i]
		}
	}
	// Day or time, unit or department: offices say either.
	s = alike.Replace(s)
	return strings.Trim(s, "*:：/.")
}
