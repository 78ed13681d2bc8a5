// Package bench measures the product beside a bare handler with the same SQL
// and beside the database alone, in one run on one machine.
package bench

import (
	"context"
	"fmt"
	librarystore "sangu/repository/library"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Size is how many rows the data set has.
type Size struct{ Projects, Clients, Enterprises, Visits, Events int }

// Standard is the size that the aims are set for.
func Standard() Size {
	return Size{Projects: 100_000, Clients: 100_000, Enterprises: 200_000, Visits: 300_000, Events: 400_000}
}

// seed fills a migrated database. Names are of rare and common characters, so
// that searches hit few rows and many.
func seed(ctx context.Context, pool *pgxpool.Pool, n Size) error {
	const hanzi = "新能源科技材料装备制造环保食品冷链物流康养文旅矿业农牧数据电子生物医药化工纺织建材汽车航空恒瑞百龙绿森京津冀张承唐保石衡沧廊邢邯秦盛鼎宏图云岭启明瑞丰天泽博远华盛国兴"
	chars := len([]rune(hanzi))
	pick := func(seed string, i int) string {
		return fmt.Sprintf("substr('%s', (1 + ((%s)::bigint * %d + %d) %% %d)::int, 1)", hanzi, seed, 7919*(i+1), 104729*(i+3), chars)
	}
	name := func(seed, tail string) string {
		return pick(seed, 0) + " || " + pick(seed+"/3", 1) + " || " + pick(seed+"/7", 2) + " || " + pick(seed+"/13", 3) + " || '" + tail +
			"' || " + seed
	}
	unit := "(SELECT array_agg(id ORDER BY name) FROM units WHERE kind <> 'county')"
	person := "(SELECT array_agg(id ORDER BY name) FROM people)"
	steps := []string{
		fmt.Sprintf(`INSERT INTO organizations (id, name, firm_key, version, created_at) SELECT gen_random_uuid(), %s, '', 1, now() FROM
			generate_series(1, %d) AS g`, name("g", "有限公司"), n.Clients+n.Enterprises),
		`CREATE TABLE bench_org AS SELECT id, row_number() OVER (ORDER BY id) AS g FROM organizations WHERE firm_key = ''`,
		fmt.Sprintf(`INSERT INTO clients (id, organization_id, tiers, created_at, updated_at, version) SELECT gen_random_uuid(), id,
			'[]', now(), now() - g * interval '1 second', 1 FROM bench_org WHERE g <= %d`, n.Clients),
		fmt.Sprintf(`WITH u AS (SELECT %s AS ids) INSERT INTO enterprises (id, organization_id, host_unit_id, unit_id, state,
			state_since, created_at, updated_at, version)
			SELECT gen_random_uuid(), o.id, u.ids[1 + o.g::int %% array_length(u.ids, 1)], u.ids[1 + o.g::int %% array_length(u.ids, 1)],
				'normal', '2026-01-01', now(), now() - o.g * interval '1 second', 1 FROM bench_org AS o, u WHERE o.g > %d`, unit, n.Clients),
		`CREATE TABLE bench_client AS SELECT id, row_number() OVER (ORDER BY id) AS g FROM clients`,
		// Ranks 0 to 11; the later ones are rarer. A quarter of the signed wait, some have ended.
		fmt.Sprintf(`WITH u AS (SELECT %s AS ids), s AS (SELECT g, (g * 7919) %% 12 AS rank, date '2022-01-01' + (g * 31) %% 1500 AS day
			FROM generate_series(1, %d) AS g)
			INSERT INTO projects (id, code, name, name_key, kind, industry, section, total_investment, contract_amount, funds_reported,
				key_levels, responsible_unit_id, attracting_unit_id, host_unit_id,
				client_id, channel, dossier, stage, stage_rank, stage_since, status, reached, signed_on, registered_on, started_on,
					in_production_on, ended_on, signed_amount, created_at, updated_at, version)
			SELECT gen_random_uuid(), 'B-' || s.g, %s, 'bench' || s.g, 'industry', '39', 'C', 1000000::bigint * (1 + (s.g * 37) %% 5000),
				1000000::bigint * (1 + (s.g * 37) %% 5000), 300000 * ((s.g * 11) %% 4000), '[]',
				u.ids[1 + s.g %% array_length(u.ids, 1)], u.ids[1 + s.g %% array_length(u.ids, 1)], u.ids[1 + (s.g * 3) %% array_length(u.ids,
					1)], c.id, 'leader', '{}',
				(ARRAY['LEAD','QUALIFIED','NEGOTIATING','INTENT','REVIEWED','SIGNED','REGISTERED',
					'PERMITTING','STARTED','COMPLETED','IN_PRODUCTION','FULL_CAPACITY'])[1 + s.rank], s.rank, s.day,
				CASE WHEN s.rank >= 5 AND s.g %% 17 = 0 THEN 'terminated' ELSE 'active' END, '{}',
				CASE WHEN s.rank >= 5 THEN s.day END, CASE WHEN s.rank >= 6 THEN s.day + 20 + (s.g %% 60)::int END, CASE WHEN s.rank >= 8 THEN
					s.day + 30 + (s.g %% 300)::int END,
				CASE WHEN s.rank >= 10 THEN s.day + 400 + (s.g %% 300)::int END, CASE WHEN s.rank >= 5 AND s.g %% 17 = 0 THEN s.day + 100 +
					(s.g %% 400)::int END,
				CASE WHEN s.rank >= 5 THEN 1000000::bigint * (1 + (s.g * 37) %% 5000) END, now(), now() - s.g * interval '1 second', 1
			FROM s JOIN bench_client AS c ON c.g = 1 + s.g %% %d, u`, unit, n.Projects, name("s.g", "项目"), n.Clients),
		`CREATE TABLE bench_project AS SELECT id, row_number() OVER (ORDER BY id) AS g FROM projects WHERE code LIKE 'B-%'`,
		fmt.Sprintf(`INSERT INTO stage_events (id, project_id, code, occurred_on, recorded_at, source) SELECT gen_random_uuid(), p.id,
			'LEAD', date '2022-01-01' + (g.g %% 1400)::int, now(), 'ledger'
			FROM generate_series(1, %d) AS g JOIN bench_project AS p ON p.g = 1 + g.g %% %d`, n.Events, n.Projects),
		fmt.Sprintf(`WITH u AS (SELECT %s AS ids), w AS (SELECT %s AS ids) INSERT INTO visits (id, way, visit_on, company, party, state,
			unit_id, leader_id, created_at, updated_at, version)
			SELECT gen_random_uuid(), 'out', date '2022-01-01' + (g %% 1500)::int, %s, '[]', 'done', u.ids[1 + g %% array_length(u.ids, 1)],
				w.ids[1 + g %% array_length(w.ids, 1)], now(), now(), 1
			FROM generate_series(1, %d) AS g, u, w`, unit, person, name("g", "公司"), n.Visits),
	}
	for _, s := range steps {
		if _, err := pool.Exec(ctx, s); err != nil {
			return fmt.Errorf("seed: %w in %.80s", err, s)
		}
	}
	if err := index(ctx, pool); err != nil {
		return err
	}
	for _, s := range []string{"VACUUM ANALYZE"} {
		if _, err := pool.Exec(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// index writes the search documents of what was seeded, as the product would.
func index(ctx context.Context, pool *pgxpool.Pool) error {
	for kind, query := range map[string]string{
		"project":    "SELECT id::text, name || E'\\n' || code FROM projects WHERE code LIKE 'B-%'",
		"enterprise": "SELECT e.id::text, o.name FROM enterprises AS e JOIN organizations AS o ON o.id = e.organization_id WHERE o.firm_key = ''",
	} {
		rows, err := pool.Query(ctx, query)
		if err != nil {
			return err
		}
		var docs [][]any
		for rows.Next() {
			var id, text string
			if err := rows.Scan(&id, &text); err != nil {
				return err
			}
			norm, latin, grams := librarystore.SearchDocument(text)
			docs = append(docs, []any{kind, id, norm, latin, grams})
		}
		if err := rows.Err(); err != nil {
			return err
		}
		conn, err := pool.Acquire(ctx)
		if err != nil {
			return err
		}
		_, err = conn.Conn().CopyFrom(ctx, pgx.Identifier{"search_docs"}, []string{"kind", "id", "norm", "initials", "grams"},
			pgx.CopyFromRows(docs))
		conn.Release()
		if err != nil {
			return fmt.Errorf("index %ss: %w", kind, err)
		}
	}
	return nil
}
