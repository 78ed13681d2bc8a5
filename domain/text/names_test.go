package text_test

import (
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/text"
)

// What is asked about rather than decided, and why.
func TestWhatIsLikelyOneIsAskedAbout(t *testing.T) {
	t.Parallel()
	n := text.NewNames("赤城县")
	for _, w := range []struct {
		a, b string
		want text.Grade
	}{
		{a: "恒丰", b: "恒丰食品有限公司", want: text.Maybe},                   // a brand alone
		{a: "恒丰食品厂", b: "恒丰食品有限公司", want: text.Maybe},                // works that became a company
		{a: "恒丰食品有限公司", b: "恒丰食品有限公司上海分公司", want: text.Maybe},        // a branch
		{a: "恒丰食品有限公司", b: "恒丰食品（上海）有限公司", want: text.Maybe},         // a subsidiary, usually
		{a: "恒丰食品有限公司", b: "恒丰食品（赤城）有限公司", want: text.Same},          // here
		{a: "恒丰食品", b: "恒丰食品（上海）有限公司", want: text.Same},              // said in short
		{a: "恒丰食品（北京）有限公司", b: "恒丰食品（上海）有限公司", want: text.Different}, // two places
		{a: "恒丰集团食品有限公司", b: "恒丰食品有限公司", want: text.Maybe},           // of the group
		{a: "华能恒丰食品", b: "恒丰食品", want: text.Maybe},                   // a place that is not known, or an owner
		{a: "新恒丰食品", b: "恒丰食品", want: text.Different},                // another firm
		{a: "恒丰食品机械", b: "恒丰食品", want: text.Different},               // another trade
		{a: "恒丰食品（冷冻）有限公司", b: "恒丰食品有限公司", want: text.Maybe},         // a remark that is not known
		{a: "恒丰食品（冷冻）有限公司", b: "恒丰食品（熟食）有限公司", want: text.Different}, // two of them
		{a: "有限公司", b: "有限公司", want: text.Same},                      // no name, but the same
		{a: "", b: "恒丰食品", want: text.Different},                     // nothing is like nothing
		{a: "", b: "", want: text.Different},
	} {
		if got := n.CompareOrganizations(w.a, w.b); got != w.want {
			t.Errorf("%s | %s: %s, want %s", w.a, w.b, got, w.want)
		}
	}
	if got := n.ComparePersons("王总", "王伟"); got != text.Maybe {
		t.Errorf("a surname with a form of address: %s", got)
	}
	if got := n.CompareSubjects("玉米深加工", "年产10万吨玉米深加工"); got != text.Different {
		t.Errorf("a subject with a number: %s", got)
	}
	if got := n.CompareSubjects("玉米深加工", "赤城玉米深加工"); got != text.Maybe {
		t.Errorf("a subject that says more: %s", got)
	}
	if got := n.CompareUnits("水务局", "张家口市水务局"); got != text.Maybe {
		t.Errorf("an office of the prefecture around here: %s", got)
	}
	if got := text.NewNames().CompareUnits("水务局", "市水务局"); got != text.Maybe {
		t.Errorf("an office whose level is not said: %s", got)
	}
}

// A name is the same as itself, a comparison minds no order, and the same names have the
// same key.
func TestAComparisonMindsNoOrderAndFollowsTheKey(t *testing.T) {
	t.Parallel()
	n := text.NewNames("赤城县")
	all := append(append(pairs(false), pairs(true)...), append(read(unseenTable), read(thirdTable)...)...)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "one")
		q := rapid.SampledFrom(all).Draw(t, "other")
		a, b := p.one, q.other
		if n.CompareOrganizations(a, a) != text.Same || n.CompareOrganizations(a, b) != n.CompareOrganizations(b, a) {
			t.Fatalf("%s and %s", a, b)
		}
		if n.CompareOrganizations(a, b) == text.Same && n.OrganizationKey(a) != n.OrganizationKey(b) {
			t.Fatalf("%s and %s are the same, their keys %s and %s", a, b, n.OrganizationKey(a), n.OrganizationKey(b))
		}
		if n.CompareUnits(a, b) == text.Same && n.UnitKey(a) != n.UnitKey(b) {
			t.Fatalf("%s and %s are one unit, their keys are not", a, b)
		}
		if n.ComparePersons(a, b) == text.Same && n.PersonKey(a) != n.PersonKey(b) {
			t.Fatalf("%s and %s are one name, their keys are not", a, b)
		}
	})
}

func FuzzNames(f *testing.F) {
	n := text.NewNames("赤城县")
	f.Add("恒丰食品（赤城）有限公司", "Heng Feng (China) Co., Ltd.")
	f.Fuzz(func(t *testing.T, a, b string) {
		if n.CompareOrganizations(a, b) != n.CompareOrganizations(b, a) || n.CompareUnits(a, b) != n.CompareUnits(b, a) ||
			n.ComparePersons(a, b) != n.ComparePersons(b, a) || n.CompareSubjects(a, b) != n.CompareSubjects(b, a) {
			t.Fatalf("%q and %q", a, b)
		}
	})
}

// 东方 is a city and as good a brand: before a name it is a place where it is home, or
// where its level is written.
func TestAPlaceThatIsAsGoodABrandIsReadAsOne(t *testing.T) {
	t.Parallel()
	for _, w := range []struct {
		home, a, b string
		want       text.Grade
	}{
		{home: "赤城县", a: "东方恒丰食品", b: "恒丰食品", want: text.Maybe},
		{home: "赤城县", a: "东方市恒丰食品", b: "恒丰食品", want: text.Same},
		{home: "东方市", a: "东方恒丰食品", b: "恒丰食品", want: text.Same},
		{home: "东方市", a: "东方希望", b: "赤城希望", want: text.Different},
	} {
		if got := text.NewNames(w.home).CompareOrganizations(w.a, w.b); got != w.want {
			t.Errorf("%s: %s | %s: %s, want %s", w.home, w.a, w.b, got, w.want)
		}
	}
}
