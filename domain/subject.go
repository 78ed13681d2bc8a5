package domain

// Kinds of record that something can be about: what a Ref names, what scope is
// asked of, what timelines, files, notices and the audit are kept by. They are
// stored, so they never change.
const (
	SubjectProject      = "project"
	SubjectClient       = "client"
	SubjectContact      = "contact"
	SubjectEnterprise   = "enterprise"
	SubjectOrganization = "organization"
	SubjectLead         = "lead"
	SubjectVisit        = "visit"
	SubjectFollowUp     = "follow_up"
	SubjectImport       = "import"
	SubjectSuspicion    = "suspicion"
	SubjectBulletin     = "bulletin"
	SubjectFund         = "fund"
	SubjectUnit         = "unit"
	SubjectPerson       = "person"
	SubjectPost         = "post"
	SubjectView         = "view"
	SubjectAttachment   = "attachment"
	SubjectBatch        = "batch"
	SubjectToken        = "token"
	SubjectSetting      = "setting"
)
