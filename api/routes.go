package api

import (
	"net/http"

	"sangu/domain/org"
)

// operations is the whole URL table under /api/v1: what the product can do,
// and which right each line needs. "" means everybody signed in.
func (a *API) operations() []operation {
	var all []operation
	add := func(tag string, ops ...operation) {
		for _, o := range ops {
			o.tag = tag
			all = append(all, o)
		}
	}

	add("setup",
		open(get("/setup", "", "Whether the first administrator is still to be made", a.setupState)),
		open(post("/setup", "", "Make the first administrator, once", a.setUp)))

	add("onboarding",
		get("/onboarding", "", "The first steps of a new product, counted, and what the actor may do of them", a.onboarding),
		get("/sample", "", "The sample county: whether it is there, and how far its loading came", a.sample),
		answers(http.StatusAccepted, post("/sample", "", "Begin to load the sample county into a product without records", a.loadSample)),
		get("/sample/changed", "", "Records of the sample county that somebody changed", a.changedSample),
		remove("/sample", "", "Remove the sample county wholly; its name is typed", a.removeSample))

	add("session",
		open(post("/session", "", "Sign in", a.signIn)),
		answers(http.StatusNoContent, remove("/session", "", "Sign out", a.signOut)),
		open(get("/session/demo-accounts", "", "Sign-ins of the demonstration county", a.demoAccounts)),
		get("/me", "", "Who is signed in, with posts, roles and rights", a.me),
		put("/me/password", "", "Change one's own password", a.changePassword),
		get("/me/tokens", "", "One's own tokens for programs", a.tokens),
		post("/me/tokens", "", "Issue a token for a program", a.issueToken),
		remove("/me/tokens/:id", "", "Revoke a token", a.revokeToken),
		get("/account/preferences/:key", "", "One of one's own preferences, as the columns of a list", a.preference),
		put("/account/preferences/:key", "", "Remember a preference of one's own", a.setPreference))

	add("views",
		get("/views", "", "Saved views of a list: one's own and those shared", a.views),
		post("/views", "", "Save a view", a.createView),
		put("/views/:id", "", "Rename a view, share it, or keep another filter in it", a.updateView),
		remove("/views/:id", "", "Remove a view", a.removeView))

	add("units",
		get("/units", "", "The tree of units", a.units),
		post("/units", org.UnitManage, "Add a unit", a.createUnit),
		get("/units/:id", "", "One unit", a.unit),
		put("/units/:id", org.UnitManage, "Change a unit", a.updateUnit))

	add("people",
		get("/people", "", "People with their posts", a.people),
		post("/people", org.PersonManage, "Add a person", a.createPerson),
		get("/people/:id", "", "One person", a.person),
		put("/people/:id", org.PersonManage, "Change a person", a.updatePerson),
		post("/people/:id/posts", "", "Give a post and its role", a.appoint),
		put("/posts/:id/end", org.RoleGrant, "End a post", a.dismiss),
		answers(http.StatusOK, post("/posts/:id/reinstate", org.RoleGrant, "Take back that a post was ended", a.reinstate)))

	add("projects",
		get("/projects", org.ProjectRead, "招商项目库: projects by filter", a.projects),
		post("/projects", org.ProjectWrite, "Put a project into the library", a.createProject),
		get("/projects/board", org.ProjectRead, "推进看板: a filter's projects by stage, with counts, sums and first pages", a.board),
		get("/projects/totals", org.ProjectRead, "Sums of a filter", a.projectTotals),
		get("/projects/groups", org.ProjectRead, "A filter's projects by stage, unit, host, leader or kind: counts and sums of the whole filter", a.projectGroups),
		get("/projects/ready-views", org.ProjectRead, "Views of projects that everybody has, with how many each holds", a.readyViews),
		get("/projects/planned-days", org.ProjectRead, "Planned starts, completions and productions of a filter's projects, day by day", a.plannedDays),
		answers(http.StatusOK, post("/projects/batch/preview", org.ProjectWrite, "What a batch would change on projects, and which it would pass over", a.previewProjects)),
		answers(http.StatusOK, post("/projects/batch", org.ProjectWrite, "Change many projects at once; the answer names the batch to undo", a.changeProjects)),
		get("/batches", "", "One's own latest batches, with how many each changed and until when it can be undone", a.recentBatches),
		answers(http.StatusOK, post("/batches/:id/undo", "", "Undo one's own batch within a day; rows changed since stay and are named", a.undoBatch)),
		get("/projects/:id", org.ProjectRead, "One project", a.project),
		patch("/projects/:id", org.ProjectWrite, "Give a project other planned days", a.replanProject),
		put("/projects/:id", org.ProjectWrite, "Change a project's facts, leaders and dossier", a.updateProject),
		remove("/projects/:id", org.ProjectWrite, "Take a project into the recycle bin, with a reason", a.withdraw("project")),
		get("/projects/:id/stage-events", org.ProjectRead, "A project's stage events, and what the next stage still needs", a.stageEvents),
		post("/projects/:id/stage-events", org.StageMove, "Move a project's stage or status, or correct an event", a.moveStage),
		get("/industries", "", "The divisions of GB/T 4754-2017", a.industries),
		answers(http.StatusOK, post("/stage-events/:id/verdicts", org.StageConfirm, "Say whether a claimed stage event is so: a verifier, never of the own unit", a.confirmEvent)),
		get("/projects/:id/signings", org.ProjectRead, "A project's signings: first, upgrade, increment, replaced", a.signings),
		post("/projects/:id/signings", org.StageMove, "Record a signing, or correct one", a.sign),
		get("/projects/:id/credit", org.ProjectRead, "How a project's figures are shared among units", a.splits),
		post("/projects/:id/credit", org.RuleManage, "Share a project's figures among units", a.split),
		get("/projects/:id/funds", org.ProjectRead, "到位资金: a project's entries, reported and verified", a.funds),
		post("/projects/:id/funds", org.StageMove, "Report money in place, or correct an entry", a.reportFund),
		answers(http.StatusOK, post("/funds/:id/verdicts", org.StageConfirm, "Say how much of an entry is in place: a verifier, never of the own unit", a.verifyFund)),
		answers(http.StatusOK, post("/projects/:id/paper-reasons", org.StageMove, "Write why a paper of a gate is not needed, or take that back", a.explainPaper)),
		get("/gates", "", "What each stage needs before it is entered", a.gates),
		put("/gates", org.RuleManage, "Change the gates", a.setGates))

	add("clients",
		get("/clients", org.ClientRead, "客户资源库: clients by filter", a.clients),
		post("/clients", org.ClientWrite, "Put a client into the library", a.createClient),
		get("/clients/groups", org.ClientRead, "A filter's clients by unit, owner or class of investor: counts of the whole filter", a.clientGroups),
		answers(http.StatusOK, post("/clients/batch/preview", org.ClientWrite, "What a batch would change on clients, and which it would pass over", a.previewClients)),
		answers(http.StatusOK, post("/clients/batch", org.ClientWrite, "Change many clients at once; the answer names the batch to undo", a.changeClients)),
		get("/clients/:id", org.ClientRead, "One client with contacts", a.client),
		put("/clients/:id", org.ClientWrite, "Change a client", a.updateClient),
		remove("/clients/:id", org.ClientWrite, "Take a client into the recycle bin, with a reason", a.withdraw("client")),
		get("/contacts", org.ClientRead, "People at clients", a.contacts),
		post("/contacts", org.ClientWrite, "Add a contact at a client", a.createContact),
		put("/contacts/:id", org.ClientWrite, "Change a contact", a.updateContact),
		answers(http.StatusOK, post("/contacts/:id/phone", org.ClientRead, "A contact's phone in the clear; the audit keeps who saw it", a.contactPhone)),
		remove("/contacts/:id", org.ClientWrite, "Remove a contact", a.removeContact))

	add("enterprises",
		get("/enterprises", org.EnterpriseRead, "企业信息库: enterprises by filter", a.enterprises),
		post("/enterprises", org.EnterpriseWrite, "Put an enterprise into the library", a.createEnterprise),
		get("/enterprises/groups", org.EnterpriseRead, "A filter's enterprises by state, industry, host or unit: counts of the whole filter", a.enterpriseGroups),
		answers(http.StatusOK, post("/enterprises/batch/preview", org.EnterpriseWrite, "What a batch would change on enterprises, and which it would pass over", a.previewEnterprises)),
		answers(http.StatusOK, post("/enterprises/batch", org.EnterpriseWrite, "Change many enterprises at once; the answer names the batch to undo", a.changeEnterprises)),
		get("/enterprises/:id", org.EnterpriseRead, "One enterprise", a.enterprise),
		put("/enterprises/:id", org.EnterpriseWrite, "Change an enterprise", a.updateEnterprise),
		remove("/enterprises/:id", org.EnterpriseWrite, "Take an enterprise into the recycle bin, with a reason", a.withdraw("enterprise")))

	add("leads",
		get("/leads", org.LeadRead, "线索: leads by filter", a.leads),
		post("/leads", org.LeadWrite, "Log a lead", a.createLead),
		get("/leads/groups", org.LeadRead, "A filter's leads by state, unit or owner: counts and sums of the whole filter", a.leadGroups),
		answers(http.StatusOK, post("/leads/batch/preview", org.LeadWrite, "What a batch would change on leads, and which it would pass over", a.previewLeads)),
		answers(http.StatusOK, post("/leads/batch", org.LeadWrite, "Change many leads at once; the answer names the batch to undo", a.changeLeads)),
		get("/leads/:id", org.LeadRead, "One lead", a.lead),
		put("/leads/:id", org.LeadWrite, "Change a lead", a.updateLead),
		remove("/leads/:id", org.LeadWrite, "Take a lead into the recycle bin, with a reason", a.withdraw("lead")),
		patch("/leads/:id", org.LeadWrite, "Give a lead another next day", a.postponeLead),
		answers(http.StatusOK, post("/leads/:id/phone", org.LeadRead, "The phone of a lead's contact in the clear; the audit keeps who saw it", a.leadPhone)),
		answers(http.StatusOK, post("/leads/:id/assess", org.LeadAssess, "Assess a lead as valid or not, with a reason", a.assessLead)),
		answers(http.StatusOK, post("/leads/:id/reopen", org.LeadAssess, "Take an assessment back", a.reopenLead)),
		answers(http.StatusOK, post("/leads/:id/convert", org.LeadWrite, "Turn a lead into a client and a project", a.convertLead)))

	add("visits",
		get("/visits", org.VisitRead, "拜访: visits by filter", a.visits),
		post("/visits", org.VisitWrite, "Plan a visit", a.createVisit),
		get("/visits/groups", org.VisitRead, "A filter's visits by state, unit, owner or leader: counts of the whole filter", a.visitGroups),
		answers(http.StatusOK, post("/visits/batch/preview", org.VisitWrite, "What a batch would change on visits, and which it would pass over", a.previewVisits)),
		answers(http.StatusOK, post("/visits/batch", org.VisitWrite, "Change many visits at once; the answer names the batch to undo", a.changeVisits)),
		get("/visits/:id", org.VisitRead, "One visit", a.visit),
		put("/visits/:id", org.VisitWrite, "Change a visit", a.updateVisit),
		remove("/visits/:id", org.VisitWrite, "Take a visit into the recycle bin, with a reason", a.withdraw("visit")),
		patch("/visits/:id", org.VisitWrite, "Give a planned visit another day", a.moveVisit),
		answers(http.StatusOK, post("/visits/:id/complete", org.VisitWrite, "Record what came of a visit", a.completeVisit)),
		answers(http.StatusOK, post("/visits/:id/cancel", org.VisitWrite, "Call a visit off", a.cancelVisit)),
		answers(http.StatusOK, post("/visits/:id/reopen", org.VisitWrite, "Take back that a visit was made or called off", a.reopenVisit)),
		get("/desk", "", "工作台: what is due and done today, and today's visits", a.desk),
		get("/desk/leads", org.LeadRead, "Own leads on which nothing happens, and how far this year's have come", a.leadDesk),
		get("/desk/projects", org.ProjectRead, "待我推动的项目: those one leads or one's unit answers for, the worst light first, with what the next stage asks for", a.charge),
		get("/desk/decisions", "", "待我决定: claims, money, leads and suspicions that wait for the person", a.decisions),
		put("/follow-ups/:id", "", "Mark one's own follow-up done or not", a.finishStep),
		patch("/follow-ups/:id", "", "Give one's own follow-up another day", a.moveStep))

	add("calendar",
		get("/calendar", "", "日程: visits, follow-ups and planned days, with holidays and weekends worked in exchange", a.calendar),
		open(get("/calendar/:file", "", "A person's calendar for other programs, by its secret address", a.feedICS)),
		get("/account/calendar-feed", "", "Whether one's own calendar has a secret address", a.feed),
		post("/account/calendar-feed", "", "Make or renew the secret address of one's own calendar", a.issueFeed),
		remove("/account/calendar-feed", "", "Revoke it", a.revokeFeed))

	add("exports",
		get("/exports/projects", org.ExportRun, "Projects of a filter as XLSX", a.exportProjects),
		get("/exports/project-ledger/xlsx", org.ExportRun, "项目台账 in office form as XLSX", a.projectLedgerXLSX),
		get("/exports/project-ledger/docx", org.ExportRun, "项目台账 in office form as DOCX", a.projectLedgerDOCX),
		get("/exports/clients", org.ExportRun, "Clients of a filter as XLSX", a.exportClients),
		get("/exports/enterprises", org.ExportRun, "Enterprises of a filter as XLSX", a.exportEnterprises),
		get("/exports/leads", org.ExportRun, "Leads of a filter as XLSX", a.exportLeads),
		get("/exports/visits", org.ExportRun, "Visits of a filter as XLSX", a.exportVisits))

	add("reports",
		get("/reports/funnel", org.ReportRead, "How many projects came how far", a.funnel),
		get("/reports/conversion", org.ReportRead, "Signed to started: the four rates and the waiting curve", a.conversion),
		get("/reports/conversion/docx", org.ExportRun, "The conversion as DOCX in office form", a.conversionDOCX),
		get("/reports/conversion/xlsx", org.ExportRun, "The conversion as XLSX in office form", a.conversionXLSX),
		get("/reports/rows", org.ReportRead, "The projects behind one figure of the conversion", a.reportRows),
		get("/reports/analysis", org.ReportRead, "The whole way with times, batches, comparison with the log-rank test, and the year's outlook", a.analysis),
		get("/reports/chance", org.ReportRead, "The chance that a signed project starts by a day, given how long it has waited", a.chance),
		get("/reports/hopes", org.ReportRead, "The waiting projects of a selection, each with its chance to start by a day: they add up to what is expected", a.hopes),
		get("/reports/portfolio", org.ReportRead, "四多四少 with eight quarters, and the structure of the library", a.portfolio),
		get("/reports/work-lists", org.ReportRead, "应开未开, 具备条件未开工, 一张纸, 停滞: how many of each, and the filter that opens them", a.workLists),
		get("/reports/funds", org.ReportRead, "到位资金表: the entries behind money in place, reported and verified", a.fundRows),
		get("/reports/lights", org.ReportRead, "Red, yellow, green: each project's light with its reason", a.lights),
		get("/reports/cockpit", org.ReportRead, "驾驶舱: a leader's front page", a.cockpit),
		get("/reports/scores", org.ReportRead, "考核: each unit's score of the year, item by item, with what it came from", a.assess),
		get("/score-scheme", "", "The scheme of the year's assessment", a.scheme),
		put("/score-scheme", org.RuleManage, "Change the scheme of the assessment", a.setScheme),
		get("/counting-rules", "", "口径: the counting rules, newest first", a.countingRules),
		post("/counting-rules", org.RuleManage, "Publish a counting rule", a.publishRule),
		get("/colour-rules", "", "The rules of the lights", a.colourRules),
		put("/colour-rules", org.RuleManage, "Change the rules of the lights", a.setColourRules),
		get("/targets/:year", org.ReportRead, "A year's targets", a.targets),
		put("/targets/:year", org.RuleManage, "Set targets of units", a.setTargets),
		get("/bulletins", org.ReportRead, "通报: the months that were published", a.bulletins),
		post("/bulletins", org.RuleManage, "Freeze and publish a month", a.publishBulletin),
		get("/bulletins/:id", org.ReportRead, "A frozen month, counted again, with corrections since", a.bulletin),
		get("/bulletins/:id/xlsx", org.ReportRead, "A frozen month as XLSX", a.bulletinXLSX),
		get("/bulletins/:id/docx", org.ReportRead, "A frozen month as DOCX in office form", a.bulletinDOCX),
		get("/suspicions", org.ReportRead, "What looks false, with its evidence", a.suspicions),
		get("/suspicion-limits", org.ReportRead, "From where on figures are asked about", a.suspicionLimits),
		put("/suspicion-limits", org.RuleManage, "Set from where on figures are asked about", a.setSuspicionLimits),
		answers(http.StatusOK, post("/suspicions/scan", "", "Run the checks", a.scanSuspicions)),
		answers(http.StatusOK, post("/suspicions/:id/answer", org.ProjectWrite, "The unit's account of a suspicion", a.answerSuspicion)),
		answers(http.StatusOK, post("/suspicions/:id/close", org.StageConfirm, "End a suspicion that was answered", a.closeSuspicion)))

	add("recycle bin",
		get("/recycle-bin", "", "回收站: what one may put back", a.recycleBin),
		answers(http.StatusOK, post("/recycle-bin/:id/restore", "", "Put it back as it was", a.restore)),
		remove("/recycle-bin/:id", org.RecordPurge, "Remove for good what was away for 30 days; a project never", a.purge))

	add("notices",
		get("/notices", "", "What one is told: mentions, what is given to one, what waits, what falls due", a.notices),
		get("/notices/unread", "", "How many of them are unread, up to 100", a.unreadNotices),
		put("/notices/:id/read", "", "Mark one as read", a.readNotice),
		answers(http.StatusNoContent, post("/notices/read-all", "", "Mark all as read", a.readAllNotices)),
		get("/account/notices", "", "What one wants to be told, how early and when", a.noticeSettings),
		put("/account/notices", "", "Choose it", a.chooseNotices),
		get("/watches/:kind/:id", "", "Whether one follows a record", a.watch),
		put("/watches/:kind/:id", "", "Follow a record", a.follow),
		remove("/watches/:kind/:id", "", "Follow it no longer", a.unfollow))

	add("live",
		get("/live", "", "Changes to records that one sees, as server-sent events", a.live))

	add("search",
		get("/duplicates", "", "Records that may be the one being typed, by name, credit code or phone; masked out of scope", a.duplicates),
		get("/search", "", "Find records by part of a name, credit code, pinyin or initials", a.search))

	add("imports",
		get("/ledger-kinds", org.ImportRun, "The kinds of ledger that are read, with the fields that their columns may be", a.ledgerKinds),
		get("/imports", org.ImportRun, "Imports of ledgers, newest first", a.imports),
		post("/imports", org.ImportRun, "Upload a ledger to check; nothing is written yet", a.uploadLedger),
		get("/imports/:id", org.ImportRun, "One import, and how far its writing came", a.importOf),
		get("/imports/:id/sheets", org.ImportRun, "How an import's sheets are read, how much is right, and units that nobody knows", a.importSheets),
		get("/imports/:id/rows", org.ImportRun, "Rows of a sheet with their findings, and what writing them would do", a.importRows),
		get("/imports/:id/results", org.ImportRun, "How many records of each kind an import made and changed", a.importResults),
		get("/imports/:id/problems", org.ImportRun, "The rows with problems as XLSX, with the reason", a.importProblems),
		put("/imports/:id/reading", org.ImportRun, "Say how a sheet is read; remembered for the unit", a.setReading),
		put("/imports/:id/cells", org.ImportRun, "Put right what cells say", a.fixCells),
		answers(http.StatusOK, post("/imports/:id/units", org.UnitAdd, "Add units that the ledger names", a.addImportUnits)),
		answers(http.StatusOK, post("/imports/:id/write", org.ImportRun, "Begin to write an import", a.writeImport)),
		answers(http.StatusOK, post("/imports/:id/stop", org.ImportRun, "Stop a writing after the rows in hand", a.stopImport)),
		answers(http.StatusOK, post("/imports/:id/resume", org.ImportRun, "Go on with a writing that was stopped", a.resumeImport)),
		answers(http.StatusOK, post("/imports/:id/undo", org.ImportRun, "Take an import back, within 30 days and unless its records changed since", a.undoImport)))

	add("records",
		get("/timeline", "", "What happened to a record, newest first", a.timeline),
		get("/timeline/counts", "", "How many lines of each kind a record's timeline has", a.timelineCounts),
		post("/timeline", "", "Write a line of progress on a record", a.addNote),
		get("/mentionable", "", "People who may be mentioned on a record: those who see it", a.mentionable),
		get("/attachments", "", "Files on a record", a.attachments),
		post("/attachments", "", "Attach a file to a record", a.attach),
		get("/attachments/:id", "", "A file", a.attachment),
		remove("/attachments/:id", "", "Take a file off a record", a.removeAttachment),
		get("/audit", org.AuditRead, "The audit", a.audit))

	return all
}
