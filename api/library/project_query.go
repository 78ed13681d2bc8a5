package library

import (
	"sangu/domain/library"
	"strconv"
	"strings"
)

// ProjectQuery writes the filters that work lists and ready views use as /projects
// takes them.
func ProjectQuery(f library.ProjectFilter) map[string]string {
	q := map[string]string{}
	put := func(key, value string) {
		if value != "" {
			q[key] = value
		}
	}
	put("unit_id", string(f.UnitID))
	put("leader_id", string(f.LeaderID))
	put("should_have_begun", f.ShouldHaveBegun.String())
	put("stale_before", f.StaleBefore.String())
	put("not_reached", string(f.NotReached))
	put("evidence", strings.Join(f.Evidence, ","))
	put("key_level", strings.Join(f.KeyLevels, ","))
	for _, s := range f.Statuses {
		put("status", string(s))
	}
	if f.Going {
		put("going", "true")
	}
	if f.MinInvestment != nil {
		put("min_investment", strconv.FormatInt(int64(*f.MinInvestment), 10))
	}
	if f.Watched {
		q["watched"] = "true"
	}
	if f.Mine {
		q["mine"] = "true"
	}
	if f.OneSheet {
		put("one_sheet", "true")
	}
	return q
}
