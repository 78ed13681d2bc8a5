package api_test

import (
	"strings"

	"sangu/domain/org"
)

// A recordedRequest is one line of the recorded set, asked by several roles and
// in several languages.
type recordedRequest struct {
	roles, langs []string
	method, path string
	body         string
	headers      []string
}

// everybody are all roles, in the order in which a picker shows them.
func everybody() []string {
	var out []string
	for _, r := range org.Roles() {
		out = append(out, string(r))
	}
	return out
}

// recordedReads are the reads of the set. The audit comes first, for reading
// records in the audit what was exported.
func recordedReads() []recordedRequest {
	zh, both := []string{"zh-CN"}, []string{"zh-CN", "en"}
	business := []string{"officer", "county_leader", "office_admin"}
	var out []recordedRequest
	add := func(roles, langs []string, paths string) {
		for _, path := range strings.Fields(paths) {
			out = append(out, recordedRequest{roles: roles, langs: langs, path: path})
		}
	}
	add(everybody(), zh, recordedForAll)
	add([]string{"audit_admin"}, zh, recordedAudit)
	add(business, zh, recordedLists)
	add([]string{"office_admin"}, zh, recordedRecords)
	add([]string{"unit_head", "office_admin"}, zh, recordedReports)
	add([]string{"office_admin"}, both, recordedFiles)
	add([]string{"nobody"}, zh, "/setup /session/demo-accounts /me /projects /calendar/nothing.ics")
	add([]string{"nobody"}, []string{"en"}, "/me")
	return out
}

const recordedAudit = `
/audit?limit=200 /audit?action=project.update&limit=200 /audit?action=session. /audit?subject_kind=lead&limit=200
/audit?action=stage&limit=50 /audit?from=2026-11-01&to=2026-11-20&limit=100 /audit?actor_id={person:何文静}&limit=200
/audit?subject_kind=project&subject_id={project:飞行小镇项目} /audit?action=counting_rule&limit=20
/audit?action=import&limit=50 /audit?action=person&limit=100 /audit?action=unit&limit=100 /audit?action=visit&limit=100
/audit?action=client&limit=100 /audit?action=enterprise&limit=100 /audit?action=fund&limit=100 /audit?action=signing&limit=100
/audit?sort=at&limit=100`

const recordedForAll = `
/audit?limit=20 /setup /me /onboarding /sample /units /people?limit=200 /me/tokens /account/preferences/list.projects
/views?list=projects /projects?limit=20 /projects/{project:飞行小镇项目}
/projects/{project:植物纤维防火复合板材生产项目} /projects/totals /projects/groups?by=unit /projects/ready-views
/projects/{project:飞行小镇项目}/stage-events /batches /clients?limit=20 /enterprises?limit=20 /leads?limit=50
/visits?limit=50 /contacts?limit=50 /desk /desk/leads /desk/projects /desk/decisions /calendar?from=2026-11-01&to=2026-11-30
/calendar?from=2026-11-20&to=2026-12-20&mine=true /account/calendar-feed /reports/funnel /reports/conversion
/reports/conversion?by=unit /reports/portfolio /reports/work-lists /reports/funds /reports/lights /reports/cockpit /reports/scores
/reports/analysis /score-scheme /counting-rules /colour-rules /targets/2026 /bulletins /bulletins/{bulletin:2026-10} /suspicions
/suspicion-limits /recycle-bin /notices /notices/unread /account/notices /watches/project/{project:飞行小镇项目}
/search?q=赤城 /search?q=xm /duplicates?kind=project&name=飞行小镇项目
/timeline?subject_kind=project&subject_id={project:飞行小镇项目}
/mentionable?subject_kind=project&subject_id={project:飞行小镇项目} /ledger-kinds /imports /imports/{import:written.csv}
/gates /industries /exports/projects?q=小镇 /leads/{lead:天津津储新能源有限公司/储能电池包组装}
/visits/{visit:深圳翎航科技有限公司/2026-11-27}`

