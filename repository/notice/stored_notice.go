package notice

import (
	"sangu/domain/notice"
)

// StoredSettings is a notice.Settings as it is stored.
type StoredSettings struct {
	Off       []notice.Kind  `json:"Off"`
	EarlyDays int            `json:"EarlyDays"`
	IdleDays  int            `json:"IdleDays"`
	DigestAt  string         `json:"DigestAt"`
	QuietFrom string         `json:"QuietFrom"`
	QuietTo   string         `json:"QuietTo"`
	Where     []notice.Place `json:"Where"`
}

// StoreSettings returns the stored form.
func StoreSettings(x notice.Settings) StoredSettings {
	return StoredSettings{
		Off:       x.Off,
		EarlyDays: x.EarlyDays,
		IdleDays:  x.IdleDays,
		DigestAt:  x.DigestAt,
		QuietFrom: x.QuietFrom,
		QuietTo:   x.QuietTo,
		Where:     x.Where,
	}
}

// Entity returns what was stored.
func (s StoredSettings) Entity() notice.Settings {
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
