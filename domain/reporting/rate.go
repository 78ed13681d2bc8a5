package reporting

import "sangu/domain/library"

// Rate is a share with what it is a share of; Known is false where the
// denominator is zero: then there is no rate, and it is not 0.
type Rate struct {
	Numerator, Denominator int64
	Known                  bool
	Value                  float64
}

// RateOf returns a rate. 许昌 January to October 2017: 244 of 247 is 98.785 %.
func RateOf(numerator, denominator int64) Rate {
	r := Rate{Numerator: numerator, Denominator: denominator, Known: denominator > 0}
	if r.Known {
		r.Value = float64(numerator) / float64(denominator)
	}
	return r
}

// Preset is one of the four rates: which stage over which (domain.md §5.2).
type Preset struct {
	Key         string
	Numerator   library.Stage // "" where the numerator is money verified in place
	Denominator library.Stage
}

// Presets returns 履约率、开工率、投产率 and 资金到位率, all over signed projects.
func Presets() []Preset {
	return []Preset{{"fulfilment", library.Registered, library.Signed}, {"start", library.Started, library.Signed},
		{"production", library.InProduction, library.Signed}, {"funds", "", library.Signed}}
}

// PresetRate is a preset with its rates by count and by amount. Of money in
// place Amount goes by what was verified, and Claimed by what was reported.
type PresetRate struct {
	Preset
	Count   Rate
	Amount  Rate
	Claimed Rate
}

// Rates returns the four rates of a group, by the standard presets.
func (s Signing) Rates() []PresetRate { return s.RatesBy(Presets()) }

// RatesBy returns the rates of a group by a rule's presets.
func (s Signing) RatesBy(presets []Preset) []PresetRate {
	reached := map[library.Stage]Tally{}
	for stage, t := range s.ReachedByStage {
		reached[stage] = t
	}
	reached[library.Signed], reached[library.Registered], reached[library.Started], reached[library.InProduction] = s.Signed, s.Fulfilling,
		s.Started, s.InProduction
	var out []PresetRate
	for _, p := range presets {
		r := PresetRate{Preset: p}
		if p.Numerator == "" {
			of := int64(reached[p.Denominator].Amount)
			r.Amount, r.Claimed = RateOf(int64(s.FundsVerified), of), RateOf(int64(s.Funds), of)
		} else {
			t, of := reached[p.Numerator], reached[p.Denominator]
			r.Count, r.Amount = RateOf(int64(t.Count), int64(of.Count)), RateOf(int64(t.Amount), int64(of.Amount))
		}
		out = append(out, r)
	}
	return out
}