const recordedLists = `
/projects?limit=30&sort=name /projects?limit=30&sort=-total_investment /projects?limit=30&sort=stage
/projects?limit=30&sort=completeness /projects?limit=30&sort=-signed_on /projects?limit=30&sort=planned_start
/projects?limit=30&sort=code&exact_count=true /projects?stage=SIGNED&stage=STARTED&exact_count=true
/projects?kind=industry&exact_count=true /projects?q=民宿 /projects?q=fxxz /projects?light=red&exact_count=true
/projects?light=none&light=yellow /projects?industrial=true&going=true /projects?signed_from=2026-01-01&signed_to=2026-06-30
/projects?started_from=2026-01-01 /projects?reached=SIGNED&not_reached=STARTED&exact_count=true /projects?confirmed=SIGNED
/projects?one_sheet=true&exact_count=true /projects?stale_before=2026-11-01&exact_count=true
/projects?should_have_begun=2026-11-25 /projects?mine=true /projects?watched=true
/projects?without=leader&without=host&exact_count=true /projects?min_investment=100000000&below_investment=500000000
/projects?unit_id={unit:县商务局} /projects?leader_id={person:王海涛} /projects?import_id={import:written.csv}
/projects?key_level=county /projects?evidence=contract /projects?channel=event /projects?horizon=year /projects?high_tech=true
/projects?section=C&limit=20 /projects?produced_from=2025-01-01 /projects?sort=nothing /projects?light=pink /projects?limit=500
/projects?cursor=x /projects/board /projects/board?limit=3&kind=tourism&sort=name /projects/totals?kind=industry
/projects/groups?by=stage&with_lights=true /projects/groups?by=host /projects/groups?by=leader
/projects/groups?by=kind&with_lights=true /projects/planned-days?from=2026-11-01&to=2026-12-20
/projects/planned-days?from=2026-01-01&to=2026-12-31 /clients?sort=name&limit=30&exact_count=true /clients?q=新能源
/clients?unit_id={unit:县商务局} /clients?without=owner&limit=10 /clients?key_account=true /clients/groups?by=unit
/clients/groups?by=owner /clients/groups?by=class /enterprises?sort=name&limit=30 /enterprises?sort=state&limit=30
/enterprises?state=halted&exact_count=true /enterprises?above_scale=true /enterprises?without=industry&limit=10
/enterprises/groups?by=state /enterprises/groups?by=industry /enterprises/groups?by=host /enterprises/groups?by=unit
/leads?sort=company /leads?sort=-amount /leads?sort=next_on /leads?state=open&state=valid&exact_count=true /leads?channel=referral
/leads?due_by=2026-11-30 /leads?q=新能源 /leads/groups?by=state /leads/groups?by=unit /leads/groups?by=owner
/visits?sort=company /visits?state=planned&exact_count=true /visits?way=in /visits?from=2026-11-01&to=2026-11-30 /visits?mine=true
/visits?leader_id={person:王海涛} /visits/groups?by=state /visits/groups?by=unit /visits/groups?by=owner
/visits/groups?by=leader /contacts?q=佟 /people?leader=true /people?role=officer /people?unit_id={unit:县商务局}
/people?q=wht /search?q=nothing-like-it /search?q=新能源&kind=client&limit=50 /search?q=chx&kind=person
/duplicates?kind=client&name=天津津储新能源 /duplicates?kind=lead&name=深圳翎航科技有限公司
/duplicates?kind=enterprise&name=赤城县汤泉铁精粉75有限公司 /notices?unread=true /recycle-bin?kind=lead
/calendar?from=2026-11-01&to=2026-11-30&kinds=visit&kinds=review /suspicions?state=open /suspicions?kind=no_permit
/suspicions?state=answered`

