package reporting

// Correction is a figure of a bulletin that would be printed otherwise today.
type Correction struct {
	Unit, Figure   string
	Published, Now int64
}

// corrections compares two countings line by line.
func corrections(was, now BulletinFigures) []Correction {
	var out []Correction
	compare := func(unit string, a, b BulletinLine) {
		for _, f := range []struct {
			name string
			a, b int64
		}{{"signed", int64(a.Signed), int64(b.Signed)}, {"signed_confirmed", int64(a.SignedConfirmed), int64(b.SignedConfirmed)},
			{"signed_amount", int64(a.SignedAmount), int64(b.SignedAmount)},
			{"fulfilling", int64(a.Fulfilling), int64(b.Fulfilling)}, {"started", int64(a.Started), int64(b.Started)},
			{"started_confirmed", int64(a.StartedConfirmed), int64(b.StartedConfirmed)},
			{"in_production", int64(a.InProduction), int64(b.InProduction)},
			{"produced_confirmed", int64(a.ProducedConfirmed), int64(b.ProducedConfirmed)}, {"ended", int64(a.Ended), int64(b.Ended)},
			{"funds_reported", int64(a.FundsReported), int64(b.FundsReported)}, {"funds_verified", int64(a.FundsVerified), int64(b.FundsVerified)}} {
			if f.a != f.b {
				out = append(out, Correction{Unit: unit, Figure: f.name, Published: f.a, Now: f.b})
			}
		}
	}
	compare("", was.Total, now.Total)
	lines := map[string]BulletinLine{}
	for _, l := range now.Units {
		lines[l.Unit] = l
	}
	for _, l := range was.Units {
		compare(l.Unit, l, lines[l.Unit])
		delete(lines, l.Unit)
	}
	for _, l := range now.Units {
		if _, fresh := lines[l.Unit]; fresh {
			compare(l.Unit, BulletinLine{}, l)
		}
	}
	return out
}
