package app

import (
	goalsstore "sangu/repository/goals"
	intakestore "sangu/repository/intake"
	librarystore "sangu/repository/library"
	noticestore "sangu/repository/notice"
	orgstore "sangu/repository/org"
	pipelinestore "sangu/repository/pipeline"
	recruitstore "sangu/repository/recruit"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

// Services of one area often need several stores at once. Each composite below
// puts together, of the stores by subject, what one service asks for.
type (
	attachmentStores struct {
		*librarystore.AttachmentStore
		*sqlkit.SubjectStore
	}
	timelineStores struct {
		*librarystore.TimelineStore
		*sqlkit.SubjectStore
	}
	batchStores struct {
		*librarystore.BatchStore
		*sqlkit.SubjectStore
	}
	duplicateStores struct {
		*librarystore.DuplicateStore
		*sqlkit.SubjectStore
	}
	liveStores struct {
		*librarystore.LiveStore
		*sqlkit.SubjectStore
	}
	pipelineStores struct {
		*pipelinestore.EventStore
		*pipelinestore.CurrentStateStore
		*pipelinestore.VerdictStore
		*pipelinestore.SigningStore
		*pipelinestore.SplitStore
		*pipelinestore.FundStore
		*pipelinestore.GateStore
		*pipelinestore.EvidenceStore
		*librarystore.AttachmentStore
		*orgstore.UnitStore
	}
	pipelineProjects struct {
		*librarystore.ProjectStore
		*sqlkit.SubjectStore
	}
	reportStores struct {
		*reportingstore.HistoryStore
		*reportingstore.TallyStore
		*reportingstore.FundReportStore
		*orgstore.UnitStore
	}
	workListStores struct {
		*reportingstore.WorkListStore
		*pipelinestore.GateStore
	}
	visitStores struct {
		*recruitstore.VisitStore
		*recruitstore.FollowUpStore
		*sqlkit.SubjectStore
	}
	deskStores struct {
		*recruitstore.DeskStore
		*recruitstore.FollowUpStore
	}
	binStores struct {
		*librarystore.BinStore
		*sqlkit.SubjectStore
	}
	assessmentStores struct {
		*goalsstore.SchemeStore
		*reportingstore.TargetStore
		*orgstore.UnitStore
	}
	cockpitStores struct {
		*goalsstore.ColourStore
		*goalsstore.SuspicionStore
		*orgstore.UnitStore
	}
	totalsStores struct {
		*goalsstore.TotalsStore
		*goalsstore.MonthlyLightStore
		*reportingstore.HistoryStore
		*goalsstore.ColourStore
	}
	audienceStores struct {
		*noticestore.WatchStore
		*sqlkit.SubjectStore
	}
	dispatchStores struct {
		*noticestore.DispatchStore
		*noticestore.NoticeStore
		*noticestore.WatchStore
		*sqlkit.SubjectStore
	}
	personStores struct {
		*orgstore.PersonStore
		*orgstore.PostStore
	}
	sessionStores struct {
		*orgstore.SessionStore
		*orgstore.FeedStore
	}
	profileStores struct {
		*orgstore.ProfileStore
		*orgstore.PersonStore
	}
	lookupStores struct {
		*intakestore.LookupStore
		*intakestore.ImportStore
	}
	responsibleStores struct {
		*goalsstore.ResponsibleProjectsStore
		*reportingstore.HistoryStore
		*goalsstore.ColourStore
		*pipelinestore.GateStore
	}
)
