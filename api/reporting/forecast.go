package reporting

import (
	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/reporting"
)

type stepOut struct {
	On  domain.Date `json:"on" required:"true"`
	Sum int         `json:"sum" required:"true" description:"so far this year"`
}

type forecastOut struct {
	On         domain.Date `json:"on" required:"true"`
	Expected   float64     `json:"expected" required:"true"`
	Low        int         `json:"low" required:"true" description:"the shortest range that holds eight chances in ten"`
	High       int         `json:"high" required:"true"`
	Indicative bool        `json:"indicative" required:"true" description:"it leans on waits so long that fewer than five were still watched"`
}

// FrontOutlookOut is the outlook of the front page, with this year's starts and
// the months to come.
type FrontOutlookOut struct {
	outlookOut
	Starts []stepOut     `json:"starts" required:"true" description:"this year, one a day on which something started"`
	Ahead  []forecastOut `json:"ahead" required:"true" description:"the ends of the months to come; empty where fewer than ten were signed"`
}

// FrontOutlookFrom returns the wire form of an outlook.
func FrontOutlookFrom(o reporting.Outlook) FrontOutlookOut {
	return FrontOutlookOut{outlookFrom(o), kit.Each(o.Starts, func(s reporting.Step) stepOut { return stepOut(s) }),
		kit.Each(o.Ahead, func(f reporting.Forecast) forecastOut { return forecastOut(f) })}
}

// FrontStepOut is a stage of the whole way on the front page.
type FrontStepOut struct {
	pathOut
	Confirmed *int `json:"confirmed" required:"true" description:"of those reached; null for steps that nobody confirms"`
}

// FrontStepFrom returns the wire form of a stage.
func FrontStepFrom(p goals.PathStep) FrontStepOut {
	return FrontStepOut{pathFrom(p.PathStep), p.Confirmed}
}
