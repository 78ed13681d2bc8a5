package text

import "strings"

// composed lists, by combining mark, letters and what they are with it: the Latin
// letters of European languages and of pinyin. Other scripts have no such spellings
// here; internal packages know the whole of Unicode's normal form C.
func composed(mark rune) (letters, with string) {
	switch mark {
	case '\u0300':
		return "AEIOUaeiouNnÜüWwYyÂâÊêÔô", "ÀÈÌÒÙàèìòùǸǹǛǜẀẁỲỳẦầỀềỒồ"
	case '\u0301':
		return "AEIOUYaeiouyCcLlNnRrSsZzÜüGgKkMmPpWwÂâÊêÔô", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵḰḱḾḿṔṕẂẃẤấẾếỐố"
	case '\u0302':
		return "AEIOUaeiouCcGgHhJjSsWwYyZz", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑ"
	case '\u0303':
		return "ANOanoIiUuEeYyVvÂâÊêÔô", "ÃÑÕãñõĨĩŨũẼẽỸỹṼṽẪẫỄễỖỗ"
	case '\u0304':
		return "AEIOUaeiouÜüYyGg", "ĀĒĪŌŪāēīōūǕǖȲȳḠḡ"
	case '\u0306':
		return "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"
	case '\u0307':
		return "CcEeGgIZzAaBbDdFfHhMmNnPpRrSsTtWwXxYy", "ĊċĖėĠġİŻżȦȧḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṪṫẆẇẊẋẎẏ"
	case '\u0308':
		return "AEIOUYaeiouyWwXxHht", "ÄËÏÖÜŸäëïöüÿẄẅẌẍḦḧẗ"
	case '\u0309':
		return "AaEeIiOoUuYy", "ẢảẺẻỈỉỎỏỦủỶỷ"
	case '\u030a':
		return "AaUuwy", "ÅåŮůẘẙ"
	case '\u030b':
		return "OoUu", "ŐőŰű"
	case '\u030c':
		return "AEIOUaeiouCcDdLlNnRrSsTtZzGgKkjHhÜü", "ǍĚǏǑǓǎěǐǒǔČčĎďĽľŇňŘřŠšŤťŽžǦǧǨǩǰȞȟǙǚ"
	case '\u0323':
		return "AaEeIiOoUuYyDdHhKkLlMmNnRrSsTtZz", "ẠạẸẹỊịỌọỤụỴỵḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭẒẓ"
	case '\u0327':
		return "CcSsTtGgKkLlNnRrEeHhDd", "ÇçŞşŢţĢģĶķĻļŅņŖŗȨȩḨḩḐḑ"
	case '\u0328':
		return "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"
	case '\u0326':
		return "SsTt", "ȘșȚț"
	}
	return "", ""
}

// Compose returns a text whose Latin letters are one character each where Unicode has
// it: e and a combining acute accent are é.
func Compose(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= '\u0300' && r <= '\u0328' }) {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if len(out) > 0 {
			if c, ok := compose(out[len(out)-1], r); ok {
				out[len(out)-1] = c
				continue
			}
		}
		out = append(out, r)
	}
	return string(out)
}

func compose(letter, mark rune) (rune, bool) {
	letters, with := composed(mark)
	at := 0
	results := []rune(with)
	for _, l := range letters {
		if l == letter && results[at] > 0x7f {
			return results[at], true
		}
		at++
	}
	return 0, false
}

// bare returns the letter without its marks, for comparing: é is e, ü is u.
func bare(r rune) rune {
	for again := true; again; {
		again = false
		for mark := '\u0300'; mark <= '\u0328'; mark++ {
			letters, with := composed(mark)
			results := []rune(with)
			at := 0
			for _, l := range letters {
				if results[at] == r && l != r {
					r, again = l, true
					break
				}
				at++
			}
		}
	}
	return r
}
