// Package scenario lets people who do not exist work in the product for some
// weeks: it plays a written story through the same services that people use, on
// a clock that runs through the days up to now. The demonstration county and
// the sample that an office may load are filled by it.
package scenario

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"sangu/domain"
)

// Story is who works where, and what they do day by day.
type Story struct {
	// FirstDay is how many days before today the county's ledger was read.
	FirstDay int    `json:"first_day"`
	Posts    []Post `json:"posts"`
	Steps    []Step `json:"steps"`
}

// Post is what somebody is: person and unit by name.
type Post struct {
	Name  string `json:"name"`
	Unit  string `json:"unit"`
	Role  string `json:"role"`
	Title string `json:"title"`
}

// Day is a day counted from today: -3 is three days ago.
type Day int

// From returns the date.
func (d Day) From(today domain.Date) domain.Date { return today.AddDays(int(d)) }

// Step is one thing that somebody does: exactly one of the deeds is there.
// Records are named as people name them; Key names what a step makes for later
// steps.
type Step struct {
	Day Day    `json:"day"`
	At  string `json:"at"`
	Who string `json:"who"`
	Key string `json:"key"`

	Lead     *leadDeed     `json:"lead"`
	Assess   *assessDeed   `json:"assess"`
	Follow   *followDeed   `json:"follow"`
	Convert  *convertDeed  `json:"convert"`
	Visit    *visitDeed    `json:"visit"`
	Complete *completeDeed `json:"complete"`
	Cancel   *cancelDeed   `json:"cancel"`
	Finish   *finishDeed   `json:"finish"`
	Note     *noteDeed     `json:"note"`
	Contact  *contactDeed  `json:"contact"`
	Profile  *profileDeed  `json:"profile"`
	File     *fileDeed     `json:"file"`
	Plan     *planDeed     `json:"plan"`
	Company  *companyDeed  `json:"company"`
	Move     *moveDeed     `json:"move"`
	Judge    *judgeDeed    `json:"judge"`
	Sign     *signDeed     `json:"sign"`
	Split    *splitDeed    `json:"split"`
	Funds    []fundDeed    `json:"funds"`
	Verify   *verifyDeed   `json:"verify"`
	Targets  *targetsDeed  `json:"targets"`
	Scan     *struct{}     `json:"scan"`
	Answer   *answerDeed   `json:"answer"`
	Bulletin *bulletinDeed `json:"bulletin"`
	View     *viewDeed     `json:"view"`
}

// Read reads a story and refuses words that it does not know.
func Read(file []byte) (Story, error) {
	d := json.NewDecoder(bytes.NewReader(file))
	d.DisallowUnknownFields()
	var s Story
	if err := d.Decode(&s); err != nil {
		return Story{}, fmt.Errorf("read story: %w", err)
	}
	return s, nil
}

// instant is when a step is done.
func (s Step) instant(today domain.Date) (time.Time, error) {
	t, err := time.Parse("15:04", s.At)
	if err != nil {
		return time.Time{}, fmt.Errorf("time of day %q: %w", s.At, err)
	}
	return s.Day.From(today).Start().Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute), nil
}

// Within returns the story as it is played inside another county: without what is
// the whole county's, its targets and its published months.
func (s Story) Within(county string) Story {
	var steps []Step
	for _, step := range s.Steps {
		if step.Bulletin != nil {
			continue
		}
		if step.Targets != nil {
			own := targetsDeed{}
			for _, u := range step.Targets.Units {
				if u.Unit != county {
					own.Units = append(own.Units, u)
				}
			}
			step.Targets = &own
		}
		steps = append(steps, step)
	}
	s.Steps = steps
	return s
}
