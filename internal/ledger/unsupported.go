package ledger

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"sangu/domain"
)

// Reasons for which a sheet is not read.
const (
	SkipBlank   = "blank"
	SkipHidden  = "hidden"
	SkipUnknown = "unknown"
)

// unsupported lists ledgers that offices keep and that have no place in the
// product (domain.md §10): they are known, so as not to be taken for others.
func unsupported() []Kind {
	name := func(key string, names ...string) Field { return Field{Key: key, Type: Ignored, Names: names} }
	return []Kind{
		{Key: "targets", Sheets: []string{"目标", "任务"}, DefiningFields: []string{"year_target"}, AnyOf: []string{"unit", "measure"},
			Fields: []Field{
				name("unit", "单位", "责任单位", "单位名称", "乡镇(园区)", "部门", "姓名"), name("measure", "指标", "指标名称", "考核指标", "任务名称"),
				name("year_target", "年度目标", "全年目标", "年度任务", "全年任务", "目标任务", "目标值", "任务数", "年度目标任务"), name("first", "1月", "一月", "一季度",
					"第一季度",
					"上半年"),
				name("second", "2月", "二月", "二季度", "第二季度", "下半年"), name("done", "完成数", "完成情况", "累计完成", "完成率")}},
		{Key: "bids", Sheets: []string{"上级资金", "争资", "争取资金"}, DefiningFields: []string{"applied"}, AnyOf: []string{"granted", "arrived",
			"channel"}, Fields: []Field{
			name("project", "项目名称", "项目", "申报项目"), name("channel", "渠道", "资金渠道", "申报渠道", "资金来源", "上级部门", "对口部门"), name("applied", "申报额",
				"申报金额", "申报资金", "拟争取资金", "申请资金"),
			name("granted", "批复额", "批复金额", "批复资金", "下达资金"), name("arrived", "到账额", "到账金额", "到账资金", "实际到账"), name("stage", "阶段", "申报进度",
				"进展情况"), name("unit", "责任单位", "申报单位")}},
		{Key: "promises", Sheets: []string{"兑现", "承诺"}, DefiningFields: []string{"clause"}, AnyOf: []string{"due", "paid", "condition"},
			Fields: []Field{
				name("project", "项目名称", "项目", "企业名称", "企业"), name("clause", "条款", "政策条款", "兑现条款", "承诺事项", "优惠政策", "政策名称"), name("amount",
					"金额", "应兑现金额", "兑现金额", "承诺金额"),
				name("condition", "条件", "兑现条件"), name("due", "应兑现日", "应兑现时间", "兑现时限", "兑现时间", "应兑现日期"), name("paid", "已兑现", "已兑现金额",
					"兑现情况",
					"是否兑现"), name("unit", "责任单位", "兑现单位")}},
	}
}

// SkipReason returns why a sheet is not read by itself: it is blank or hidden, of a
// kind that has its place elsewhere, as "targets", or not known.
func SkipReason(g Grid) string {
	blank := true
	for _, row := range g.Rows {
		for _, text := range row {
			blank = blank && text == ""
		}
	}
	m, ok := find(g)
	switch {
	case blank:
		return SkipBlank
	case g.Hidden:
		return SkipHidden
	case ok || m.Kind == "":
		return SkipUnknown
	}
	return m.Kind
}

// refused returns the refusal of a file, with what it is and how to save it.
func refused(code string) error { return domain.InvalidField("file", code) }

// foreignArchive names what an archive is that is no XLSX workbook: the other
// formats of office programs are archives too. It returns "" for a workbook.
func foreignArchive(z *zip.Reader) string {
	code := "ledger.unreadable"
	for _, part := range z.File {
		name := strings.ToLower(partName(part.Name))
		switch {
		case name == "xl/workbook.xml":
			return ""
		case name == "xl/workbook.bin":
			code = "ledger.binary_workbook"
		case name == "mimetype" && strings.Contains(beginning(part), "opendocument"):
			code = "ledger.open_document"
		case strings.HasPrefix(name, "word/") || strings.HasPrefix(name, "ppt/"):
			code = "ledger.document"
		case strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa") || name == "index.zip":
			code = "ledger.numbers"
		case code != "ledger.unreadable":
		case name == "_rels/.rels":
			code = "" // a workbook that keeps its parts elsewhere
		case strings.Contains(".xlsx.xls.csv.et.docx.pdf", path.Ext(name)) && path.Ext(name) != "":
			code = "ledger.archive"
		}
	}
	return code
}

// beginning returns the first bytes of a part.
func beginning(part *zip.File) string {
	r, err := part.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, 128))
	if err != nil {
		return ""
	}
	return string(text)
}

// oldFormat names what a file in the container of the old office programs is:
// a workbook under a password, a document, or a workbook in the binary format.
func oldFormat(data []byte) string {
	wide := func(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\x00") + "\x00") }
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return "ledger.password"
	case bytes.Contains(data, wide("WordDocument")) || bytes.Contains(data, wide("PowerPoint Document")):
		return "ledger.document"
	}
	return "ledger.old_format"
}
