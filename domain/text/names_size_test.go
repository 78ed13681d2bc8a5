package text_test

import (
	"strings"
	"testing"

	"sangu/domain/text"
)

// 商业银行 is one word of a trade and two: a name of many is read once, not in every way.
func TestALongNameOfAmbiguousWordsIsRead(t *testing.T) {
	t.Parallel()
	n := text.NewNames("赤城县")
	long := "张家口" + strings.Repeat("商业银行", 60)
	if got := n.CompareOrganizations(long+"甲", long+"乙"); got != text.Different {
		t.Errorf("%s", got)
	}
}
