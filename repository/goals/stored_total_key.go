package goals

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
)

// The words by which measures are stored, and those by which outcomes are: of a
// stay, and of a wait. They never change.
var (
	storedMeasures = map[reporting.Measure]string{reporting.MeasureSigned: "signed", reporting.MeasureStarted: "started",
		reporting.MeasureProduced: "produced", reporting.MeasureNegotiating: "talking",
		reporting.MeasureNegotiationBegun: "talk_in", reporting.MeasureNegotiationOver: "talk_out",
		reporting.MeasureAtStage: "stage", reporting.MeasureWait: "wait", reporting.MeasureStart: "begun",
		reporting.MeasureStay: "step", reporting.MeasureFunds: "funds", reporting.MeasurePlannedStart: "planned",
		reporting.MeasureUnverifiedFunds: "unseen", reporting.MeasureLight: "light"}
	stayOutcomes = []string{reporting.Open: "open", reporting.Reached: "done", reporting.Ended: "ended"}
	waitOutcomes = []string{reporting.Open: "open", reporting.Reached: "1", reporting.Ended: "2"}
)

// slackMark is written before the Slack of a key that has one. No measure with slack
// has it in its own text.
const slackMark = "~"

// onKeyLists is written before the colour of lights on lists of key projects.
const onKeyLists = "key"

// StoreTotalKey returns the text by which a line of the totals is stored: the
// measure's word, and after dots what else tells the line apart, as in
// "wait.2025.1". It is the only writer of that text, and RestoreTotalKey its only
// reader.
func StoreTotalKey(k reporting.TotalKey) string {
	parts := []string{storedMeasures[k.Measure]}
	switch k.Measure {
	case reporting.MeasureAtStage:
		parts = append(parts, string(k.Stage))
	case reporting.MeasureWait:
		parts = append(parts, strconv.Itoa(k.Year), waitOutcomes[k.Outcome])
	case reporting.MeasureStart:
		parts = append(parts, strconv.Itoa(k.Year))
	case reporting.MeasureStay:
		parts = append(parts, strconv.Itoa(k.Stage.Rank()), stayOutcomes[k.Outcome])
	case reporting.MeasureFunds:
		parts = append(parts, string(k.UnitID))
	case reporting.MeasureLight:
		parts = append(parts, k.Judged)
		if k.OnKeyLists {
			parts = append(parts, onKeyLists)
		}
		parts = append(parts, k.Colour)
	default:
		// What is not named here is dealt with after the switch.
	}
	text := strings.Join(parts, ".")
	if k.Slack != 0 {
		text += slackMark + strconv.Itoa(k.Slack)
	}
	return text
}

// RestoreTotalKey returns the key that is stored as a text. It returns an error if
// StoreTotalKey writes no key so.
func RestoreTotalKey(text string) (reporting.TotalKey, error) {
	own, slack, slacked := strings.Cut(text, slackMark)
	word, rest, _ := strings.Cut(own, ".")
	k := reporting.TotalKey{Measure: measureOf(word)}
	if k.Measure == reporting.MeasureLight {
		_, rest, _ = strings.Cut(text, ".")
	} else if slacked {
		k.Slack, _ = strconv.Atoi(slack)
	}
	first, last, _ := strings.Cut(rest, ".")
	switch k.Measure {
	case reporting.MeasureAtStage:
		k.Stage = library.Stage(rest)
	case reporting.MeasureWait:
		k.Year, _ = strconv.Atoi(first)
		k.Outcome = reporting.Outcome(max(0, slices.Index(waitOutcomes, last)))
	case reporting.MeasureStart:
		k.Year, _ = strconv.Atoi(rest)
	case reporting.MeasureStay:
		if rank, err := strconv.Atoi(first); err == nil && rank >= 0 && rank < len(library.Stages()) {
			k.Stage = library.Stages()[rank]
		}
		k.Outcome = reporting.Outcome(max(0, slices.Index(stayOutcomes, last)))
	case reporting.MeasureFunds:
		k.UnitID = domain.ID(rest)
	case reporting.MeasureLight:
		at := max(0, strings.LastIndex(rest, "."))
		k.Judged, k.Colour = rest[:at], strings.TrimPrefix(rest[at:], ".")
		k.Judged, k.OnKeyLists = strings.CutSuffix(k.Judged, "."+onKeyLists)
	default:
		// What is not named here is dealt with after the switch.
	}
	if k.Measure == "" || StoreTotalKey(k) != text {
		return reporting.TotalKey{}, fmt.Errorf("%q is no key of totals", text)
	}
	return k, nil
}

// measureOf returns the measure that is stored as a word, or "" if there is none.
func measureOf(word string) reporting.Measure {
	for m, stored := range storedMeasures {
		if stored == word {
			return m
		}
	}
	return ""
}
