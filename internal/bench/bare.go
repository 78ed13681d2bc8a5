package bench

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	librarystore "sangu/repository/library"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgxpool"
)

// The SQL of each operation, shared by the bare handler and pgbench; $1, $2 …
// for the handler.
const (
	sqlOne = `SELECT p.*, u.name AS responsible_unit, h.name AS host_unit, o.name AS client_name FROM projects AS p JOIN units AS u ON
		u.id = p.responsible_unit_id
		LEFT JOIN units AS h ON h.id = p.host_unit_id LEFT JOIN clients AS c ON c.id = p.client_id LEFT JOIN organizations AS o ON o.id =
			c.organization_id WHERE p.id = $1`
	sqlList = `SELECT p.id, p.code, p.name, p.kind, p.industry, p.chain, p.total_investment, p.stage, p.stage_since, p.status, h.name
		AS host_unit, u.name AS responsible_unit,
		o.name AS client_name, p.signed_on, p.started_on, p.planned_start, p.completeness, p.updated_at, p.version
		FROM projects AS p JOIN units AS u ON u.id = p.responsible_unit_id LEFT JOIN units AS h ON h.id = p.host_unit_id LEFT JOIN
			clients AS c ON c.id = p.client_id
		LEFT JOIN organizations AS o ON o.id = c.organization_id WHERE p.responsible_unit_id = $1 AND p.stage = $2 ORDER BY
			COALESCE(p.total_investment, -1) DESC, p.id DESC LIMIT 51`
	sqlCount  = `SELECT count(*) FROM (SELECT 1 FROM projects WHERE responsible_unit_id = $1 AND stage = $2 LIMIT 1001) AS capped`
	sqlSearch = `SELECT p.id, p.name, p.code FROM projects AS p WHERE p.id IN (SELECT d.id FROM search_docs AS d WHERE d.kind =
		'project' AND d.grams @> $1::int4[] AND strpos(d.norm, $2) > 0) ORDER BY p.id DESC LIMIT 20`
	sqlVisit = `INSERT INTO visits (id, way, visit_on, company, party, state, owner_id, unit_id, created_by, created_at, updated_at,
		version) VALUES ($1, 'out', '2026-09-26', $2, '[]', 'planned', NULL, NULL, NULL, now(), now(), 1)`
	sqlEvent = `INSERT INTO stage_events (id, project_id, code, occurred_on, recorded_at, source, reason) VALUES ($1, $2,
		'TRANSFERRED', '2026-09-26', now(), 'person', 'bench')`
	sqlMove = `UPDATE projects SET status = 'transferred', status_since = '2026-09-26', version = version + 1, updated_at = now()
		WHERE id = $1`
	sqlFunnel = `SELECT p.stage, p.ended_on IS NOT NULL, count(*), sum(p.total_investment)::bigint FROM projects AS p WHERE p.stage <>
		'' GROUP BY 1, 2`
	sqlSigned = `SELECT count(*), sum(p.signed_amount)::bigint, count(CASE WHEN COALESCE(p.started_on, p.completed_on,
		p.in_production_on, p.full_capacity_on) <= '2026-09-26' THEN 1 END) FROM projects AS p WHERE p.signed_on <= '2026-09-26'`
	sqlWait = `SELECT (CASE WHEN p.started_on <= '2026-09-26' THEN p.started_on WHEN p.ended_on <= '2026-09-26' THEN p.ended_on ELSE
		date '2026-09-26' END) - p.signed_on,
		CASE WHEN p.started_on <= '2026-09-26' THEN 1 WHEN p.ended_on <= '2026-09-26' THEN 2 ELSE 0 END, count(*) FROM projects AS p
			WHERE p.signed_on <= '2026-09-26' GROUP BY 1, 2`
)

// bare is the reference: net/http and pgx with the same SQL, no sign-in, no
// scope, no validation, no audit.
func bare(pool *pgxpool.Pool) http.Handler {
	mux := http.NewServeMux()
	answer := func(w http.ResponseWriter, r *http.Request, sql string, args ...any) {
		rows, err := pool.Query(r.Context(), sql, args...)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer rows.Close()
		out := []map[string]any{}
		for rows.Next() {
			values, err := rows.Values()
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			m := make(map[string]any, len(values))
			for i, f := range rows.FieldDescriptions() {
				v := values[i]
				if b, ok := v.([16]byte); ok {
					v = uuid.UUID(b).String()
				}
				m[f.Name] = v
			}
			out = append(out, m)
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(out) // the client is the bench itself
	}
	mux.HandleFunc("GET /api/v1/projects/{id}", func(w http.ResponseWriter, r *http.Request) { answer(w, r, sqlOne, r.PathValue("id")) })
	mux.HandleFunc("GET /api/v1/projects", func(w http.ResponseWriter, r *http.Request) {
		unit, stage := r.URL.Query().Get("unit_id"), r.URL.Query().Get("stage")
		var n int
		if err := pool.QueryRow(r.Context(), sqlCount, unit, stage).Scan(&n); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		answer(w, r, sqlList, unit, stage)
	})
	mux.HandleFunc("GET /api/v1/search", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query().Get("q")
		answer(w, r, sqlSearch, librarystore.SearchTokens(q), q)
	})
	mux.HandleFunc("POST /api/v1/visits", func(w http.ResponseWriter, r *http.Request) {
		var in struct{ Company string }
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		write(r.Context(), w, pool, []string{sqlVisit}, [][]any{{uuid.Must(uuid.NewV7()).String(), in.Company}})
	})
	mux.HandleFunc("POST /api/v1/projects/{id}/stage-events", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		id := r.PathValue("id")
		write(r.Context(), w, pool, []string{sqlEvent, sqlMove}, [][]any{{uuid.Must(uuid.NewV7()).String(), id}, {id}})
	})
	mux.HandleFunc("GET /api/v1/reports/funnel", func(w http.ResponseWriter, r *http.Request) { answer(w, r, sqlFunnel) })
	mux.HandleFunc("GET /api/v1/reports/conversion", func(w http.ResponseWriter, r *http.Request) {
		rows, err := pool.Query(r.Context(), sqlSigned)
		if err == nil {
			rows.Close()
		}
		answer(w, r, sqlWait)
	})
	return mux
}

func write(ctx context.Context, w http.ResponseWriter, pool *pgxpool.Pool, sql []string, args [][]any) {
	tx, err := pool.Begin(ctx)
	for i := 0; err == nil && i < len(sql); i++ {
		_, err = tx.Exec(ctx, sql[i], args[i]...)
	}
	if err == nil {
		err = tx.Commit(ctx)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
	_, _ = io.Copy(w, strings.NewReader("{}\n"))
}