const recordedRecords = `
/sample/changed /units/{unit:县商务局} /people/{person:许强} /projects/{project:百龙新雪国度假区项目}
/projects/{project:镇宁堡风电叶片及储能装备制造基地项目(43期)} /projects/{project:甲项目}
/projects/{project:二商生猪养殖二期项目} /projects/00000000-0000-7000-8000-000000000000
/projects/{project:植物纤维防火复合板材生产项目}/stage-events
/projects/{project:百龙新雪国度假区项目}/stage-events?toward=STARTED
/projects/{project:植物纤维防火复合板材生产项目}/signings
/projects/{project:赤城年产62万吨新型建材项目}/signings
/projects/{project:汤泉湖生态科技观光园项目}/signings /projects/{project:甲项目}/signings
/projects/{project:植物纤维防火复合板材生产项目}/credit /projects/{project:飞行小镇项目}/credit
/projects/{project:植物纤维防火复合板材生产项目}/funds /projects/{project:飞行小镇项目}/funds
/projects/{project:赤城年产62万吨新型建材项目}/funds /clients/{client:保定瑞成电缆有限公司}
/clients/{client:山东矿业科技(集团)有限公司} /enterprises/{enterprise:赤城县汤泉铁精粉75有限公司}
/enterprises/{enterprise:赤城县龙关矿业74农民专业合作社}
/leads/{lead:保定瑞成电缆有限公司/矿用阻燃电缆生产线}
/leads/{lead:北京影川文化传媒有限公司/独石口古城影视拍摄基地}
/leads/{lead:河北储源电力技术有限公司/100_兆瓦时共享储能电站}
/visits/{visit:绿源食品集团有限公司/2026-11-19} /visits/{visit:天津博源秸秆科技有限公司/2026-11-20}
/visits/{visit:北京山野营地文化有限公司/2026-11-17}
/timeline?subject_kind=project&subject_id={project:植物纤维防火复合板材生产项目}&limit=100
/timeline?subject_kind=project&subject_id={project:植物纤维防火复合板材生产项目}&kind=stage
/timeline?subject_kind=project&subject_id={project:甲项目}
/timeline?subject_kind=project&subject_id={project:百龙新雪国度假区项目}&kind=change
/timeline?subject_kind=lead&subject_id={lead:保定瑞成电缆有限公司/矿用阻燃电缆生产线}
/timeline?subject_kind=client&subject_id={client:保定瑞成电缆有限公司}
/timeline?subject_kind=visit&subject_id={visit:绿源食品集团有限公司/2026-11-19}
/timeline?subject_kind=enterprise&subject_id={enterprise:赤城县汤泉铁精粉75有限公司}
/timeline/counts?subject_kind=project&subject_id={project:植物纤维防火复合板材生产项目}
/timeline/counts?subject_kind=lead&subject_id={lead:保定瑞成电缆有限公司/矿用阻燃电缆生产线}
/attachments?subject_kind=project&subject_id={project:植物纤维防火复合板材生产项目}
/attachments?subject_kind=project&subject_id={project:百龙新雪国度假区项目}
/mentionable?subject_kind=lead&subject_id={lead:保定瑞成电缆有限公司/矿用阻燃电缆生产线}&q=x
/watches/lead/{lead:保定瑞成电缆有限公司/矿用阻燃电缆生产线}
/visits?subject_kind=lead&subject_id={lead:保定瑞成电缆有限公司/矿用阻燃电缆生产线}
/contacts?client_id={client:保定瑞成电缆有限公司} /imports/{import:checked.csv} /imports/{import:checked.csv}/sheets
/imports/{import:written.csv}/sheets /imports/{import:written.csv}/results /views?list=leads /targets/2025 /targets/1`

const recordedReports = `
/reports/conversion?by=leader /reports/conversion?by=chain /reports/conversion?by=channel /reports/conversion?by=month
/reports/conversion?by=quarter /reports/conversion?by=led /reports/conversion?by=referral /reports/conversion?by=size
/reports/conversion?by=unit&as_of=2026-11-10 /reports/conversion?by=unit&effective=2026-06-30
/reports/conversion?as_of=2026-10-31&rule=1 /reports/conversion?by=unit&rule=0 /reports/conversion?late_entry=true
/reports/conversion?kind=industry&by=unit /reports/funnel?as_of=2026-11-10 /reports/funnel?effective=2026-03-31
/reports/funnel?rule=1&kind=industry /reports/rows?figure=signed /reports/rows?figure=waiting&by=unit&key={unit:县商务局}
/reports/rows?figure=started_by&months=9 /reports/rows?figure=at_risk&months=12 /reports/rows?figure=reached&of_stage=REGISTERED
/reports/rows?figure=standing&of_stage=SIGNED /reports/rows?figure=started_confirmed&as_of=2026-11-10
/reports/rows?figure=terminated /reports/rows?figure=in_production /reports/rows?figure=nothing
/reports/analysis?cohorts=quarter&compare=unit /reports/analysis?cohorts=month&compare=size&months=12
/reports/analysis?as_of=2026-11-10 /reports/analysis?compare=chain&effective=2026-09-30
/reports/chance?project_id={project:百龙新雪国度假区项目}&by=2026-12-31
/reports/chance?project_id={project:飞行小镇项目}&by=2026-12-31 /reports/start-probabilities /reports/start-probabilities?by=2027-06-30
/reports/start-probabilities?kind=industry&as_of=2026-11-10 /reports/portfolio?large=500000000 /reports/portfolio?as_of=2026-11-10
/reports/portfolio?effective=2026-06-30 /reports/work-lists?limit=1 /reports/funds?from=2026-06-01
/reports/funds?unseen_by=2026-11-20 /reports/funds?as_of=2026-11-10 /reports/lights?colour=red /reports/lights?on_key_lists=true
/reports/lights?colour=none&kind=industry /reports/cockpit?as_of=2026-11-10 /reports/cockpit?effective=2026-09-30
/reports/scores?as_of=2026-11-10 /reports/scores?effective=2026-10-31 /reports/scores?rule=1`

