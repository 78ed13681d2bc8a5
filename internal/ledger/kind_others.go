package ledger

func leadKind() Kind {
	return Kind{Key: "lead", Sheets: []string{"线索"}, DefiningFields: []string{"company", "subject"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号", "编号"}},
		{Key: "company", Firm: true, Type: Text, Required: true, Names: []string{"企业名称", "企业", "投资方", "客商名称", "公司名称", "Company", "线索企业",
			"意向企业", "意向客商", "客商", "投资企业"}},
		{Key: "subject", Type: Text, Required: true, Names: []string{"意向内容", "内容", "意向项目", "拟投资项目", "线索内容", "项目线索", "线索名称", "项目名称",
			"投资内容", "合作内容", "拟建项目", "Subject", "投资意向内容", "意向投资内容", "合作意向", "线索概况", "项目概况", "主要内容", "投资领域"}},
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
		{Key: "on", Event: true, Type: Date, Required: true, Names: []string{"日期", "时间", "开始时间", "出发时间", "起始时间", "外出开始时间", "拜访时间", "来访时间",
			"外出时间", "接待时间", "拜访日期", "Date", "考察时间", "活动时间", "出访时间", "洽谈时间"}},
		{Key: "way", Type: Word, words: wayWords, Names: []string{"方式", "类型", "Way"}},
		{Key: "leader", Type: People, Names: []string{"带队领导", "领导", "接待领导", "带队人", "姓名", "外出人员", "外出人员姓名", "参加领导", "Leader", "带队负责人",
			"陪同领导", "参与领导"}},
		{Key: "party", Type: Text, Names: []string{"随行人员", "随行", "参加人员", "Party", "来访人员", "随行单位", "陪同人员", "参加单位"}},
		{Key: "until", Type: Ignored, Names: []string{"结束时间", "返回时间", "截止时间"}},
		{Key: "days", Type: Ignored, Names: []string{"天数", "外出天数"}},
		{Key: "met", Type: Text, Names: []string{"接洽人", "接洽人姓名", "会见人", "对方接待人", "对接人", "会见人员", "企业负责人", "接待人"}},
		{Key: "met_title", Type: Text, Names: []string{"接洽人职务", "会见人职务", "对接人职务"}},
		{Key: "unit", Type: Ignored, Names: []string{"单位", "派出单位", "填报单位"}},
		{Key: "place", Type: Text, Names: []string{"地点", "目的地", "Place", "考察地点", "外出地点", "拜访地点", "所到城市"}},
		{Key: "company", Firm: true, Type: Text, Required: true, Names: []string{"拜访企业", "来访企业", "企业", "企业名称", "客商", "客商名称", "拜访对象",
			"拜访单位", "走访企业", "接待企业", "来访客商", "对接企业", "Company", "拜访企业名称", "来访企业名称", "来访单位", "考察企业", "对接客商", "拜访客商"}},
		{Key: "project", Type: Text, Names: []string{"携带项目", "洽谈项目", "项目", "Project"}},
		{Key: "outcome", Type: Text, Names: []string{"洽谈结果", "结果", "成果", "洽谈情况", "取得成效", "成效", "洽谈内容", "对接情况", "Outcome", "洽谈成果", "考察成果",
			"取得成果", "工作成效", "成果情况", "达成成果"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func enterpriseKind() Kind {
	return Kind{Key: "enterprise", Sheets: []string{"企业信息", "企业库"}, DefiningFields: []string{"name"}, AnyOf: []string{"state",
		"above_scale", "products", "upstream", "downstream", "requests"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号"}},
		{Key: "name", Type: Text, Required: true, Names: []string{"企业名称", "企业", "单位名称", "公司名称", "Enterprise"}},
		{Key: "credit_code", Type: Code, Names: []string{"统一社会信用代码", "信用代码", "Credit code"}},
		{Key: "host_area", Type: Unit, Names: []string{"所在乡镇", "属地", "所在地", "乡镇", "Location"}},
		{Key: "industry", Type: Industry, Names: []string{"所属行业", "行业", "国民经济行业", "Industry", "行业类别", "行业分类"}},
		{Key: "above_scale", Type: YesNo, Names: []string{"是否规上", "规上", "Above scale"}},
		{Key: "products", Type: Text, Names: []string{"主要产品", "产品", "Products", "主导产品", "主营产品", "主营业务", "产品名称", "经营范围"}},
		{Key: "upstream", Type: Text, Names: []string{"上游需求", "上游", "原材料需求"}},
		{Key: "downstream", Type: Text, Names: []string{"下游客户", "下游", "销售去向"}},
		{Key: "state", Type: Word, words: stateWords, Names: []string{"生产经营状态", "经营状态", "运行状态", "状态", "停产/危困", "Operating state",
			"生产经营状况", "生产经营情况", "经营状况", "经营情况", "生产状况", "企业状态"}},
		{Key: "leader", Type: People, Names: []string{"包联领导", "包联县领导", "包企领导", "Leader"}},
		{Key: "requests", Type: Text, Names: []string{"诉求", "企业诉求", "存在困难", "Requests", "困难诉求", "企业困难诉求", "问题诉求", "困难问题"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func clientKind() Kind {
	return Kind{Key: "client", Sheets: []string{"客商", "客户"}, DefiningFields: []string{"name"}, AnyOf: []string{"investor_class",
		"strength", "terms", "needs", "origin", "contact"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号"}},
		{Key: "name", Firm: true, Type: Text, Required: true, Names: []string{"客商名称", "客户名称", "所在企业", "所在单位", "任职企业", "企业名称", "投资方名称",
			"客商", "客户", "投资商", "公司名称", "Client", "客商姓名或企业", "客商姓名", "客商企业", "意向客商"}},
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
		{Key: "paid_on", Event: true, Type: Date, Required: true, Names: []string{"日期", "到位日期", "付款日期", "到位时间", "付款时间", "Paid on", "到账时间",
			"入账时间", "支付时间", "凭证时间", "时间"}},
		{Key: "category", Type: Word, words: fundWords, Names: []string{"类别", "资金类别", "资金用途", "用途", "Category", "款项用途", "资金类型", "款项性质",
			"投资类别"}},
		{Key: "amount", Type: Money, Required: true, Names: []string{"金额", "到位金额", "到位资金", "Amount", "到账金额", "支付金额", "资金金额"}},
		{Key: "voucher", Number: true, Type: Text, Required: true, Names: []string{"凭证号", "凭证编号", "发票号", "凭证", "记账凭证号", "Voucher", "票据号",
			"单据号", "凭证号码", "发票号码", "凭证字号", "票号"}},
		{Key: "note", Type: Text, Names: []string{"备注"}},
	}}
}

func problemKind() Kind {
	return Kind{Key: "problem", Sheets: []string{"问题"}, DefiningFields: []string{"project", "problem"}, Fields: []Field{
		{Key: "no", Type: Ignored, Names: []string{"序号", "编号"}},
		{Key: "project", Type: Text, Required: true, Names: []string{"项目名称", "涉及项目", "项目", "Project"}},
		{Key: "problem", Type: Text, Required: true, Names: []string{"问题", "存在问题", "问题描述", "存在的问题", "困难问题", "Problem", "存在的主要问题", "主要问题",
			"问题情况", "问题内容", "具体问题", "需解决问题", "困难和问题"}},
		{Key: "type", Type: Text, Names: []string{"类型", "问题类型", "问题类别", "类别"}},
		{Key: "responsible_unit", Type: Unit, Names: []string{"责任单位", "牵头单位"}},
		{Key: "leader", Type: Text, Names: []string{"责任领导", "包联领导"}},
		{Key: "due_on", Type: Date, Names: []string{"时限", "办结时限", "解决时限", "整改时限", "完成时限", "Due", "解决期限", "整改期限", "办理时限", "完成时间"}},
		{Key: "progress", Type: Text, Names: []string{"进展", "进展情况", "办理进展", "整改进展", "办理情况", "落实情况", "整改情况"}},
		{Key: "closed", Type: YesNo, Names: []string{"是否销号", "销号", "是否办结", "是否解决", "是否完成"}},
	}}
}
