package api_test

import (
	"net/http"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// wireRecords are the bodies of TestEveryFieldOfTheWireIsWrittenAndRead.
func wireRecords(p *apptest.Product, office *apptest.Person) []wireRecord {
	one, two := p.Units["县水务局"].ID, p.Units["县文旅局"].ID
	leader, other := p.Appoint(org.CountyLeader, "赤城县").ID, p.Appoint(org.CountyLeader, "赤城县").ID
	made := func(path string, body apptest.Doc) string {
		return office.Post(path, body).Want(http.StatusCreated).JSON().Text("id")
	}
	client, second := made("/clients", apptest.Doc{"name": "甲客商"}), made("/clients", apptest.Doc{"name": "乙客商"})
	firm, firmTwo := made("/enterprises", apptest.Doc{"name": "甲企业"}), made("/enterprises", apptest.Doc{"name": "乙企业"})
	project, projectTwo := made("/projects", apptest.Doc{"name": "甲"}), made("/projects", apptest.Doc{"name": "乙"})
	lead := made("/leads", apptest.Doc{"company": "丙", "subject": "丙", "channel": "self"})
	leadTwo := made("/leads", apptest.Doc{"company": "丁", "subject": "丁", "channel": "self"})
	return []wireRecord{
		{path: "/projects", first: apptest.Doc{
			"code": "ZS-01", "name": "水泵一期", "content": "年产一万台", "purpose": "strong_county", "kind": "industry", "industry": "34",
			"chain": "装备", "construction": "new", "host_unit_id": one, "site": "北区", "land_mu": 30.5, "total_investment": 200_000_000,
			"fixed_investment": 150_000_000, "contract_amount": 180_000_000, "funds_reported": 1_000_000, "currency": "USD", "rate": 7.1,
			"rate_on": "2026-09-01", "jobs": 80, "annual_output": 90_000_000, "annual_tax": 4_000_000,
			"year_plans": []apptest.Doc{{"year": 2026, "amount": 50_000_000}}, "key_levels": []apptest.Doc{{"year": 2026, "level": "county"}},
			"horizon": "near", "high_tech": true, "high_tech_basis": "证书", "planned_start": "2026-10-01", "planned_completion": "2027-05-01",
			"planned_production": "2027-08-01", "responsible_unit_id": one, "attracting_unit_id": one, "channel": "leader",
			"client_id": client, "company_name": "水泵公司", "company_code": "91110000600037341L", "code_override": "按执照",
			"leader_ids": []any{leader}, "dossier": []apptest.Doc{{"item": "summary", "on": "2026-09-02"}},
		}, second: apptest.Doc{
			"code": "ZS-02", "name": "水泵二期", "content": "年产二万台", "purpose": "prosperous", "kind": "service", "industry": "35",
			"chain": "食品", "construction": "expansion", "host_unit_id": two, "site": "南区", "land_mu": 31.25, "total_investment": 210_000_000,
			"fixed_investment": 160_000_000, "contract_amount": 190_000_000, "funds_reported": 2_000_000, "currency": "EUR", "rate": 7.8,
			"rate_on": "2026-09-03", "jobs": 81, "annual_output": 91_000_000, "annual_tax": 5_000_000,
			"year_plans": []apptest.Doc{{"year": 2027, "amount": 60_000_000}}, "key_levels": []apptest.Doc{{"year": 2027, "level": "city"}},
			"horizon": "far", "high_tech": false, "high_tech_basis": "报告", "planned_start": "2026-10-02", "planned_completion": "2027-05-02",
			"planned_production": "2027-08-02", "responsible_unit_id": two, "attracting_unit_id": two, "channel": "doorstep",
			"client_id": second, "company_name": "水泵二公司", "company_code": "91310000132200821H", "code_override": "按新执照",
			"leader_ids": []any{other}, "dossier": []apptest.Doc{{"item": "summary", "on": "2026-09-04"}},
		}},
		{path: "/clients", first: apptest.Doc{
			"name": "丙客商", "credit_code": "91110000600037341L", "code_override": "按执照", "registered_capital": 3_000_000,
			"investor_class": "foreign", "tiers": []string{"global_500"}, "origin_code": "110000", "origin_name": "北京", "strength": "强",
			"terms": "地", "needs": "电", "key_account": true, "owner_id": leader, "unit_id": one,
		}, second: apptest.Doc{
			"name": "丁客商", "credit_code": "91310000132200821H", "code_override": "按新执照", "registered_capital": 4_000_000,
			"investor_class": "private", "tiers": []string{"listed"}, "origin_code": "310000", "origin_name": "上海", "strength": "更强",
			"terms": "水", "needs": "路", "key_account": false, "owner_id": other, "unit_id": two,
		}},
		{path: "/enterprises", first: apptest.Doc{
			"name": "丙企业", "credit_code": "91330000142916567N", "code_override": "按执照", "registered_capital": 3_000_000, "industry": "13",
			"products": "面", "above_scale": true, "upstream": "麦", "downstream": "店", "requests": "贷", "state": "distressed",
			"state_since": "2026-08-01", "unit_id": one, "host_unit_id": one, "leader_ids": []any{leader},
		}, second: apptest.Doc{
			"name": "丁企业", "credit_code": "91440300192203821Q", "code_override": "按新执照", "registered_capital": 4_000_000, "industry": "14",
			"products": "油", "above_scale": false, "upstream": "豆", "downstream": "厂", "requests": "工", "state": "halted",
			"state_since": "2026-08-02", "unit_id": two, "host_unit_id": two, "leader_ids": []any{other},
		}},
		{path: "/leads", masked: []string{"contact_phone"}, first: apptest.Doc{
			"company": "恒丰", "subject": "面粉", "channel": "referral", "amount": 30_000_000, "industry": "13", "contact_name": "刘",
			"contact_phone": "13800138000", "referrer_kind": "enterprise", "referrer_id": firm, "referrer_name": "甲企业", "next_on": "2026-10-10",
			"next_action": "回访", "note": "急", "owner_id": leader,
		}, second: apptest.Doc{
			"company": "恒瑞", "subject": "豆油", "channel": "leader", "amount": 31_000_000, "industry": "14", "contact_name": "王",
			"contact_phone": "13900139000", "referrer_kind": "client", "referrer_id": client, "referrer_name": "甲客商", "next_on": "2026-10-11",
			"next_action": "送资料", "note": "缓", "owner_id": other,
		}},
		{path: "/visits", masked: []string{"mentions"}, fixed: []string{"mentions"}, first: apptest.Doc{
			"way": "out", "on": "2026-10-01", "starts_at": "09:00", "company": "恒丰", "place": "北京", "leader_id": leader, "party": []string{"张"},
			"met": "刘总", "purpose": "谈地", "owner_id": leader, "lead_ids": []any{lead}, "client_ids": []any{client},
			"project_ids": []any{project}, "enterprise_ids": []any{firm}, "mentions": []any{},
		}, second: apptest.Doc{
			"way": "in", "on": "2026-10-02", "starts_at": "10:00", "company": "恒瑞", "place": "县里", "leader_id": other, "party": []string{"李"},
			"met": "王总", "purpose": "看地", "owner_id": other, "lead_ids": []any{leadTwo}, "client_ids": []any{second},
			"project_ids": []any{projectTwo}, "enterprise_ids": []any{firmTwo}, "mentions": []any{leader},
		}},
		{path: "/contacts", masked: []string{"work_phone"}, fixed: []string{"client_id"}, first: apptest.Doc{
			"client_id": client, "name": "刘", "title": "总", "work_phone": "13800138000", "work_email": "liu@example.com", "note": "好",
		}, second: apptest.Doc{
			"client_id": client, "name": "王", "title": "经理", "work_phone": "13900139000", "work_email": "wang@example.com", "note": "忙",
		}},
	}
}
