package api_test

import (
	"net/http"
	"strings"
	"testing"

	"sangu/domain/org"
	"sangu/internal/apptest"
)

// Cells that are far too long, formulas, markup, an emoji, a name of blanks: each
// row comes in as text or is refused by itself; no row stops the others, and
// none is a fault of ours.
func TestHostileCellsOfEachKindStopNoOtherRow(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, p *apptest.Product) {
		office := p.Appoint(org.OfficeAdmin, "县商务局")
		long, cmd := strings.Repeat("长", 40_000), "=cmd|' /C calc'!A0"
		// A negative amount is a refund, which is corrected by hand; a contact's phone that is none is refused at its cell.
		refused := map[string]int{"资金": 1, "客商": 1}
		for _, name := range []string{"客商", "企业", "项目", "线索", "拜访", "资金", "问题"} {
			text := map[string]string{
				"线索": "企业名称,意向内容,首报单位,引荐人,联系电话,备注,意向投资（万元）\n" + long + ",冷链,县水务局,,,,1\n甲公司," + long + ",县水务局,,,,1\n乙公司,冷链,县水务局," + long + "," + long +
					"," + long + ",1\n丙公司," + cmd + ",县水务局," + cmd + "," + cmd +
					",@SUM(1),1\n丁公司,🏭<script>alert(1)</script>,县水务局,,,,99999999999999999999\n好公司,冷链,县水务局,,,,1\n",
				"客商": "客商名称,企业性质,来源地,联系人,联系电话,投资方向\n" + long + ",民企,北京,,,\n甲公司,民企," + long + "," + long + "," + long + "," + long + "\n" + cmd +
					",民企,北京," + cmd + "," + cmd + ",\n好公司,民企,北京,王强,138 1234 5678,\n",
				"企业": "企业名称,主要产品,是否规上,所在乡镇,包联领导\n" + long + ",水,是,龙关镇,\n乙公司," + long + ",是,龙关镇," + long + "\n" + cmd + ",水,是,龙关镇," + cmd +
					"\n好公司,水,是,龙关镇,郭振华\n",
				"项目": "项目名称,投资方,责任单位,建设内容,项目编号,总投资(万元),问题\n" + long + ",甲集团,县水务局,,,1,\n甲项目," + long + ",县水务局,,,1,\n乙项目,乙集团,县水务局," + long + ",,1," +
					long + "\n丙项目,丙集团,县水务局,," + long + ",1,\n" + cmd + ",丁集团,县水务局,,,1,\n好项目,好集团,县水务局,,,5000,\n",
				"拜访": "日期,带队领导,拜访企业,地点,随行人员,洽谈结果,携带项目\n2026-03-05,郭振华," + long + ",北京,,,\n2026-03-06,郭振华,甲公司," + long + "," + long + "," + long +
					"," + long + "\n2026-03-07,郭振华," + cmd + "," + cmd + ",,,\n2026-03-08,郭振华,好公司,北京,,,\n",
				"资金": "项目名称,到位日期,金额(万元),凭证号,备注\n好项目,2026-03-05,3," + long + ",\n好项目,2026-03-05,3,记-1," + long + "\n好项目,2026-03-05,3," + cmd +
					",\n好项目,2026-03-05,-3,记-2,\n好项目,2026-03-05,3,记-3,\n",
				"问题": "项目名称,存在问题,整改时限,责任领导\n好项目," + long + ",2026-10-30,\n好项目," + cmd + ",2026-10-30,\n" + long +
					",用电,2026-10-30,\n好项目,用水,2026-10-30,\n",
			}[name]
			path := opened(t, office, name+".csv", text)
			rows := office.Get(path + "/sheets").Want(http.StatusOK).JSON().Items("sheets")
			if len(rows) != 1 || rows[0].Text("kind") == "" {
				t.Fatalf("%s is not read: %v", name, rows)
			}
			office.Get(path + "/rows?sheet=" + name).Want(http.StatusOK)
			office.Get(path + "/problems").Want(http.StatusOK)
			i := write(p, office, path, true)
			want := map[string]int{"线索": 2, "客商": 1, "企业": 2, "项目": 2, "拜访": 2, "资金": 2, "问题": 2}[name]
			if i.Text("state") != "written" || i.Int("done") != i.Int("total") || i.Int("created") != want || i.Int("refused") != refused[name] {
				t.Errorf("%s: %v, want %d created", name, i, want)
			}
		}
		for _, list := range []string{"projects", "leads", "clients", "enterprises", "visits"} {
			body := string(office.Get("/" + list + "?limit=100").Want(http.StatusOK).Body)
			if strings.Contains(body, "<script>") {
				t.Errorf("markup in %s", list)
			}
			for _, item := range office.Get("/" + list).JSON().Items("items") {
				office.Get("/" + list + "/" + item.Text("id")).Want(http.StatusOK)
			}
		}
	})
}
