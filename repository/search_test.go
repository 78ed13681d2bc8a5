package repository

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/internal/pgtest"
	librarystore "sangu/repository/library"
	orgstore "sangu/repository/org"
	"sangu/repository/sqlkit"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// each opens both databases.
func each(t *testing.T, test func(t *testing.T, db *sqlkit.DB)) {
	t.Helper()
	for _, name := range pgtest.Databases(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := sqlkit.Options{Dir: t.TempDir()}
			if name == "postgres" {
				o = sqlkit.Options{URL: pgtest.DSN(t)}
			}
			db, err := sqlkit.Open(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			test(t, db)
		})
	}
}

func TestSearchFindsJustWhatContainsTheText(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, db *sqlkit.DB) {
		people := orgstore.NewPersonStore(db)
		names := []string{"恒瑞新能源科技有限公司", "北京恒泰", "瑞新能", "重庆长安", "苏州工业园（Suzhou）", "恒 瑞 药业", "能源新瑞恒", "a", "新", "恒瑞新能%", "恒_瑞"}
		err := db.Do(context.Background(), func(ctx context.Context) error {
			for _, n := range names {
				p := org.Person{ID: domain.UUIDs{}.New(), Name: n, Version: 1, CreatedAt: db.Clock.Now()}
				if err := people.AddPerson(ctx, p); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		libraries := librarystore.NewSearchStore(db)
		rapid.Check(t, func(t *rapid.T) {
			source := []rune(sqlkit.Normal(rapid.SampledFrom(names).Draw(t, "name")))
			from := rapid.IntRange(0, len(source)-1).Draw(t, "from")
			query := string(source[from:rapid.IntRange(from+1, len(source)).Draw(t, "to")])
			hits, err := libraries.Search(context.Background(), domain.Actor{}, "person", query, 50)
			if err != nil {
				t.Fatal(err)
			}
			var got, want []string
			for _, h := range hits {
				got = append(got, h.Title)
			}
			for _, n := range names {
				norm := sqlkit.Normal(n)
				if strings.Contains(norm, query) || sqlkit.Latin(query) &&
					(strings.Contains(sqlkit.Initials(norm), query) || strings.Contains(sqlkit.Spelled(norm), query)) {
					want = append(want, n)
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Fatalf("%q finds %v, want %v", query, got, want)
			}
		})
		for query, want := range map[string]string{"hrxn": "恒瑞新能源科技有限公司", "cqca": "重庆长安", "hengrui": "恒 瑞 药业", "SUZHOU": "苏州工业园（Suzhou）"} {
			hits, err := libraries.Search(context.Background(), domain.Actor{}, "person", query, 50)
			if err != nil || !slices.ContainsFunc(hits, func(h library.Hit) bool { return h.Title == want }) {
				t.Errorf("%q does not find %s: %v %v", query, want, hits, err)
			}
		}
	})
}

func TestSearchPutsWhatBeginsWithTheTextFirst(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, db *sqlkit.DB) {
		people := orgstore.NewPersonStore(db)
		err := db.Do(context.Background(), func(ctx context.Context) error {
			// The newest is added last and would stand first by its age.
			for _, n := range []string{"HF 材料", "恒丰铸造", "恒丰环保", "植物纤维防火复合板", "赤城恒丰"} {
				if err := people.AddPerson(ctx, org.Person{ID: domain.UUIDs{}.New(), Name: n, Version: 1, CreatedAt: db.Clock.Now()}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		libraries := librarystore.NewSearchStore(db)
		for query, want := range map[string][]string{
			"hf":       {"HF 材料", "恒丰环保", "恒丰铸造", "赤城恒丰", "植物纤维防火复合板"},
			"恒丰":       {"恒丰环保", "恒丰铸造", "赤城恒丰"},
			"hengfeng": {"恒丰环保", "恒丰铸造", "赤城恒丰"},
		} {
			hits, err := libraries.Search(context.Background(), domain.Actor{}, "person", query, 8)
			var got []string
			for _, h := range hits {
				got = append(got, h.Title)
			}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%q gives %v, want %v: %v", query, got, want, err)
			}
		}
	})
}
