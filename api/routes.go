package api

import (
	"net/http"

	"sangu/api/kit"
	"sangu/domain/org"
)

// sections is the whole URL table under /api/v1: what the product can do, one
// operation a line, and which right each line needs. "" means everybody signed
// in. It is one page, not a file an area, because what all of it can do and who
// may do it is read here; what an operation answers is in api/openapi.json.
func (a *API) sections() []kit.Section {
	var all []kit.Section
	add := func(name, about string, ops ...kit.Operation) {
		all = append(all, kit.Section{Name: name, About: about, Operations: ops})
	}

	add("setup", "开通: the first administrator of a new product",
		kit.Public(kit.Get("getSetup", "/setup", "", "Whether the first administrator is still to be made", a.Org.GetSetup)),
		kit.Public(kit.Post("setUp", "/setup", "", "Make the first administrator, once", a.Org.SetUp)))

	add("onboarding", "First steps, and the sample county",
		kit.Get("getOnboarding", "/onboarding", "", "The first steps of a new product, counted", a.Intake.GetOnboarding),
		kit.Get("getSample", "/sample", "", "The sample county: whether it is there, and how far its loading came", a.Intake.GetSample),
		kit.Answers(http.StatusAccepted, kit.Post("loadSample", "/sample", "", "Begin to load the sample county", a.Intake.LoadSample)),
		kit.Get("listChangedSample", "/sample/changed", "",
			"Records of the sample county that somebody changed", a.Intake.ListChangedSample),
		kit.Delete("removeSample", "/sample", "", "Remove the sample county wholly; its name is typed", a.Intake.RemoveSample))

	add("session", "登录: signing in, one's own account, tokens for programs",
		kit.Public(kit.Post("signIn", "/session", "", "Sign in", a.Org.SignIn)),
		kit.Delete("signOut", "/session", "", "Sign out", a.Org.SignOut),
		kit.Public(kit.Get("listDemoAccounts", "/session/demo-accounts", "", "Sign-ins of the demonstration", a.Org.ListDemoAccounts)),
		kit.Get("getMe", "/me", "", "Who is signed in, with posts, roles and rights", a.Org.GetMe),
		kit.Put("changePassword", "/me/password", "", "Change one's own password", a.Org.ChangePassword),
		kit.Get("listTokens", "/me/tokens", "", "One's own tokens for programs", a.Org.ListTokens),
		kit.Post("issueToken", "/me/tokens", "", "Issue a token for a program", a.Org.IssueToken),
		kit.Delete("revokeToken", "/me/tokens/:id", "", "Revoke a token", a.Org.RevokeToken),
		kit.Get("getPreference", "/account/preferences/:key", "", "One of one's own preferences, as a list's columns", a.Org.GetPreference),
		kit.Put("updatePreference", "/account/preferences/:key", "", "Remember a preference of one's own", a.Org.UpdatePreference))

	add("views", "视图: saved filters of lists",
		kit.Get("listViews", "/views", "", "Saved views of a list: one's own and those shared", a.Org.ListViews),
		kit.Post("createView", "/views", "", "Save a view", a.Org.CreateView),
		kit.Put("updateView", "/views/:id", "", "Rename a view, share it, or keep another filter in it", a.Org.UpdateView),
		kit.Delete("removeView", "/views/:id", "", "Remove a view", a.Org.RemoveView))

	add("units", "单位: the tree of units",
		kit.Get("listUnits", "/units", "", "The tree of units", a.Org.ListUnits),
		kit.Post("createUnit", "/units", org.UnitManage, "Add a unit", a.Org.CreateUnit),
		kit.Get("getUnit", "/units/:id", "", "One unit", a.Org.GetUnit),
		kit.Put("updateUnit", "/units/:id", org.UnitManage, "Change a unit", a.Org.UpdateUnit))

	add("people", "人员: people, their posts and roles",
		kit.Get("listPeople", "/people", "", "People with their posts", a.Org.ListPeople),
		kit.Post("createPerson", "/people", org.PersonManage, "Add a person", a.Org.CreatePerson),
		kit.Get("getPerson", "/people/:id", "", "One person", a.Org.GetPerson),
		kit.Put("updatePerson", "/people/:id", org.PersonManage, "Change a person", a.Org.UpdatePerson),
		kit.Post("appoint", "/people/:id/posts", "", "Give a post and its role", a.Org.Appoint),
		kit.Put("endPost", "/posts/:id/end", org.RoleGrant, "End a post", a.Org.EndPost),
		kit.Act("reinstatePost", "/posts/:id/reinstate", org.RoleGrant, "Take back that a post was ended", a.Org.ReinstatePost))

	add("projects", "招商项目库: projects, their stages, signings, credit and money in place",
		kit.Get("listProjects", "/projects", org.ProjectRead, "招商项目库: projects by filter", a.Library.ListProjects),
		kit.Post("createProject", "/projects", org.ProjectWrite, "Put a project into the library", a.Library.CreateProject),
		kit.Get("getProjectBoard", "/projects/board", org.ProjectRead, "推进看板: projects by stage, with sums", a.Library.GetProjectBoard),
		kit.Get("getProjectTotals", "/projects/totals", org.ProjectRead, "Sums of a filter", a.Library.GetProjectTotals),
		kit.Get("listProjectGroups", "/projects/groups", org.ProjectRead, "A filter's projects in groups", a.Library.ListProjectGroups),
		kit.Get("listReadyViews", "/projects/ready-views", org.ProjectRead,
			"Views of projects that everybody has, with how many each holds", a.Library.ListReadyViews),
		kit.Get("listPlannedDays", "/projects/planned-days", org.ProjectRead,
			"Planned starts, completions and productions of a filter's projects, day by day", a.Library.ListPlannedDays),
		kit.Act("previewProjects", "/projects/batch/preview", org.ProjectWrite,
			"What a batch would change on projects", a.Library.PreviewProjects),
		kit.Act("changeProjects", "/projects/batch", org.ProjectWrite, "批量修改: many projects at once", a.Library.ChangeProjects),
		kit.Get("listBatches", "/batches", "", "One's own latest batches, and until when each can be undone", a.Library.ListBatches),
		kit.Act("undoBatch", "/batches/:id/undo", "", "Undo one's own batch; rows changed since stay", a.Library.UndoBatch),
		kit.Get("getProject", "/projects/:id", org.ProjectRead, "One project", a.Library.GetProject),
		kit.Patch("replanProject", "/projects/:id", org.ProjectWrite, "Give a project other planned days", a.Library.ReplanProject),
		kit.Put("updateProject", "/projects/:id", org.ProjectWrite, "Change facts, leaders and dossier", a.Library.UpdateProject),
		kit.Delete("withdrawProject", "/projects/:id", org.ProjectWrite,
			"Take a project into the recycle bin, with a reason", a.Library.Withdraw("project")),
		kit.Get("listStageEvents", "/projects/:id/stage-events", org.ProjectRead,
			"A project's stage events, and what the next stage needs", a.Pipeline.ListStageEvents),
		kit.Post("moveStage", "/projects/:id/stage-events", org.StageMove, "Move the stage, or correct an event", a.Pipeline.MoveStage),
		kit.Get("listIndustries", "/industries", "", "The divisions of GB/T 4754-2017", a.Library.ListIndustries),
		kit.Act("verifyStage", "/stage-events/:id/verdicts", org.StageConfirm, "核实: whether a claimed stage is so", a.Pipeline.VerifyStage),
		kit.Get("listSignings", "/projects/:id/signings", org.ProjectRead, "签约: a project's signings", a.Pipeline.ListSignings),
		kit.Post("recordSigning", "/projects/:id/signings", org.StageMove, "Record a signing, or correct one", a.Pipeline.RecordSigning),
		kit.Post("excludeSigning", "/projects/:id/signings/:signing/exclusions", org.ProjectRead,
			"Tick why a signing is left out: who may move the project, or a verifier of another unit", a.Pipeline.ExcludeSigning),
		kit.Get("listCreditSplits", "/projects/:id/credit", org.ProjectRead,
			"归属: how a project's figures are shared among units", a.Pipeline.ListCreditSplits),
		kit.Post("splitCredit", "/projects/:id/credit", org.RuleManage, "归属: share its figures among units", a.Pipeline.SplitCredit),
		kit.Get("listFunds", "/projects/:id/funds", org.ProjectRead, "到位资金: a project's entries", a.Pipeline.ListFunds),
		kit.Post("reportFunds", "/projects/:id/funds", org.StageMove, "Report money in place, or correct an entry", a.Pipeline.ReportFunds),
		kit.Act("verifyFunds", "/funds/:id/verdicts", org.StageConfirm, "核实: how much of an entry is in place", a.Pipeline.VerifyFunds),
		kit.Act("explainMissingPaper", "/projects/:id/paper-reasons", org.StageMove,
			"Why a paper of a gate is not needed, or take that back", a.Pipeline.ExplainMissingPaper),
		kit.Get("listGates", "/gates", "", "What each stage needs before it is entered", a.Pipeline.ListGates),
		kit.Put("updateGates", "/gates", org.RuleManage, "Change the gates", a.Pipeline.UpdateGates))

	add("clients", "客户资源库: clients and their contacts",
		kit.Get("listClients", "/clients", org.ClientRead, "客户资源库: clients by filter", a.Library.ListClients),
		kit.Post("createClient", "/clients", org.ClientWrite, "Put a client into the library", a.Library.CreateClient),
		kit.Get("listClientGroups", "/clients/groups", org.ClientRead, "A filter's clients in groups", a.Library.ListClientGroups),
		kit.Act("previewClients", "/clients/batch/preview", org.ClientWrite,
			"What a batch would change on clients", a.Library.PreviewClients),
		kit.Act("changeClients", "/clients/batch", org.ClientWrite, "批量修改: many clients at once", a.Library.ChangeClients),
		kit.Get("getClient", "/clients/:id", org.ClientRead, "One client with contacts", a.Library.GetClient),
		kit.Put("updateClient", "/clients/:id", org.ClientWrite, "Change a client", a.Library.UpdateClient),
		kit.Delete("withdrawClient", "/clients/:id", org.ClientWrite,
			"Take a client into the recycle bin, with a reason", a.Library.Withdraw("client")),
		kit.Get("listContacts", "/contacts", org.ClientRead, "People at clients", a.Library.ListContacts),
		kit.Post("createContact", "/contacts", org.ClientWrite, "Add a contact at a client", a.Library.CreateContact),
		kit.Put("updateContact", "/contacts/:id", org.ClientWrite, "Change a contact", a.Library.UpdateContact),
		kit.Act("revealContactPhone", "/contacts/:id/phone", org.ClientRead,
			"A contact's phone in the clear; it is audited", a.Library.RevealContactPhone),
		kit.Delete("removeContact", "/contacts/:id", org.ClientWrite, "Remove a contact", a.Library.RemoveContact))

	add("enterprises", "企业信息库: enterprises",
		kit.Get("listEnterprises", "/enterprises", org.EnterpriseRead, "企业信息库: enterprises by filter", a.Library.ListEnterprises),
		kit.Post("createEnterprise", "/enterprises", org.EnterpriseWrite, "Put an enterprise into the library", a.Library.CreateEnterprise),
		kit.Get("listEnterpriseGroups", "/enterprises/groups", org.EnterpriseRead,
			"A filter's enterprises in groups, with counts", a.Library.ListEnterpriseGroups),
		kit.Act("previewEnterprises", "/enterprises/batch/preview", org.EnterpriseWrite,
			"What a batch would change on enterprises", a.Library.PreviewEnterprises),
		kit.Act("changeEnterprises", "/enterprises/batch", org.EnterpriseWrite, "批量修改: many at once", a.Library.ChangeEnterprises),
		kit.Get("getEnterprise", "/enterprises/:id", org.EnterpriseRead, "One enterprise", a.Library.GetEnterprise),
		kit.Put("updateEnterprise", "/enterprises/:id", org.EnterpriseWrite, "Change an enterprise", a.Library.UpdateEnterprise),
		kit.Delete("withdrawEnterprise", "/enterprises/:id", org.EnterpriseWrite,
			"Take an enterprise into the recycle bin, with a reason", a.Library.Withdraw("enterprise")))

	add("leads", "线索: leads, their assessment and conversion",
		kit.Get("listLeads", "/leads", org.LeadRead, "线索: leads by filter", a.Recruit.ListLeads),
		kit.Post("createLead", "/leads", org.LeadWrite, "Log a lead", a.Recruit.CreateLead),
		kit.Get("listLeadGroups", "/leads/groups", org.LeadRead, "A filter's leads in groups, with sums", a.Recruit.ListLeadGroups),
		kit.Act("previewLeads", "/leads/batch/preview", org.LeadWrite, "What a batch would change", a.Recruit.PreviewLeads),
		kit.Act("changeLeads", "/leads/batch", org.LeadWrite, "批量修改: many leads at once", a.Recruit.ChangeLeads),
		kit.Get("getLead", "/leads/:id", org.LeadRead, "One lead", a.Recruit.GetLead),
		kit.Put("updateLead", "/leads/:id", org.LeadWrite, "Change a lead", a.Recruit.UpdateLead),
		kit.Delete("withdrawLead", "/leads/:id", org.LeadWrite, "Into the recycle bin, with a reason", a.Library.Withdraw("lead")),
		kit.Patch("postponeLead", "/leads/:id", org.LeadWrite, "Give a lead another next day", a.Recruit.PostponeLead),
		kit.Act("revealLeadPhone", "/leads/:id/phone", org.LeadRead,
			"The phone of a lead's contact in the clear; it is audited", a.Recruit.RevealLeadPhone),
		kit.Act("assessLead", "/leads/:id/assess", org.LeadAssess, "Assess a lead as valid or not, with a reason", a.Recruit.AssessLead),
		kit.Act("reopenLead", "/leads/:id/reopen", org.LeadAssess, "Take an assessment back", a.Recruit.ReopenLead),
		kit.Act("convertLead", "/leads/:id/convert", org.LeadWrite, "Turn a lead into a client and a project", a.Recruit.ConvertLead))

	add("visits", "拜访: visits, follow-ups and the desk of the day",
		kit.Get("listVisits", "/visits", org.VisitRead, "拜访: visits by filter", a.Recruit.ListVisits),
		kit.Post("createVisit", "/visits", org.VisitWrite, "Plan a visit", a.Recruit.CreateVisit),
		kit.Get("listVisitGroups", "/visits/groups", org.VisitRead, "A filter's visits in groups, with counts", a.Recruit.ListVisitGroups),
		kit.Act("previewVisits", "/visits/batch/preview", org.VisitWrite, "What a batch would change", a.Recruit.PreviewVisits),
		kit.Act("changeVisits", "/visits/batch", org.VisitWrite, "批量修改: many visits at once", a.Recruit.ChangeVisits),
		kit.Get("getVisit", "/visits/:id", org.VisitRead, "One visit", a.Recruit.GetVisit),
		kit.Put("updateVisit", "/visits/:id", org.VisitWrite, "Change a visit", a.Recruit.UpdateVisit),
		kit.Delete("withdrawVisit", "/visits/:id", org.VisitWrite,
			"Take a visit into the recycle bin, with a reason", a.Library.Withdraw("visit")),
		kit.Patch("rescheduleVisit", "/visits/:id", org.VisitWrite, "Give a planned visit another day", a.Recruit.RescheduleVisit),
		kit.Act("completeVisit", "/visits/:id/complete", org.VisitWrite, "Record what came of a visit", a.Recruit.CompleteVisit),
		kit.Act("cancelVisit", "/visits/:id/cancel", org.VisitWrite, "Call a visit off", a.Recruit.CancelVisit),
		kit.Act("reopenVisit", "/visits/:id/reopen", org.VisitWrite, "Take back that it was made or called off", a.Recruit.ReopenVisit),
		kit.Get("getDesk", "/desk", "", "工作台: what is due and done today, and today's visits", a.Recruit.GetDesk),
		kit.Get("getLeadDesk", "/desk/leads", org.LeadRead, "Own leads on which nothing happens", a.Recruit.GetLeadDesk),
		kit.Get("getResponsibleProjects", "/desk/projects", org.ProjectRead,
			"待我推动的项目, the worst light first, and what each needs", a.Goals.GetResponsibleProjects),
		kit.Get("listDecisions", "/desk/decisions", "", "待我决定: what waits for the person's decision", a.Goals.ListDecisions),
		kit.Put("completeFollowUp", "/follow-ups/:id", "", "Mark one's own follow-up done or not", a.Recruit.CompleteFollowUp),
		kit.Patch("rescheduleFollowUp", "/follow-ups/:id", "", "Give one's own follow-up another day", a.Recruit.RescheduleFollowUp))

	add("calendar", "日程: the calendar, and its feed for other programs",
		kit.Get("getCalendar", "/calendar", "", "日程: visits, follow-ups, planned days and holidays", a.Recruit.GetCalendar),
		kit.Public(kit.Get("downloadCalendarFeed", "/calendar/:file", "",
			"A person's calendar by its secret address, as ICS", a.Recruit.DownloadCalendarFeed)),
		kit.Get("getCalendarFeed", "/account/calendar-feed", "", "Whether the calendar has a secret address", a.Recruit.GetCalendarFeed),
		kit.Post("issueCalendarFeed", "/account/calendar-feed", "",
			"Make or renew the secret address of one's own calendar", a.Recruit.IssueCalendarFeed),
		kit.Delete("revokeCalendarFeed", "/account/calendar-feed", "", "Revoke it", a.Recruit.RevokeCalendarFeed))

	add("exports", "导出: lists as files",
		kit.Get("exportProjects", "/exports/projects", org.ExportRun, "Projects of a filter as XLSX", a.Library.ExportProjects),
		kit.Get("exportProjectLedgerXLSX", "/exports/project-ledger/xlsx", org.ExportRun,
			"项目台账 in office form, as XLSX", a.Library.ExportProjectLedgerXLSX),
		kit.Get("exportProjectLedgerDOCX", "/exports/project-ledger/docx", org.ExportRun,
			"项目台账 in office form, as DOCX", a.Library.ExportProjectLedgerDOCX),
		kit.Get("exportClients", "/exports/clients", org.ExportRun, "Clients of a filter as XLSX", a.Library.ExportClients),
		kit.Get("exportEnterprises", "/exports/enterprises", org.ExportRun, "Enterprises of a filter as XLSX", a.Library.ExportEnterprises),
		kit.Get("exportLeads", "/exports/leads", org.ExportRun, "Leads of a filter as XLSX", a.Recruit.ExportLeads),
		kit.Get("exportVisits", "/exports/visits", org.ExportRun, "Visits of a filter as XLSX", a.Recruit.ExportVisits))

	add("reports", "统计: funnel, conversion, lights, assessment, targets, bulletins, suspicions",
		kit.Get("getFunnel", "/reports/funnel", org.ReportRead, "How many projects came how far", a.Reporting.GetFunnel),
		kit.Get("getConversion", "/reports/conversion", org.ReportRead, "签约开工转化: four rates, waiting curve", a.Reporting.GetConversion),
		kit.Get("exportConversionDOCX", "/reports/conversion/docx", org.ExportRun,
			"The conversion as DOCX in office form", a.Reporting.ExportConversionDOCX),
		kit.Get("exportConversionXLSX", "/reports/conversion/xlsx", org.ExportRun,
			"The conversion as XLSX in office form", a.Reporting.ExportConversionXLSX),
		kit.Get("listReportRows", "/reports/rows", org.ReportRead, "The projects behind one figure", a.Reporting.ListReportRows),
		kit.Get("getAnalysis", "/reports/analysis", org.ReportRead,
			"The whole way: times, cohorts, comparison, outlook", a.Reporting.GetAnalysis),
		kit.Get("getStartProbability", "/reports/chance", org.ReportRead,
			"The chance that a signed project starts by a day", a.Reporting.GetStartProbability),
		kit.Get("listStartProbabilities", "/reports/start-probabilities", org.ReportRead,
			"The waiting projects of a selection, each with its chance to start by a day", a.Reporting.ListStartProbabilities),
		kit.Get("getPortfolio", "/reports/portfolio", org.ReportRead, "四多四少, and the structure of the library", a.Goals.GetPortfolio),
		kit.Get("listWorkLists", "/reports/work-lists", org.ReportRead, "应开未开, 具备条件未开工, 一张纸, 停滞: counts", a.Reporting.ListWorkLists),
		kit.Get("listFundRows", "/reports/funds", org.ReportRead, "到位资金表: the entries behind money in place", a.Reporting.ListFundRows),
		kit.Get("listLights", "/reports/lights", org.ReportRead, "红黄绿灯: each project's light with its reason", a.Goals.ListLights),
		kit.Get("getCockpit", "/reports/cockpit", org.ReportRead, "驾驶舱: a leader's front page", a.Goals.GetCockpit),
		kit.Get("getScores", "/reports/scores", org.ReportRead, "考核: each unit's score of the year, item by item", a.Goals.GetScores),
		kit.Get("getScoreScheme", "/score-scheme", "", "The scheme of the year's assessment", a.Goals.GetScoreScheme),
		kit.Put("updateScoreScheme", "/score-scheme", org.RuleManage, "Change the scheme of the assessment", a.Goals.UpdateScoreScheme),
		kit.Get("listCountingRules", "/counting-rules", "", "口径: the counting rules, newest first", a.Reporting.ListCountingRules),
		kit.Post("publishCountingRule", "/counting-rules", org.RuleManage, "Publish a counting rule", a.Reporting.PublishCountingRule),
		kit.Get("getColourRules", "/colour-rules", "", "The rules of the lights", a.Goals.GetColourRules),
		kit.Put("updateColourRules", "/colour-rules", org.RuleManage, "Change the rules of the lights", a.Goals.UpdateColourRules),
		kit.Get("listTargets", "/targets/:year", org.ReportRead, "A year's targets", a.Reporting.ListTargets),
		kit.Put("updateTargets", "/targets/:year", org.RuleManage, "Set targets of units", a.Reporting.UpdateTargets),
		kit.Get("listBulletins", "/bulletins", org.ReportRead, "通报: the months that were published", a.Reporting.ListBulletins),
		kit.Post("publishBulletin", "/bulletins", org.RuleManage, "Freeze and publish a month", a.Reporting.PublishBulletin),
		kit.Get("getBulletin", "/bulletins/:id", org.ReportRead, "A frozen month, with corrections since", a.Reporting.GetBulletin),
		kit.Get("downloadBulletinXLSX", "/bulletins/:id/xlsx", org.ReportRead, "A frozen month as XLSX", a.Reporting.DownloadBulletinXLSX),
		kit.Get("downloadBulletinDOCX", "/bulletins/:id/docx", org.ReportRead, "A frozen month as DOCX", a.Reporting.DownloadBulletinDOCX),
		kit.Get("listSuspicions", "/suspicions", org.ReportRead, "What looks false, with its evidence", a.Goals.ListSuspicions),
		kit.Get("getSuspicionLimits", "/suspicion-limits", org.ReportRead,
			"From where on figures are asked about", a.Goals.GetSuspicionLimits),
		kit.Put("updateSuspicionLimits", "/suspicion-limits", org.RuleManage,
			"Set from where on figures are asked about", a.Goals.UpdateSuspicionLimits),
		kit.Act("scanSuspicions", "/suspicions/scan", "", "Run the checks", a.Goals.ScanSuspicions),
		kit.Act("answerSuspicion", "/suspicions/:id/answer", org.ProjectWrite, "The unit's account of it", a.Goals.AnswerSuspicion),
		kit.Act("closeSuspicion", "/suspicions/:id/close", org.StageConfirm, "End a suspicion that was answered", a.Goals.CloseSuspicion))

	add("recycle bin", "回收站: what was withdrawn, and may be put back",
		kit.Get("listWithdrawn", "/recycle-bin", "", "回收站: what one may put back", a.Library.ListWithdrawn),
		kit.Act("restoreRecord", "/recycle-bin/:id/restore", "", "Put it back as it was", a.Library.RestoreRecord),
		kit.Delete("purgeRecord", "/recycle-bin/:id", org.RecordPurge,
			"Remove for good what was away for 30 days; a project never", a.Library.PurgeRecord))

	add("notices", "提醒: what one is told, and what one follows",
		kit.Get("listNotices", "/notices", "", "提醒: mentions, what is given to one, what falls due", a.Notice.ListNotices),
		kit.Get("countUnreadNotices", "/notices/unread", "", "How many of them are unread, up to 100", a.Notice.CountUnreadNotices),
		kit.Put("readNotice", "/notices/:id/read", "", "Mark one as read", a.Notice.ReadNotice),
		kit.Act("readAllNotices", "/notices/read-all", "", "Mark all as read", a.Notice.ReadAllNotices),
		kit.Get("getNoticeSettings", "/account/notices", "", "What one wants to be told, how early and when", a.Notice.GetNoticeSettings),
		kit.Put("updateNoticeSettings", "/account/notices", "", "Choose it", a.Notice.UpdateNoticeSettings),
		kit.Get("getWatch", "/watches/:kind/:id", "", "Whether one follows a record", a.Notice.GetWatch),
		kit.Put("follow", "/watches/:kind/:id", "", "Follow a record", a.Notice.Follow),
		kit.Delete("unfollow", "/watches/:kind/:id", "", "Follow it no longer", a.Notice.Unfollow))

	add("live", "Changes as they happen",
		kit.Get("streamChanges", "/live", "", "Changes to records that one sees, as server-sent events", a.Library.StreamChanges))

	add("search", "搜索: finding records and doubles",
		kit.Get("findDuplicates", "/duplicates", "", "查重: records that may be the one being typed", a.Library.FindDuplicates),
		kit.Get("searchRecords", "/search", "", "Find records by part of a name, credit code, pinyin or initials", a.Library.SearchRecords))

	add("imports", "导入: ledgers read, put right, written and undone",
		kit.Get("listLedgerKinds", "/ledger-kinds", org.ImportRun, "The kinds of ledger that are read", a.Intake.ListLedgerKinds),
		kit.Get("listImports", "/imports", org.ImportRun, "Imports of ledgers, newest first", a.Intake.ListImports),
		kit.Post("uploadLedger", "/imports", org.ImportRun, "Upload a ledger to check; nothing is written yet", a.Intake.UploadLedger),
		kit.Get("getImport", "/imports/:id", org.ImportRun, "One import, and how far its writing came", a.Intake.GetImport),
		kit.Get("listImportSheets", "/imports/:id/sheets", org.ImportRun,
			"How an import's sheets are read, and units that nobody knows", a.Intake.ListImportSheets),
		kit.Get("listImportRows", "/imports/:id/rows", org.ImportRun,
			"A sheet's rows with findings, and what writing them would do", a.Intake.ListImportRows),
		kit.Get("getImportResults", "/imports/:id/results", org.ImportRun,
			"How many records of each kind an import made and changed", a.Intake.GetImportResults),
		kit.Get("downloadImportProblems", "/imports/:id/problems", org.ImportRun,
			"The rows with problems as XLSX, with the reason", a.Intake.DownloadImportProblems),
		kit.Put("updateReading", "/imports/:id/reading", org.ImportRun,
			"Say how a sheet is read; remembered for the unit", a.Intake.UpdateReading),
		kit.Put("correctCells", "/imports/:id/cells", org.ImportRun, "Put right what cells say", a.Intake.CorrectCells),
		kit.Act("addImportUnits", "/imports/:id/units", org.UnitAdd, "Add units that the ledger names", a.Intake.AddImportUnits),
		kit.Act("writeImport", "/imports/:id/write", org.ImportRun, "Begin to write an import", a.Intake.WriteImport),
		kit.Act("stopImport", "/imports/:id/stop", org.ImportRun, "Stop a writing after the rows in hand", a.Intake.StopImport),
		kit.Act("resumeImport", "/imports/:id/resume", org.ImportRun, "Go on with a writing that was stopped", a.Intake.ResumeImport),
		kit.Act("undoImport", "/imports/:id/undo", org.ImportRun, "Take an import back, within 30 days", a.Intake.UndoImport))

	add("records", "On any record: timeline, files, mentions; and the audit",
		kit.Get("listTimeline", "/timeline", "", "What happened to a record, newest first", a.Library.ListTimeline),
		kit.Get("countTimeline", "/timeline/counts", "", "How many lines of each kind a record's timeline has", a.Library.CountTimeline),
		kit.Post("addNote", "/timeline", "", "Write a line of progress on a record", a.Library.AddNote),
		kit.Get("listMentionable", "/mentionable", "", "People who may be mentioned on a record", a.Library.ListMentionable),
		kit.Get("listAttachments", "/attachments", "", "Files on a record", a.Library.ListAttachments),
		kit.Post("attachFile", "/attachments", "", "Attach a file to a record", a.Library.AttachFile),
		kit.Get("downloadAttachment", "/attachments/:id", "", "A file", a.Library.DownloadAttachment),
		kit.Delete("removeAttachment", "/attachments/:id", "", "Take a file off a record", a.Library.RemoveAttachment),
		kit.Get("listAudit", "/audit", org.AuditRead, "The audit", a.Org.ListAudit))

	return all
}
