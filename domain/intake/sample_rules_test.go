package intake_test

import (
	"testing"

	"sangu/domain"
	"sangu/domain/intake"
)

func TestASampleIsRemovedOnlyWhereItIsMeant(t *testing.T) {
	t.Parallel()
	remove := func(state intake.SampleState, typed string, force bool, changed ...intake.SampleRow) error {
		return intake.Sample{State: state, County: "赤城县"}.CheckRemoval(typed, force, changed)
	}
	mine := intake.SampleRow{Subject: domain.Ref{Kind: domain.SubjectLead, ID: "l"}, Title: "改过的"}
	holdRules(t, []rule{
		{"the county's name is typed", remove(intake.SampleLoaded, " 赤城县 ", false), ""},
		{"and no other", remove(intake.SampleLoaded, "赤城", false), "confirm sample.confirm"},
		{"where there is no sample, nothing goes", remove("", "赤城县", true), "sample.not_found"},
		{"not while it is being loaded", remove(intake.SampleLoading, "赤城县", true), "sample.loading"},
		{"not what somebody changed", remove(intake.SampleLoaded, "赤城县", false, mine), "lead import.changed"},
		{"unless that is said too", remove(intake.SampleLoaded, "赤城县", true, mine), ""},
	})
}