const recordedFiles = `
/bulletins/{bulletin:2026-10}/xlsx /bulletins/{bulletin:2026-10}/docx /reports/conversion/xlsx?by=unit
/reports/conversion/docx?by=unit /exports/projects
/exports/projects?columns=name&columns=stage&columns=total_investment&kind=industry /exports/project-ledger/xlsx
/exports/project-ledger/docx?kind=tourism /exports/clients /exports/enterprises /exports/leads
/exports/visits?columns=company&columns=on /imports/{import:checked.csv}/problems /imports/{import:checked.csv}/rows?sheet=checked
/imports/{import:checked.csv}/rows?sheet=checked&problems=true&limit=2 /imports/{import:written.csv}/rows?sheet=written
/reports/lights?colour=yellow /projects?limit=0 /attachments/{file:first} /calendar/{feed:own}`

// recordedRefusals are writes that are refused: they change nothing.
func recordedRefusals() []recordedRequest {
	both := []string{"zh-CN", "en"}
	none := `{}`
	project := "/projects/{project:飞行小镇项目}"
	stale := []string{"If-Match", `"1"`}
	reader, office := []string{"inspector"}, []string{"office_admin"}
	return []recordedRequest{
		{roles: office, langs: both, method: "POST", path: "/projects", body: none},
		{roles: office, langs: both, method: "POST", path: "/leads", body: `{"company":"","channel":"rockets"}`},
		{roles: office, langs: both, method: "POST", path: "/visits", body: `{"on":"2026-13-01"}`},
		{roles: office, langs: both, method: "POST", path: "/counting-rules", body: none},
		{roles: office, langs: both, method: "PUT", path: "/score-scheme", body: `{"name":"","veto":"","items":[]}`, headers: stale},
		{roles: office, langs: both, method: "PUT", path: project, body: `{"name":"飞行小镇项目","responsible_unit_id":"{unit:县财政局}"}`, headers: stale},
		{roles: office, langs: both, method: "PUT", path: "/leads/{lead:天津津储新能源有限公司/储能电池包组装}", body: `{"company":"天津","channel":"self"}`},
		{roles: office, langs: both, method: "PUT", path: "/colour-rules", body: none, headers: stale},
		{roles: office, langs: both, method: "POST", path: "/projects/batch", body: `{"rows":[],"set":{"stage":"SIGNED"}}`},
		{roles: everybody(), langs: both[:1], method: "POST", path: "/projects/00000000-0000-7000-8000-000000000000/signings",
			body: `{"kind":"first","amount":1,"signed_on":"2026-01-01"}`, headers: stale},
		{roles: reader, langs: both, method: "PUT", path: project, body: none, headers: stale},
		{roles: reader, langs: both, method: "POST", path: "/bulletins", body: `{"month":"2026-11"}`},
		{roles: reader, langs: both, method: "DELETE", path: project + "?reason=x", headers: stale},
		{roles: []string{"nobody"}, langs: both, method: "POST", path: "/leads", body: none},
		{roles: []string{"nobody"}, langs: both, method: "POST", path: "/session", body: `{"login":"majun","password":"wrong"}`},
	}
}
