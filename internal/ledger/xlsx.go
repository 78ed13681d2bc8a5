package ledger

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// workbook is an XLSX file whose sheets are read one after another.
type workbook struct {
	parts   map[string]*zip.File
	budget  *budget
	strings []sharedText
	styles  styles
	formats formatter
	sheets  []sheetPart
	from1904,
	bare bool // some formula keeps no value
}

// sheetPart is a sheet of a workbook: its name, and where it is kept.
type sheetPart struct {
	name, id, path string
	hidden         bool
}

// openXLSX reads a workbook of the XML format. It returns ledger.too_large where
// a limit is passed and ledger.unreadable where the file is damaged.
func openXLSX(data []byte) (grids []Grid, err error) {
	// The file is a stranger's.
	defer func() {
		if r := recover(); r != nil {
			grids, err = nil, unreadable(fmt.Errorf("workbook: %v", r))
		}
	}()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, unreadable(err)
	}
	if code := foreignArchive(z); code != "" {
		return nil, refused(code)
	}
	w := &workbook{parts: map[string]*zip.File{}, budget: budgetFor(len(data))}
	defer w.formats.close()
	for _, part := range z.File {
		w.parts[strings.ToLower(partName(part.Name))] = part
	}
	if grids, err = w.read(); err == nil && w.bare && w.budget.area <= maxCalculated {
		err = calculate(data, grids)
	}
	switch {
	case errors.Is(err, errTooLarge):
		return nil, tooLarge()
	case err != nil:
		return nil, unreadable(err)
	}
	return grids, nil
}

func partName(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

func (w *workbook) read() ([]Grid, error) {
	main, err := w.main()
	if err != nil {
		return nil, err
	}
	if err := w.contents(main); err != nil {
		return nil, err
	}
	targets, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	if err := w.readStyles(targets["styles"]); err != nil {
		return nil, err
	}
	if err := w.readStrings(targets["sharedStrings"]); err != nil {
		return nil, err
	}
	var grids []Grid
	for _, s := range w.sheets {
		if s.path = targets[s.id]; s.path == "" {
			continue // a chart, or a macro sheet
		}
		g, err := w.sheet(s)
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.name, err)
		}
		grids = append(grids, g)
	}
	return grids, nil
}

// main returns the path of the part that lists the sheets.
func (w *workbook) main() (string, error) {
	found := ""
	err := w.each("_rels/.rels", func(tag xml.StartElement) error {
		if tag.Name.Local == "Relationship" && strings.HasSuffix(attr(tag, "Type"), "/officeDocument") {
			found = partName(attr(tag, "Target"))
		}
		return nil
	})
	if err != nil && !errors.Is(err, errNoPart) {
		return "", err
	}
	found = cmp.Or(found, "xl/workbook.xml")
	if w.parts[strings.ToLower(found)] == nil {
		return "", fmt.Errorf("%w: %s", errNoPart, found)
	}
	return found, nil
}

// relations returns the parts that a part refers to: sheets by their id, the
// styles and the shared texts by the name of their type.
func (w *workbook) relations(of string) (map[string]string, error) {
	out := map[string]string{}
	dir, file := path.Split(of)
	err := w.each(path.Join(dir, "_rels", file+".rels"), func(tag xml.StartElement) error {
		if tag.Name.Local != "Relationship" {
			return nil
		}
		kind, target := path.Base(attr(tag, "Type")), attr(tag, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		switch kind {
		case "worksheet":
			out[attr(tag, "Id")] = partName(target)
		case "styles", "sharedStrings":
			out[kind] = partName(target)
		}
		return nil
	})
	return out, err
}

// contents reads the list of sheets and the system of day numbers.
func (w *workbook) contents(main string) error {
	return w.each(main, func(tag xml.StartElement) error {
		switch tag.Name.Local {
		case "workbookPr":
			w.from1904 = truth(attr(tag, "date1904"))
		case "sheet":
			s := sheetPart{name: attr(tag, "name"), id: attr(tag, "id"), hidden: cmp.Or(attr(tag, "state"), "visible") != "visible"}
			if w.sheets = append(w.sheets, s); len(w.sheets) > maxSheets {
				return errTooLarge
			}
		}
		return nil
	})
}

var errNoPart = errors.New("a part of the workbook is missing")

// open returns a decoder of a part, counted against the budget.
func (w *workbook) open(name string) (*tokens, io.Closer, error) {
	part := w.parts[strings.ToLower(name)]
	if part == nil {
		return nil, nil, fmt.Errorf("%w: %s", errNoPart, name)
	}
	r, err := part.Open()
	if err != nil {
		return nil, nil, err
	}
	d := xml.NewDecoder(&counted{from: r, budget: w.budget})
	d.Strict = false
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if strings.EqualFold(charset, "utf-8") {
			return in, nil
		}
		return nil, fmt.Errorf("a workbook in %s", charset)
	}
	return &tokens{d: d}, r, nil
}

// tokens are the tags and texts of a part.
type tokens struct{ d *xml.Decoder }

// next returns the next token. It refuses a document type: no workbook has one,
// and entities that are declared in it unfold without bound.
func (t *tokens) next() (xml.Token, error) {
	token, err := t.d.RawToken()
	if _, declares := token.(xml.Directive); declares {
		return nil, errTooLarge
	}
	return token, err
}

// each calls fn for every opening tag of a part.
func (w *workbook) each(name string, fn func(tag xml.StartElement) error) error {
	d, r, err := w.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		t, err := d.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if tag, ok := t.(xml.StartElement); ok {
			if err := fn(tag); err != nil {
				return err
			}
		}
	}
}

// attr returns a tag's attribute by its local name.
func attr(tag xml.StartElement, name string) string {
	for _, a := range tag.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// truth reads a boolean attribute.
func truth(s string) bool { return s == "1" || s == "true" || s == "on" }
