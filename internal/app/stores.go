package app

import (
	"sangu/repository"
)

// Services of one area often need several stores at once. Each composite below
// puts together, of the stores by subject, what one service asks for.
type (
	libraryStores struct {
		*repository.ProjectStore
		*repository.ClientStore
		*repository.ContactStore
		*repository.EnterpriseStore
		*repository.OrganizationStore
		*repository.AssignmentStore
		*repository.SubjectStore
		*repository.HistoryStore
	}
	attachmentStores struct {
		*repository.AttachmentStore
		*repository.SubjectStore
	}
	timelineStores struct {
		*repository.TimelineStore
		*repository.SubjectStore
	}
	batchStores struct {
		*repository.BatchStore
		*repository.SubjectStore
	}
	duplicateStores struct {
		*repository.DuplicateStore
		*repository.SubjectStore
	}
	liveStores struct {
		*repository.LiveStore
		*repository.SubjectStore
	}
	pipelineStores struct {
		*repository.EventStore
		*repository.CurrentStateStore
		*repository.VerdictStore
		*repository.SigningStore
		*repository.SplitStore
		*repository.FundStore
		*repository.GateStore
		*repository.EvidenceStore
		*repository.AttachmentStore
		*repository.UnitStore
	}
	pipelineProjects struct {
		*repository.ProjectStore
		*repository.SubjectStore
	}
	historyStores struct {
		*repository.HistoryStore
		*repository.FundReportStore
		*repository.RuleStore
		*repository.BulletinStore
		*repository.UnitStore
	}
	workListStores struct {
		*repository.WorkListStore
		*repository.GateStore
	}
	visitStores struct {
		*repository.VisitStore
		*repository.FollowUpStore
		*repository.SubjectStore
	}
	deskStores struct {
		*repository.DeskStore
		*repository.FollowUpStore
	}
	binStores struct {
		*repository.BinStore
		*repository.SubjectStore
	}
	suspicionStores struct {
		*repository.SuspicionStore
		*repository.ColourStore
		*repository.LimitStore
	}
	totalsStores struct {
		*repository.TotalsStore
		*repository.MonthlyLightStore
		*repository.HistoryStore
		*repository.ColourStore
	}
	audienceStores struct {
		*repository.WatchStore
		*repository.SubjectStore
	}
	dispatchStores struct {
		*repository.DispatchStore
		*repository.NoticeStore
		*repository.WatchStore
		*repository.SubjectStore
	}
	personStores struct {
		*repository.PersonStore
		*repository.PostStore
	}
	sessionStores struct {
		*repository.SessionStore
		*repository.FeedStore
	}
	profileStores struct {
		*repository.ProfileStore
		*repository.PersonStore
	}
	responsibleStores struct {
		*repository.ResponsibleProjectsStore
		*repository.HistoryStore
		*repository.ColourStore
		*repository.GateStore
	}
)
