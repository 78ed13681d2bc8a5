package ledger

import (
	"regexp"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
)

var (
	sumLeaf    = regexp.MustCompile(`^(?:合计|总计|总额|金额合计)$`)
	partLeaf   = regexp.MustCompile(`小计|其中|我方|合作方|其他州市|本州市|外州市|省内|省外|市外|境外|外资-|内资-`)
	unitSide   = regexp.MustCompile(`责任|牵头|包联|包保|承办|引进单位|招商单位|引资单位|招引单位|服务单位|甲方|专班|部门|乡镇|县直`)
	firmSide   = regexp.MustCompile(`投资方|投资商|企业|客商|乙方|公司|业主`)
	yesOrNo    = regexp.MustCompile(`^(?:是否|有无|是不是)`)
	placeParts = regexp.MustCompile(`^(?:国家|地市|县市|县区)`)
	sourceTail = regexp.MustCompile(`资金来源$|来源$`)
)

// ofTotal takes the total below a heading for the heading itself: 到位资金 over
// 合计 and 其中 is the 合计.
func ofTotal(header, under, leaf string) (whole, last string) {
	if under == "" || !sumLeaf.MatchString(headerKey(leaf)) {
		return header, leaf
	}
	key := sourceTail.ReplaceAllString(headerKey(under), "")
	return key, key
}

// fitsHeading refuses a field that the words above or before a header speak
// against: an amount that is a part of another, a contact of the unit's own, a
// yes or no that is no amount.
func fitsHeading(f Field, under, leaf, full string) bool {
	above := library.NameKey(under)
	switch {
	case wholeAmount(f.Key) && f.named(leaf) < 90 && f.named(full) < 90 && partLeaf.MatchString(above+"/"+leaf):
		return false
	case strings.HasPrefix(f.Key, "contact") && above != "" && unitSide.MatchString(above) && !firmSide.MatchString(above):
		return false
	case f.Key == "month_funds" && (strings.Contains(full, "累计") || strings.Contains(full, "至本月")):
		return false
	case f.Key == "origin" && (strings.Contains(above, "到位") || strings.Contains(above, "投资") || placeParts.MatchString(leaf)):
		return false
	case f.Key == "clerk" && above != "" && firmSide.MatchString(above):
		return false
	case f.Type != YesNo && yesOrNo.MatchString(leaf) && f.named(leaf) < 90:
		return false
	}
	return true
}

// wholeAmount reports whether a field is an amount of which others are parts.
func wholeAmount(field string) bool {
	switch field {
	case "total_investment", "contract_amount", "funds_reported", "year_funds", "month_funds", "year_plan":
		return true
	}
	return false
}

var (
	bareYear  = regexp.MustCompile(`^(?:19|20)\d{2}$`)
	bareCount = regexp.MustCompile(`^\d{1,3}$`)
)

// holdsData reports whether a row is of values and not of names: a row with a
// number, a day or a firm is never a part of the header.
func (g Grid) holdsData(row int) bool {
	if row >= len(g.Rows) {
		return false
	}
	for c, text := range g.Rows[row] {
		s := library.Halfwidth(text)
		switch {
		case text == "" || bareYear.MatchString(s) || g.covered(row, c):
		case wholeFirm.MatchString(s) && !legalTail.MatchString(s) && len([]rune(s)) >= 5 && !firmSide.MatchString(strings.TrimSuffix(s,
			"公司")):
			return true
		case !strings.ContainsAny(s, "0123456789"):
		case ymd.MatchString(plainDay(text)):
			return true
		case bareCount.MatchString(s) && c == 0:
			return true
		default:
			if _, ok := decimal(s); ok && len(s) > 3 {
				return true
			}
		}
	}
	return false
}

// covered reports whether a cell is within a merged block over several columns,
// as titles are.
func (g Grid) covered(row, col int) bool {
	for _, m := range g.merges {
		if m.top <= row && row <= m.bottom && m.left <= col && col <= m.right && m.right > m.left {
			return true
		}
	}
	return false
}

// about reads what title rows say: the day it stands for, its year, of which the
// sheet's name may speak too, and the money unit.
func about(g Grid, before int) (asOf domain.Date, year int, unit Magnitude) {
	for r := 0; r < min(before, len(g.Rows)); r++ {
		for _, text := range g.Rows[r] {
			s := library.Halfwidth(text)
			if d, ok := dateIn(s); ok && asOf.IsZero() {
				asOf = d
			}
			if d, ok := monthIn(s); ok && asOf.IsZero() {
				asOf = d
			}
			if year == 0 {
				year = yearIn(s)
			}
			if i := strings.Index(s, "单位:"); i >= 0 && unit == 0 {
				for _, part := range strings.Split(s, "单位:")[1:] {
					word, _, _ := strings.Cut(strings.TrimSpace(part), " ")
					if mag, _, ok := unitIn(word); ok && len([]rune(word)) <= 6 {
						unit = mag
					}
				}
			}
		}
	}
	if !asOf.IsZero() {
		year = asOf.Year()
	}
	if year == 0 {
		year = yearIn(g.Name)
	}
	return asOf, year, unit
}
