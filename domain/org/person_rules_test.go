package org_test

import (
	"strings"
	"testing"

	"sangu/domain/org"
)

func person(change func(p *org.Person)) error {
	p := org.Person{Name: "马军", Login: "majun", WorkPhone: "13909375511", WorkEmail: "majun@example.cn"}
	change(&p)
	return p.Check()
}

func TestAPersonKeepsTheRules(t *testing.T) {
	t.Parallel()
	holdRules(t, []rule{
		{"a person in full", person(func(*org.Person) {}), ""},
		{"a name alone is enough", org.Person{Name: "马军"}.Check(), ""},
		{"a person has a name", person(func(p *org.Person) { p.Name = "" }), "name input.required"},
		{"spaces are no name", person(func(p *org.Person) { p.Name = " \t" }), "name input.required"},
		{"a login has two characters at least", person(func(p *org.Person) { p.Login = "m" }), "login person.login_form"},
		{"two are enough", person(func(p *org.Person) { p.Login = "mj" }), ""},
		{"64 characters are the most", person(func(p *org.Person) { p.Login = strings.Repeat("m", 64) }), ""},
		{"65 are too many", person(func(p *org.Person) { p.Login = strings.Repeat("m", 65) }), "login person.login_form"},
		{"a login has no capitals", person(func(p *org.Person) { p.Login = "MaJun" }), "login person.login_form"},
		{"a phone is one that can be called", person(func(p *org.Person) { p.WorkPhone = "12345" }), "work_phone input.phone"},
		{"a mail address is one", person(func(p *org.Person) { p.WorkEmail = "majun" }), "work_email input.email"},
		{"every fault is named at once", person(func(p *org.Person) { *p = org.Person{Login: "M", WorkPhone: "1", WorkEmail: "@"} }),
			"name input.required, login person.login_form, work_phone input.phone, work_email input.email"},
	})
}

func TestAPasswordIsStrongEnough(t *testing.T) {
	t.Parallel()
	const weak = "password person.password_weak"
	holdRules(t, []rule{
		{"eight characters of three classes", org.CheckPassword("majun", "Abcdef12"), ""},
		{"seven are too few", org.CheckPassword("majun", "Abcde12"), weak},
		{"characters are counted and not bytes", org.CheckPassword("majun", "密码Ab12"), weak},
		{"two classes are too few", org.CheckPassword("majun", "abcdefg12"), weak},
		{"three of the four are enough, signs among them", org.CheckPassword("majun", "abcdef-12"), ""},
		{"capitals count as a class", org.CheckPassword("majun", "ABCDEF-12"), ""},
		{"it does not hold the login", org.CheckPassword("majun", "xMajun-2026"), weak},
		{"where there is no login, nothing is held", org.CheckPassword("", "Abcdef12"), ""},
		{"256 bytes are the most", org.CheckPassword("majun", "Ab1"+strings.Repeat("x", 253)), ""},
		{"257 are too many", org.CheckPassword("majun", "Ab1"+strings.Repeat("x", 254)), weak},
	})
}

func TestAPhoneIsHiddenButForItsEnds(t *testing.T) {
	t.Parallel()
	for phone, want := range map[string]string{"13909375511": "139****5511", "12345678": "123*5678", "1234567": "*******", "": ""} {
		if got := org.MaskedPhone(phone); got != want {
			t.Errorf("%q is shown as %q, want %q", phone, got, want)
		}
	}
	if got := org.TypedPhone("139****5511", "13909375511"); got != "13909375511" {
		t.Errorf("a phone left as it was shown becomes %q", got)
	}
	if got := org.TypedPhone("+86 139-0937-5512", "13909375511"); got != "13909375512" {
		t.Errorf("a phone typed anew becomes %q", got)
	}
}
