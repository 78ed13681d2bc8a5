package ledger

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"sangu/domain"
)

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
