package notice_test

import (
	"testing"

	"sangu/domain/notice"
)

func TestSettingsKeepTheRules(t *testing.T) {
	t.Parallel()
	settings := func(change func(s *notice.Settings)) error {
		s := notice.DefaultSettings()
		change(&s)
		return s.Check()
	}
	const span = "input.range"
	quiet := func(from, to string) error {
		return settings(func(s *notice.Settings) { s.QuietFrom, s.QuietTo = from, to })
	}
	holdRules(t, []rule{
		{"what holds until a person chooses", settings(func(*notice.Settings) {}), ""},
		{"kinds that are not wanted", settings(func(s *notice.Settings) { s.Off = notice.Kinds() }), ""},
		{"a kind there is not", settings(func(s *notice.Settings) { s.Off = []notice.Kind{"weather"} }), "off input.enum"},
		{"on the day itself", settings(func(s *notice.Settings) { s.EarlyDays = 0 }), ""},
		{"not after the day", settings(func(s *notice.Settings) { s.EarlyDays = -1 }), "early_days " + span},
		{"three days ahead", settings(func(s *notice.Settings) { s.EarlyDays = 3 }), ""},
		{"four are too early", settings(func(s *notice.Settings) { s.EarlyDays = 4 }), "early_days " + span},
		{"idle after five days", settings(func(s *notice.Settings) { s.IdleDays = 5 }), ""},
		{"four are too soon", settings(func(s *notice.Settings) { s.IdleDays = 4 }), "idle_days " + span},
		{"idle after sixty days", settings(func(s *notice.Settings) { s.IdleDays = 60 }), ""},
		{"61 are too late", settings(func(s *notice.Settings) { s.IdleDays = 61 }), "idle_days " + span},
		{"both places", settings(func(s *notice.Settings) { s.Where = notice.Places() }), ""},
		{"a place twice", settings(func(s *notice.Settings) { s.Where = []notice.Place{notice.Corner, notice.Corner} }), "where input.enum"},
		{"a place there is not", settings(func(s *notice.Settings) { s.Where = []notice.Place{"roof"} }), "where input.enum"},
		{"a day's news come at a time", settings(func(s *notice.Settings) { s.DigestAt = "" }), "digest_at notice.time"},
		{"written with two digits", settings(func(s *notice.Settings) { s.DigestAt = "8:00" }), "digest_at notice.time"},
		{"of the day", settings(func(s *notice.Settings) { s.DigestAt = "24:00" }), "digest_at notice.time"},
		{"quiet hours over midnight", quiet("22:00", "07:30"), ""},
		{"quiet hours have an end", quiet("22:00", ""), "quiet_to notice.time"},
		{"and a beginning", quiet("", "07:30"), "quiet_from notice.time"},
		{"both are times", quiet("22", "7"), "quiet_from notice.time, quiet_to notice.time"},
	})
}
