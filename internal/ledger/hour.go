package ledger

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	clockTime = regexp.MustCompile(`[ T]*(上午|早上|清晨|凌晨|中午|下午|傍晚|晚上|晚|AM|PM|am|pm)? *(\d{1,2})(?::(\d{2})(?::\d{2})?(?:\.\d+)?Z?|` +
		`[时点](?:(\d{1,2})分?|(半)|整)?)` +
		`(?: *[-–—~至到] *(?:上午|中午|下午|晚上)?\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分?|半)?))?$`)
	partOfDay = regexp.MustCompile(`[ T]*\(?(上午|早上|中午|下午|傍晚|晚上|全天|晚)\)?$`)
)

// withoutHour parts a day from the time of day behind it: 9月12日下午3时 is the day
// and 15:00. Of a span of hours it is the first; a part of the day alone is no
// hour.
func withoutHour(s string) (day, hour string) {
	if bare := partOfDay.ReplaceAllString(s, ""); bare != s && bare != "" {
		return strings.TrimSpace(bare), ""
	}
	m := clockTime.FindStringSubmatchIndex(s)
	if m == nil || m[0] == 0 || strings.ContainsAny(s[m[0]-1:m[0]], ".-/") {
		return s, ""
	}
	if last := s[m[0]-1]; last >= '0' && last <= '9' && s[m[0]] != ' ' && s[m[0]] != 'T' && m[2] < 0 {
		return s, "" // digits that belong to the day
	}
	at := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	h, minute := number(at(2)), max(number(at(3)), number(at(4)), 0)
	if at(5) != "" {
		minute = 30
	}
	if word := at(1); h < 12 && (word == "下午" || word == "晚上" || word == "晚" || word == "傍晚" || strings.EqualFold(word, "pm")) {
		h += 12
	}
	if h > 23 || minute > 59 {
		return s, ""
	}
	return strings.TrimSpace(s[:m[0]]), fmt.Sprintf("%02d:%02d", h, minute)
}
