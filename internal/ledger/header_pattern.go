package ledger

import (
	"regexp"
	"sync"
)

// patternPoints is what a header is worth that is like a field's names and none of
// them: more than one that only holds a name, less than any name.
const (
	patternPoints  = 60
	patternLongest = 16 // runes; a longer text is a cell or an instruction
)

// headerPatterns recognise a field by how offices build its name, for the names that nobody
// has listed: who (包联、挂包、分管) and what (领导), when planned and when done.
// They are read on the header's key, where 日期 is 时间 and 部门 is 单位, and in the
// order of the kind's fields.
var headerPatterns = sync.OnceValue(func() map[string]map[string]*regexp.Regexp {
	out := map[string]map[string]*regexp.Regexp{}
	for kind, fields := range map[string]map[string]string{
		"project": {
			"name": `^(招商|重点|签约|在谈|拟建|续建|储备|谋划)项目(名称|全称)?$|^(project|scheme)(name|title)?$`,
			"kind": `^(项目|产业|行业)(类型|类别|分类)$|^sector$|^type$`,
			"investor": `(投资|合作|来投|落户|意向).*(企业|公司|客商|主体|方|单位)(名称|全称)?$|(引进|招引|签约|洽谈).*(企业|公司|客商)(名称|全称)?$|^(业主|法人)(单位|名称)|` +
				`^(investor|sponsor|developer|client|company|firm)`,
			"origin":           `(客商|投资|资金|企业).*(来源|所在).*(地|省|市|区域)?$|^(origin|country|home)`,
			"contact":          `(企业|客商|投资方|公司).*(联系人|联络人|负责人)|^联系人|^contact(person|name)?$`,
			"contact_phone":    `^(联系|手机|办公|移动)?(电话|方式|号码)(号码)?$|^(phone|tel|mobile)`,
			"company":          `(落地|注册|新设|新注册|运营).*公司(名称)?$`,
			"content":          `建设.*(内容|规模)|(内容|规模).*建设|^(项目)?(内容|概况|简介|基本情况|情况简介|规模)$|^(description|scope)`,
			"host_area":        `(落地|落户|建设|选址|所在|入驻|实施|拟选).*(地|址|点|园区|乡镇|镇|区域|位置)$|^(site|park|town|district|place|location)`,
			"total_investment": `^(项目)?(总|计划总|预计总|拟|预计|概算总|估算总|计划)投资(额|规模|金额|总额)?$|投资(总额|规模|概算|估算)$|^(capex|investment|budget|value)`,
			"fixed_investment": `固定资产|固投`,
			"contract_amount":  `(合同|协议|签约).*(额|资金|金额|投资)$`,
			"land_mu":          `^(拟|需|计划)?(用地|占地|供地|土地).*(面积|规模|需求|亩|指标|数)$|^land`,
			"annual_output":    `产值|销售收入|营业收入|营收`,
			"annual_tax":       `税收|利税|纳税|税金`,
			"jobs":             `就业|用工|吸纳|^(jobs|employment|headcount|employees)`,
			"channel":          `(招商|引进|招引|信息|线索).*(方式|渠道|来源|途径)$|^(source|channel)$`,
			"referrer":         `(引荐|推荐|介绍|引资|提供).*(人|机构)$`,
			"attracting_unit":  `(引资|招引|引进|招商|洽谈|引荐).*(单位|乡镇|局)$`,
			"responsible_unit": `(责任|牵头|主责|包抓|包保|包联|帮扶|承办|服务|推进|主管|实施|跟踪|落实|对接|主办|督导).*(单位|乡镇|局)$|专班$|^(lead|responsible|` +
				`owning).*(agency|unit|department|office|team)`,
			"clerk":              `^(联络员|经办人|专班联系人)|^(accountmanager|casemanager)`,
			"leader":             `(包|联|挂|抓|责任|牵头|分管|帮|督导).*(领导|县长|书记)$|^县(级|委|政府)?领导`,
			"stage":              `^(项目|当前|目前|所处|推进|进展|建设|落地).*(阶段|状态|环节)$|^(phase|status|stage)`,
			"signed_on":          `(签约|签订|签署).*(时间|日)$|^(mou|contract|agreement|deal).*(signed|date|on)$|^datesigned`,
			"planned_start":      `(计划|预计|拟|预期|拟定).*(开工|动工|开建)(时间)?$|^(planned|expected|target).*(start|groundbreaking)`,
			"started_on":         `^(实际|已)?(开工|动工|开建|奠基|破土).*(时间|日)$|^(groundbroken|groundbreaking|constructionstart|started|startdate)`,
			"planned_completion": `(计划|预计|拟|预期).*(竣工|完工|建成)(时间)?$|^(planned|expected|target).*completion`,
			"completed_on":       `^(实际|已)?(竣工|完工|建成).*(时间|日)$|^(completed|completion)`,
			"planned_production": `(计划|预计|拟|预期).*(投产|投用|投运|运营)(时间)?$|^(planned|expected|target).*(production|opening|operation)`,
			"in_production_on":   `^(实际|已)?(投产|投用|投运|投入使用|运营).*(时间|日)$|^(opened|operational|inoperation)`,
			"registered_on":      `(注册|成立).*时间$|^(registered|incorporated)`,
			"year_plan":          `(年度|今年|本年|当年|\d{4}年).*计划.*(投资|完成)|计划.*(年度|今年|本年).*投资`,
			"month_funds":        `(本|当)月.*(到位|完成)`,
			"year_funds":         `(本年|今年|年内|当年|年度|年初|1\d*月).*(到位|完成)`,
			"funds_reported":     `(累计|已|实际|截至|目前).*(到位|完成投资|完成额)|^到位.*(资金|金额|额)$|完成投资(额)?$|^(spent|disbursed|invested)`,
			"appearance":         `形象进度|工程进度`,
			"progress":           `(进展|推进|进度|工作|洽谈|谈判|前期|落实).*(情况|进展|动态|进度)$|^(目前|当前|最新).*(情况|进度|进展|动态)$|^(progress|update|comments)`,
			"problems":           `^(存在|主要|制约|面临)?.*(问题|困难|瓶颈|堵点|难点)$|^(issues|problems|obstacles)`,
			"to_coordinate":      `(需|请|拟).*(协调|解决|支持).*(事项|问题|诉求)?$`,
			"next_steps":         `^下(一)?步|^下阶段|工作(打算|计划|措施)$|^nextstep`,
			"key_level":          `(重点|项目).*(级别|层级|层次)$`,
			"policy":             `(优惠|扶持).*政策|承诺`,
			"note":               `^备注|^其他(情况|说明)?$|^(notes|remarks)`,
		},
		"lead": {
			"company":     `(企业|客商|公司|投资方|投资商|意向方|单位).*(名称|全称)?$|^(company|investor|firm|organisation|organization)`,
			"subject":     `(意向|合作|投资|拟建|拟投|项目|线索|洽谈).*(内容|项目|名称|领域|方向|概况|简介|事项)$|^(subject|enquiry|opportunity|interest|project)`,
			"amount":      `(意向|拟|预计|计划|总).*(投资|额)|投资(额|规模|总额|金额|估算)$|^(value|capex|investment)`,
			"channel":     `(线索|信息|招商|客商|项目).*(方式|渠道|来源|途径)$|^(source|channel)`,
			"referrer":    `(引荐|推荐|介绍|提供).*(人|方|机构|商会)$|^(referredby|introducer)`,
			"first_unit":  `(首报|首谈|填报|报送|上报|提供|责任|跟进|对接|跟踪|招商|牵头|承办|引荐).*单位$|^(reportedby|leadagency|agency|unit)`,
			"reported_on": `(首报|登记|报送|上报|获取|收集|获得|录入|首次|填报|接洽|初次|线索).*时间$|^(received|reported|date)`,
			"owner":       `(跟进|对接|责任|跟踪|联络|负责|经办|服务).*(人|员|专员)$|^(owner|officer|manager)`,
			"next_on":     `(下次|下一次|计划|拟|跟进|回访|再次).*时间$|^(next|followup)`,
			"next_action": `^下(一)?步|^下阶段|(跟进|工作)(打算|计划|措施)$|^nextstep`,
			"progress":    `(对接|洽谈|跟进|推进|进展|工作|联系).*(情况|进展|动态)$|^(目前|当前|最新).*(情况|进展)$|^(progress|update)`,
			"verdict":     `(研判|评估|初判|审核|评审).*(意见|结论|结果|情况)$`,
			"contact":     `联系人|联络人|^contact`,
		},
		"visit": {
			"on":      `(外出|考察|拜访|来访|接待|活动|洽谈|出访|走访|对接|到访|招商|会见|会谈).*(时间|日)$|^(date|when)`,
			"way":     `^(活动|招商|拜访|接待)?(方式|类型|形式|类别)$`,
			"leader":  `(带队|接待|参加|陪同|参与|出席|率队|会见|县).*(领导|负责人|人)$|^(ledby|leader|head)`,
			"party":   `(随行|参加|陪同|同行|来访|考察|参与|小组|出访|接待).*(人员|单位|成员|名单)$|^(party|delegation|participants)`,
			"place":   `^(外出|考察|拜访|活动|接待|出访|走访|招商|到访|目的|会见|对接)?.*(地点|地区|城市|目的地|区域|去向)$|^(where|city|place|venue)`,
			"company": `(拜访|考察|来访|接待|走访|对接|洽谈|到访|会见).*(企业|客商|单位|对象|公司|机构|商会)(名称)?$|^客商(单位|企业)|^(company|firm|visited)`,
			"project": `(携带|推介|洽谈|对接|涉及|意向|谋划).*项目$`,
			"outcome": `(成果|成效|结果|收获|洽谈|对接|活动|考察|主要|交流|会谈).*(情况|内容|成果|成效|结果|事项)$|^达成|^(outcome|result|summary)`,
		},
		"enterprise": {
			"host_area":   `(所在|属地|注册|经营|企业|厂址|坐落).*(乡镇|地址|地|园区|镇)$`,
			"industry":    `(所属|行业|产业).*(行业|类别|分类|产业)$|^sector`,
			"above_scale": `规(上|模以上)`,
			"products":    `(主要|主导|主营|生产).*(产品|业务)`,
			"upstream":    `(上游|原料|原材料)`,
			"downstream":  `(下游|销售).*(客户|去向|市场|企业)`,
			"state":       `(生产|经营|运行|企业|运营|开工).*(状态|状况|情况)$|^(status|state)`,
			"leader":      `(包|联|挂|帮|服务).*(领导|县长)$`,
			"requests":    `困难|诉求|问题|需.*(协调|解决)|^(needs|requests|issues)`,
		},
		"client": {
			"name":           `(客商|客户|企业|公司|投资方|投资商).*(名称|姓名|全称)$|^(client|investor|company)(name)?$`,
			"investor_class": `(企业|单位|投资方|客商|公司)?(性质|类型|属性)$|^(type|class)`,
			"origin":         `(来源|所在|所属|总部|注册|企业).*(地|省|市|省市|城市|地区|省份)$|籍贯|^(origin|country|city|hq|headquarters)`,
			"strength":       `实力|主营|从事|(企业|公司|客商)?(简介|概况|基本情况|规模)$|^(profile|turnover|revenue)`,
			"terms":          `(合作|投资|落地).*条件$`,
			"needs":          `(投资|合作|意向|关注|发展).*(意向|需求|诉求|方向|领域|计划)$|^(needs|interest)`,
			"contact":        `联系人|联络人|负责人$|^contact`,
			"contact_title":  `职务|职位|^(title|position)`,
			"contact_phone":  `电话|联系方式|手机|^(phone|tel|mobile)`,
		},
		"fund": {
			"paid_on":  `(到位|到账|入账|支付|付款|拨付|凭证|开票|记账).*(时间|日)$|^(date|paid)`,
			"amount":   `(到位|到账|支付|付款|拨付|本次|完成|发票|凭证).*(资金|金额|额|款)$|^(amount|paid)$`,
			"category": `(资金|款项|投资|支出|费用|付款|支付).*(类别|类型|用途|性质|科目|名称)$|^(category|purpose)`,
			"voucher":  `(凭证|票据|单据|发票|回单|流水|银行).*(号|编号|号码)$|^(voucher|invoice|receipt)`,
		},
		"problem": {
			"project":          `(涉及|所属|关联|项目).*(项目|名称)$|^project`,
			"problem":          `^(存在|主要|制约|面临|具体|需).*(问题|困难|瓶颈|堵点|难点|事项)|^(issue|problem)`,
			"responsible_unit": `(责任|牵头|主办|承办|解决|办理|督办).*单位$`,
			"leader":           `(责任|包联|牵头|督办|分管|协调).*领导$`,
			"due_on":           `(时限|期限)$|(完成|办结|解决|整改|销号).*时间$|^(due|deadline)`,
			"progress":         `(进展|办理|整改|落实|解决|处理).*(情况|进展|结果|进度)$|^(progress|update)`,
			"closed":           `是否.*(销号|办结|解决|完成|整改)|销号情况$|^closed$`,
		},
	} {
		out[kind] = map[string]*regexp.Regexp{}
		for field, form := range fields {
			out[kind][field] = regexp.MustCompile(form)
		}
	}
	return out
})

// matchPattern scores a header's key by how offices build names.
func (f Field) matchPattern(h string) int {
	if f.form == nil || len([]rune(h)) > patternLongest || !f.form.MatchString(h) {
		return 0
	}
	return patternPoints
}
