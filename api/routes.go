package api

import (
	"net/http"

	"sangu/api/kit"
	"sangu/domain/org"
)

// operations is the whole URL table under /api/v1: what the product can do,
// and which right each line needs. "" means everybody signed in.
func (a *API) operations() []kit.Operation {
	var all []kit.Operation
	add := func(tag string, ops ...kit.Operation) {
		for _, o := range ops {
			o.Tag = tag
			all = append(all, o)
		}
	}

	add("setup",
		kit.Public(kit.Get("getSetup", "/setup", "", "Whether the first administrator is still to be made", a.Org.GetSetup)),
		kit.Public(kit.Post("setUp", "/setup", "", "Make the first administrator, once", a.Org.SetUp)))

	add("onboarding",
		kit.Get("getOnboarding", "/onboarding", "", "The first steps of a new product, counted, and what the actor may do of them", a.Intake.GetOnboarding),
		kit.Get("getSample", "/sample", "", "The sample county: whether it is there, and how far its loading came", a.Intake.GetSample),
		kit.Answers(http.StatusAccepted, kit.Post("loadSample", "/sample", "", "Begin to load the sample county into a product without records", a.Intake.LoadSample)),
		kit.Get("listChangedSample", "/sample/changed", "", "Records of the sample county that somebody changed", a.Intake.ListChangedSample),
		kit.Delete("removeSample", "/sample", "", "Remove the sample county wholly; its name is typed", a.Intake.RemoveSample))

	add("session",
		kit.Public(kit.Post("signIn", "/session", "", "Sign in", a.Org.SignIn)),
		kit.Answers(http.StatusNoContent, kit.Delete("signOut", "/session", "", "Sign out", a.Org.SignOut)),
		kit.Public(kit.Get("listDemoAccounts", "/session/demo-accounts", "", "Sign-ins of the demonstration county", a.Org.ListDemoAccounts)),
		kit.Get("getMe", "/me", "", "Who is signed in, with posts, roles and rights", a.Org.GetMe),
		kit.Put("changePassword", "/me/password", "", "Change one's own password", a.Org.ChangePassword),
		kit.Get("listTokens", "/me/tokens", "", "One's own tokens for programs", a.Org.ListTokens),
		kit.Post("issueToken", "/me/tokens", "", "Issue a token for a program", a.Org.IssueToken),
		kit.Delete("revokeToken", "/me/tokens/:id", "", "Revoke a token", a.Org.RevokeToken),
		kit.Get("getPreference", "/account/preferences/:key", "", "One of one's own preferences, as the columns of a list", a.Org.GetPreference),
		kit.Put("updatePreference", "/account/preferences/:key", "", "Remember a preference of one's own", a.Org.UpdatePreference))

	add("views",
		kit.Get("listViews", "/views", "", "Saved views of a list: one's own and those shared", a.Org.ListViews),
		kit.Post("createView", "/views", "", "Save a view", a.Org.CreateView),
		kit.Put("updateView", "/views/:id", "", "Rename a view, share it, or keep another filter in it", a.Org.UpdateView),
		kit.Delete("removeView", "/views/:id", "", "Remove a view", a.Org.RemoveView))

	add("units",
		kit.Get("listUnits", "/units", "", "The tree of units", a.Org.ListUnits),
		kit.Post("createUnit", "/units", org.UnitManage, "Add a unit", a.Org.CreateUnit),
		kit.Get("getUnit", "/units/:id", "", "One unit", a.Org.GetUnit),
		kit.Put("updateUnit", "/units/:id", org.UnitManage, "Change a unit", a.Org.UpdateUnit))

	add("people",
		kit.Get("listPeople", "/people", "", "People with their posts", a.Org.ListPeople),
		kit.Post("createPerson", "/people", org.PersonManage, "Add a person", a.Org.CreatePerson),
		kit.Get("getPerson", "/people/:id", "", "One person", a.Org.GetPerson),
		kit.Put("updatePerson", "/people/:id", org.PersonManage, "Change a person", a.Org.UpdatePerson),
		kit.Post("appoint", "/people/:id/posts", "", "Give a post and its role", a.Org.Appoint),
		kit.Put("endPost", "/posts/:id/end", org.RoleGrant, "End a post", a.Org.EndPost),
		kit.Answers(http.StatusOK, kit.Post("reinstatePost", "/posts/:id/reinstate", org.RoleGrant, "Take back that a post was ended", a.Org.ReinstatePost)))

	add("projects",
		kit.Get("listProjects", "/projects", org.ProjectRead, "招商项目库: projects by filter", a.Library.ListProjects),
		kit.Post("createProject", "/projects", org.ProjectWrite, "Put a project into the library", a.Library.CreateProject),
		kit.Get("getProjectBoard", "/projects/board", org.ProjectRead, "推进看板: a filter's projects by stage, with counts, sums and first pages", a.Library.GetProjectBoard),
		kit.Get("getProjectTotals", "/projects/totals", org.ProjectRead, "Sums of a filter", a.Library.GetProjectTotals),
		kit.Get("listProjectGroups", "/projects/groups", org.ProjectRead, "A filter's projects by stage, unit, host, leader or kind: counts and sums of the whole filter", a.Library.ListProjectGroups),
		kit.Get("listReadyViews", "/projects/ready-views", org.ProjectRead, "Views of projects that everybody has, with how many each holds", a.Library.ListReadyViews),
		kit.Get("listPlannedDays", "/projects/planned-days", org.ProjectRead, "Planned starts, completions and productions of a filter's projects, day by day", a.Library.ListPlannedDays),
		kit.Answers(http.StatusOK, kit.Post("previewProjects", "/projects/batch/preview", org.ProjectWrite, "What a batch would change on projects, and which it would pass over", a.Library.PreviewProjects)),
		kit.Answers(http.StatusOK, kit.Post("changeProjects", "/projects/batch", org.ProjectWrite, "Change many projects at once; the answer names the batch to undo", a.Library.ChangeProjects)),
		kit.Get("listBatches", "/batches", "", "One's own latest batches, with how many each changed and until when it can be undone", a.Library.ListBatches),
		kit.Answers(http.StatusOK, kit.Post("undoBatch", "/batches/:id/undo", "", "Undo one's own batch within a day; rows changed since stay and are named", a.Library.UndoBatch)),
		kit.Get("getProject", "/projects/:id", org.ProjectRead, "One project", a.Library.GetProject),
		kit.Patch("replanProject", "/projects/:id", org.ProjectWrite, "Give a project other planned days", a.Library.ReplanProject),
		kit.Put("updateProject", "/projects/:id", org.ProjectWrite, "Change a project's facts, leaders and dossier", a.Library.UpdateProject),
		kit.Delete("withdrawProject", "/projects/:id", org.ProjectWrite, "Take a project into the recycle bin, with a reason", a.Library.Withdraw("project")),
		kit.Get("listStageEvents", "/projects/:id/stage-events", org.ProjectRead, "A project's stage events, and what the next stage still needs", a.Pipeline.ListStageEvents),
		kit.Post("moveStage", "/projects/:id/stage-events", org.StageMove, "Move a project's stage or status, or correct an event", a.Pipeline.MoveStage),
		kit.Get("listIndustries", "/industries", "", "The divisions of GB/T 4754-2017", a.Library.ListIndustries),
		kit.Answers(http.StatusOK, kit.Post("verifyStage", "/stage-events/:id/verdicts", org.StageConfirm, "Say whether a claimed stage event is so: a verifier, never of the own unit", a.Pipeline.VerifyStage)),
		kit.Get("listSignings", "/projects/:id/signings", org.ProjectRead, "A project's signings: first, upgrade, increment, replaced", a.Pipeline.ListSignings),
		kit.Post("recordSigning", "/projects/:id/signings", org.StageMove, "Record a signing, or correct one", a.Pipeline.RecordSigning),
		kit.Post("excludeSigning", "/projects/:id/signings/:signing/exclusions", org.ProjectRead, "Tick why a signing is left out, as an event of its own: who may move the project, or a verifier of another unit", a.Pipeline.ExcludeSigning),
		kit.Get("listCreditSplits", "/projects/:id/credit", org.ProjectRead, "How a project's figures are shared among units", a.Pipeline.ListCreditSplits),
		kit.Post("splitCredit", "/projects/:id/credit", org.RuleManage, "Share a project's figures among units", a.Pipeline.SplitCredit),
		kit.Get("listFunds", "/projects/:id/funds", org.ProjectRead, "到位资金: a project's entries, reported and verified", a.Pipeline.ListFunds),
		kit.Post("reportFunds", "/projects/:id/funds", org.StageMove, "Report money in place, or correct an entry", a.Pipeline.ReportFunds),
		kit.Answers(http.StatusOK, kit.Post("verifyFunds", "/funds/:id/verdicts", org.StageConfirm, "Say how much of an entry is in place: a verifier, never of the own unit", a.Pipeline.VerifyFunds)),
		kit.Answers(http.StatusOK, kit.Post("explainMissingPaper", "/projects/:id/paper-reasons", org.StageMove, "Write why a paper of a gate is not needed, or take that back", a.Pipeline.ExplainMissingPaper)),
		kit.Get("listGates", "/gates", "", "What each stage needs before it is entered", a.Pipeline.ListGates),
		kit.Put("updateGates", "/gates", org.RuleManage, "Change the gates", a.Pipeline.UpdateGates))

	add("clients",
		kit.Get("listClients", "/clients", org.ClientRead, "客户资源库: clients by filter", a.Library.ListClients),
		kit.Post("createClient", "/clients", org.ClientWrite, "Put a client into the library", a.Library.CreateClient),
		kit.Get("listClientGroups", "/clients/groups", org.ClientRead, "A filter's clients by unit, owner or class of investor: counts of the whole filter", a.Library.ListClientGroups),
		kit.Answers(http.StatusOK, kit.Post("previewClients", "/clients/batch/preview", org.ClientWrite, "What a batch would change on clients, and which it would pass over", a.Library.PreviewClients)),
		kit.Answers(http.StatusOK, kit.Post("changeClients", "/clients/batch", org.ClientWrite, "Change many clients at once; the answer names the batch to undo", a.Library.ChangeClients)),
		kit.Get("getClient", "/clients/:id", org.ClientRead, "One client with contacts", a.Library.GetClient),
		kit.Put("updateClient", "/clients/:id", org.ClientWrite, "Change a client", a.Library.UpdateClient),
		kit.Delete("withdrawClient", "/clients/:id", org.ClientWrite, "Take a client into the recycle bin, with a reason", a.Library.Withdraw("client")),
		kit.Get("listContacts", "/contacts", org.ClientRead, "People at clients", a.Library.ListContacts),
		kit.Post("createContact", "/contacts", org.ClientWrite, "Add a contact at a client", a.Library.CreateContact),
		kit.Put("updateContact", "/contacts/:id", org.ClientWrite, "Change a contact", a.Library.UpdateContact),
		kit.Answers(http.StatusOK, kit.Post("revealContactPhone", "/contacts/:id/phone", org.ClientRead, "A contact's phone in the clear; the audit keeps who saw it", a.Library.RevealContactPhone)),
		kit.Delete("removeContact", "/contacts/:id", org.ClientWrite, "Remove a contact", a.Library.RemoveContact))

	add("enterprises",
		kit.Get("listEnterprises", "/enterprises", org.EnterpriseRead, "企业信息库: enterprises by filter", a.Library.ListEnterprises),
		kit.Post("createEnterprise", "/enterprises", org.EnterpriseWrite, "Put an enterprise into the library", a.Library.CreateEnterprise),
		kit.Get("listEnterpriseGroups", "/enterprises/groups", org.EnterpriseRead, "A filter's enterprises by state, industry, host or unit: counts of the whole filter", a.Library.ListEnterpriseGroups),
		kit.Answers(http.StatusOK, kit.Post("previewEnterprises", "/enterprises/batch/preview", org.EnterpriseWrite, "What a batch would change on enterprises, and which it would pass over", a.Library.PreviewEnterprises)),
		kit.Answers(http.StatusOK, kit.Post("changeEnterprises", "/enterprises/batch", org.EnterpriseWrite, "Change many enterprises at once; the answer names the batch to undo", a.Library.ChangeEnterprises)),
		kit.Get("getEnterprise", "/enterprises/:id", org.EnterpriseRead, "One enterprise", a.Library.GetEnterprise),
		kit.Put("updateEnterprise", "/enterprises/:id", org.EnterpriseWrite, "Change an enterprise", a.Library.UpdateEnterprise),
		kit.Delete("withdrawEnterprise", "/enterprises/:id", org.EnterpriseWrite, "Take an enterprise into the recycle bin, with a reason", a.Library.Withdraw("enterprise")))

	add("leads",
		kit.Get("listLeads", "/leads", org.LeadRead, "线索: leads by filter", a.Recruit.ListLeads),
		kit.Post("createLead", "/leads", org.LeadWrite, "Log a lead", a.Recruit.CreateLead),
		kit.Get("listLeadGroups", "/leads/groups", org.LeadRead, "A filter's leads by state, unit or owner: counts and sums of the whole filter", a.Recruit.ListLeadGroups),
		kit.Answers(http.StatusOK, kit.Post("previewLeads", "/leads/batch/preview", org.LeadWrite, "What a batch would change on leads, and which it would pass over", a.Recruit.PreviewLeads)),
		kit.Answers(http.StatusOK, kit.Post("changeLeads", "/leads/batch", org.LeadWrite, "Change many leads at once; the answer names the batch to undo", a.Recruit.ChangeLeads)),
		kit.Get("getLead", "/leads/:id", org.LeadRead, "One lead", a.Recruit.GetLead),
		kit.Put("updateLead", "/leads/:id", org.LeadWrite, "Change a lead", a.Recruit.UpdateLead),
		kit.Delete("withdrawLead", "/leads/:id", org.LeadWrite, "Take a lead into the recycle bin, with a reason", a.Library.Withdraw("lead")),
		kit.Patch("postponeLead", "/leads/:id", org.LeadWrite, "Give a lead another next day", a.Recruit.PostponeLead),
		kit.Answers(http.StatusOK, kit.Post("revealLeadPhone", "/leads/:id/phone", org.LeadRead, "The phone of a lead's contact in the clear; the audit keeps who saw it", a.Recruit.RevealLeadPhone)),
		kit.Answers(http.StatusOK, kit.Post("assessLead", "/leads/:id/assess", org.LeadAssess, "Assess a lead as valid or not, with a reason", a.Recruit.AssessLead)),
		kit.Answers(http.StatusOK, kit.Post("reopenLead", "/leads/:id/reopen", org.LeadAssess, "Take an assessment back", a.Recruit.ReopenLead)),
		kit.Answers(http.StatusOK, kit.Post("convertLead", "/leads/:id/convert", org.LeadWrite, "Turn a lead into a client and a project", a.Recruit.ConvertLead)))

	add("visits",
		kit.Get("listVisits", "/visits", org.VisitRead, "拜访: visits by filter", a.Recruit.ListVisits),
		kit.Post("createVisit", "/visits", org.VisitWrite, "Plan a visit", a.Recruit.CreateVisit),
		kit.Get("listVisitGroups", "/visits/groups", org.VisitRead, "A filter's visits by state, unit, owner or leader: counts of the whole filter", a.Recruit.ListVisitGroups),
		kit.Answers(http.StatusOK, kit.Post("previewVisits", "/visits/batch/preview", org.VisitWrite, "What a batch would change on visits, and which it would pass over", a.Recruit.PreviewVisits)),
		kit.Answers(http.StatusOK, kit.Post("changeVisits", "/visits/batch", org.VisitWrite, "Change many visits at once; the answer names the batch to undo", a.Recruit.ChangeVisits)),
		kit.Get("getVisit", "/visits/:id", org.VisitRead, "One visit", a.Recruit.GetVisit),
		kit.Put("updateVisit", "/visits/:id", org.VisitWrite, "Change a visit", a.Recruit.UpdateVisit),
		kit.Delete("withdrawVisit", "/visits/:id", org.VisitWrite, "Take a visit into the recycle bin, with a reason", a.Library.Withdraw("visit")),
		kit.Patch("rescheduleVisit", "/visits/:id", org.VisitWrite, "Give a planned visit another day", a.Recruit.RescheduleVisit),
		kit.Answers(http.StatusOK, kit.Post("completeVisit", "/visits/:id/complete", org.VisitWrite, "Record what came of a visit", a.Recruit.CompleteVisit)),
		kit.Answers(http.StatusOK, kit.Post("cancelVisit", "/visits/:id/cancel", org.VisitWrite, "Call a visit off", a.Recruit.CancelVisit)),
		kit.Answers(http.StatusOK, kit.Post("reopenVisit", "/visits/:id/reopen", org.VisitWrite, "Take back that a visit was made or called off", a.Recruit.ReopenVisit)),
		kit.Get("getDesk", "/desk", "", "工作台: what is due and done today, and today's visits", a.Recruit.GetDesk),
		kit.Get("getLeadDesk", "/desk/leads", org.LeadRead, "Own leads on which nothing happens, and how far this year's have come", a.Recruit.GetLeadDesk),
		kit.Get("getResponsibleProjects", "/desk/projects", org.ProjectRead, "待我推动的项目: those one leads or one's unit answers for, the worst light first, with what the next stage asks for", a.Goals.GetResponsibleProjects),
		kit.Get("listDecisions", "/desk/decisions", "", "待我决定: claims, money, leads and suspicions that wait for the person", a.Goals.ListDecisions),
		kit.Put("completeFollowUp", "/follow-ups/:id", "", "Mark one's own follow-up done or not", a.Recruit.CompleteFollowUp),
		kit.Patch("rescheduleFollowUp", "/follow-ups/:id", "", "Give one's own follow-up another day", a.Recruit.RescheduleFollowUp))

	add("calendar",
		kit.Get("getCalendar", "/calendar", "", "日程: visits, follow-ups and planned days, with holidays and weekends worked in exchange", a.Recruit.GetCalendar),
		kit.Public(kit.Get("downloadCalendarFeed", "/calendar/:file", "", "A person's calendar for other programs, by its secret address", a.Recruit.DownloadCalendarFeed)),
		kit.Get("getCalendarFeed", "/account/calendar-feed", "", "Whether one's own calendar has a secret address", a.Recruit.GetCalendarFeed),
		kit.Post("issueCalendarFeed", "/account/calendar-feed", "", "Make or renew the secret address of one's own calendar", a.Recruit.IssueCalendarFeed),
		kit.Delete("revokeCalendarFeed", "/account/calendar-feed", "", "Revoke it", a.Recruit.RevokeCalendarFeed))

	add("exports",
		kit.Get("exportProjects", "/exports/projects", org.ExportRun, "Projects of a filter as XLSX", a.Library.ExportProjects),
		kit.Get("exportProjectLedgerXLSX", "/exports/project-ledger/xlsx", org.ExportRun, "项目台账 in office form as XLSX", a.Library.ExportProjectLedgerXLSX),
		kit.Get("exportProjectLedgerDOCX", "/exports/project-ledger/docx", org.ExportRun, "项目台账 in office form as DOCX", a.Library.ExportProjectLedgerDOCX),
		kit.Get("exportClients", "/exports/clients", org.ExportRun, "Clients of a filter as XLSX", a.Library.ExportClients),
		kit.Get("exportEnterprises", "/exports/enterprises", org.ExportRun, "Enterprises of a filter as XLSX", a.Library.ExportEnterprises),
		kit.Get("exportLeads", "/exports/leads", org.ExportRun, "Leads of a filter as XLSX", a.Recruit.ExportLeads),
		kit.Get("exportVisits", "/exports/visits", org.ExportRun, "Visits of a filter as XLSX", a.Recruit.ExportVisits))

	add("reports",
		kit.Get("getFunnel", "/reports/funnel", org.ReportRead, "How many projects came how far", a.Reporting.GetFunnel),
		kit.Get("getConversion", "/reports/conversion", org.ReportRead, "Signed to started: the four rates and the waiting curve", a.Reporting.GetConversion),
		kit.Get("exportConversionDOCX", "/reports/conversion/docx", org.ExportRun, "The conversion as DOCX in office form", a.Reporting.ExportConversionDOCX),
		kit.Get("exportConversionXLSX", "/reports/conversion/xlsx", org.ExportRun, "The conversion as XLSX in office form", a.Reporting.ExportConversionXLSX),
		kit.Get("listReportRows", "/reports/rows", org.ReportRead, "The projects behind one figure of the conversion", a.Reporting.ListReportRows),
		kit.Get("getAnalysis", "/reports/analysis", org.ReportRead, "The whole way with times, batches, comparison with the log-rank test, and the year's outlook", a.Reporting.GetAnalysis),
		kit.Get("getStartProbability", "/reports/chance", org.ReportRead, "The chance that a signed project starts by a day, given how long it has waited", a.Reporting.GetStartProbability),
		kit.Get("listStartProbabilities", "/reports/hopes", org.ReportRead, "The waiting projects of a selection, each with its chance to start by a day: they add up to what is expected", a.Reporting.ListStartProbabilities),
		kit.Get("getPortfolio", "/reports/portfolio", org.ReportRead, "四多四少 with eight quarters, and the structure of the library", a.Goals.GetPortfolio),
		kit.Get("listWorkLists", "/reports/work-lists", org.ReportRead, "应开未开, 具备条件未开工, 一张纸, 停滞: how many of each, and the filter that opens them", a.Reporting.ListWorkLists),
		kit.Get("listFundRows", "/reports/funds", org.ReportRead, "到位资金表: the entries behind money in place, reported and verified", a.Reporting.ListFundRows),
		kit.Get("listLights", "/reports/lights", org.ReportRead, "Red, yellow, green: each project's light with its reason", a.Goals.ListLights),
		kit.Get("getCockpit", "/reports/cockpit", org.ReportRead, "驾驶舱: a leader's front page", a.Goals.GetCockpit),
		kit.Get("getScores", "/reports/scores", org.ReportRead, "考核: each unit's score of the year, item by item, with what it came from", a.Goals.GetScores),
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
		kit.Get("getBulletin", "/bulletins/:id", org.ReportRead, "A frozen month, counted again, with corrections since", a.Reporting.GetBulletin),
		kit.Get("downloadBulletinXLSX", "/bulletins/:id/xlsx", org.ReportRead, "A frozen month as XLSX", a.Reporting.DownloadBulletinXLSX),
		kit.Get("downloadBulletinDOCX", "/bulletins/:id/docx", org.ReportRead, "A frozen month as DOCX in office form", a.Reporting.DownloadBulletinDOCX),
		kit.Get("listSuspicions", "/suspicions", org.ReportRead, "What looks false, with its evidence", a.Goals.ListSuspicions),
		kit.Get("getSuspicionLimits", "/suspicion-limits", org.ReportRead, "From where on figures are asked about", a.Goals.GetSuspicionLimits),
		kit.Put("updateSuspicionLimits", "/suspicion-limits", org.RuleManage, "Set from where on figures are asked about", a.Goals.UpdateSuspicionLimits),
		kit.Answers(http.StatusOK, kit.Post("scanSuspicions", "/suspicions/scan", "", "Run the checks", a.Goals.ScanSuspicions)),
		kit.Answers(http.StatusOK, kit.Post("answerSuspicion", "/suspicions/:id/answer", org.ProjectWrite, "The unit's account of a suspicion", a.Goals.AnswerSuspicion)),
		kit.Answers(http.StatusOK, kit.Post("closeSuspicion", "/suspicions/:id/close", org.StageConfirm, "End a suspicion that was answered", a.Goals.CloseSuspicion)))

	add("recycle bin",
		kit.Get("listWithdrawn", "/recycle-bin", "", "回收站: what one may put back", a.Library.ListWithdrawn),
		kit.Answers(http.StatusOK, kit.Post("restoreRecord", "/recycle-bin/:id/restore", "", "Put it back as it was", a.Library.RestoreRecord)),
		kit.Delete("purgeRecord", "/recycle-bin/:id", org.RecordPurge, "Remove for good what was away for 30 days; a project never", a.Library.PurgeRecord))

	add("notices",
		kit.Get("listNotices", "/notices", "", "What one is told: mentions, what is given to one, what waits, what falls due", a.Notice.ListNotices),
		kit.Get("countUnreadNotices", "/notices/unread", "", "How many of them are unread, up to 100", a.Notice.CountUnreadNotices),
		kit.Put("readNotice", "/notices/:id/read", "", "Mark one as read", a.Notice.ReadNotice),
		kit.Answers(http.StatusNoContent, kit.Post("readAllNotices", "/notices/read-all", "", "Mark all as read", a.Notice.ReadAllNotices)),
		kit.Get("getNoticeSettings", "/account/notices", "", "What one wants to be told, how early and when", a.Notice.GetNoticeSettings),
		kit.Put("updateNoticeSettings", "/account/notices", "", "Choose it", a.Notice.UpdateNoticeSettings),
		kit.Get("getWatch", "/watches/:kind/:id", "", "Whether one follows a record", a.Notice.GetWatch),
		kit.Put("follow", "/watches/:kind/:id", "", "Follow a record", a.Notice.Follow),
		kit.Delete("unfollow", "/watches/:kind/:id", "", "Follow it no longer", a.Notice.Unfollow))

	add("live",
		kit.Get("streamChanges", "/live", "", "Changes to records that one sees, as server-sent events", a.Library.StreamChanges))

	add("search",
		kit.Get("findDuplicates", "/duplicates", "", "Records that may be the one being typed, by name, credit code or phone; masked out of scope", a.Library.FindDuplicates),
		kit.Get("searchRecords", "/search", "", "Find records by part of a name, credit code, pinyin or initials", a.Library.SearchRecords))

	add("imports",
		kit.Get("listLedgerKinds", "/ledger-kinds", org.ImportRun, "The kinds of ledger that are read, with the fields that their columns may be", a.Intake.ListLedgerKinds),
		kit.Get("listImports", "/imports", org.ImportRun, "Imports of ledgers, newest first", a.Intake.ListImports),
		kit.Post("uploadLedger", "/imports", org.ImportRun, "Upload a ledger to check; nothing is written yet", a.Intake.UploadLedger),
		kit.Get("getImport", "/imports/:id", org.ImportRun, "One import, and how far its writing came", a.Intake.GetImport),
		kit.Get("listImportSheets", "/imports/:id/sheets", org.ImportRun, "How an import's sheets are read, how much is right, and units that nobody knows", a.Intake.ListImportSheets),
		kit.Get("listImportRows", "/imports/:id/rows", org.ImportRun, "Rows of a sheet with their findings, and what writing them would do", a.Intake.ListImportRows),
		kit.Get("getImportResults", "/imports/:id/results", org.ImportRun, "How many records of each kind an import made and changed", a.Intake.GetImportResults),
		kit.Get("downloadImportProblems", "/imports/:id/problems", org.ImportRun, "The rows with problems as XLSX, with the reason", a.Intake.DownloadImportProblems),
		kit.Put("updateReading", "/imports/:id/reading", org.ImportRun, "Say how a sheet is read; remembered for the unit", a.Intake.UpdateReading),
		kit.Put("correctCells", "/imports/:id/cells", org.ImportRun, "Put right what cells say", a.Intake.CorrectCells),
		kit.Answers(http.StatusOK, kit.Post("addImportUnits", "/imports/:id/units", org.UnitAdd, "Add units that the ledger names", a.Intake.AddImportUnits)),
		kit.Answers(http.StatusOK, kit.Post("writeImport", "/imports/:id/write", org.ImportRun, "Begin to write an import", a.Intake.WriteImport)),
		kit.Answers(http.StatusOK, kit.Post("stopImport", "/imports/:id/stop", org.ImportRun, "Stop a writing after the rows in hand", a.Intake.StopImport)),
		kit.Answers(http.StatusOK, kit.Post("resumeImport", "/imports/:id/resume", org.ImportRun, "Go on with a writing that was stopped", a.Intake.ResumeImport)),
		kit.Answers(http.StatusOK, kit.Post("undoImport", "/imports/:id/undo", org.ImportRun, "Take an import back, within 30 days and unless its records changed since", a.Intake.UndoImport)))

	add("records",
		kit.Get("listTimeline", "/timeline", "", "What happened to a record, newest first", a.Library.ListTimeline),
		kit.Get("countTimeline", "/timeline/counts", "", "How many lines of each kind a record's timeline has", a.Library.CountTimeline),
		kit.Post("addNote", "/timeline", "", "Write a line of progress on a record", a.Library.AddNote),
		kit.Get("listMentionable", "/mentionable", "", "People who may be mentioned on a record: those who see it", a.Library.ListMentionable),
		kit.Get("listAttachments", "/attachments", "", "Files on a record", a.Library.ListAttachments),
		kit.Post("attachFile", "/attachments", "", "Attach a file to a record", a.Library.AttachFile),
		kit.Get("downloadAttachment", "/attachments/:id", "", "A file", a.Library.DownloadAttachment),
		kit.Delete("removeAttachment", "/attachments/:id", "", "Take a file off a record", a.Library.RemoveAttachment),
		kit.Get("listAudit", "/audit", org.AuditRead, "The audit", a.Org.ListAudit))

	return all
}
