package repository

import (
	"sangu/domain/notice"
)

// storedSettings is a notice.Settings as it is stored.
type storedSettings struct {
	Off       []notice.Kind  `json:"Off"`
	EarlyDays int            `json:"EarlyDays"`
	IdleDays  int            `json:"IdleDays"`
	DigestAt  string         `json:"DigestAt"`
	QuietFrom string         `json:"QuietFrom"`
	QuietTo   string         `json:"QuietTo"`
	Where     []notice.Place `json:"Where"`
}

// storeSettings returns the stored form.
func storeSettings(x notice.Settings) storedSettings {
	return storedSettings{
		Off:       x.Off,
		EarlyDays: x.EarlyDays,
		IdleDays:  x.IdleDays,
		DigestAt:  x.DigestAt,
		QuietFrom: x.QuietFrom,
		QuietTo:   x.QuietTo,
		Where:     x.Where,
	}
}

// entity returns what was stored.
func (s storedSettings) entity() notice.Settings {
	return notice.Settings{
		Off:       s.Off,
		EarlyDays: s.EarlyDays,
		IdleDays:  s.IdleDays,
		DigestAt:  s.DigestAt,
		QuietFrom: s.QuietFrom,
		QuietTo:   s.QuietTo,
		Where:     s.Where,
	}
}
