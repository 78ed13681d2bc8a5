package text

// Fields returns which kind each text of the API is, by subject and wire name: the one
// table of what forms, API and ledgers may hold. What is not listed is an enum, a key or
// a setting, whose rules are its own.
func Fields() map[string]Kind {
	return map[string]Kind{
		"client.code_override": Override, "client.credit_code": CreditCode, "client.name": Name, "client.needs": Content,
		"client.origin_name": Title, "client.strength": Content, "client.terms": Content,
		"contact.name": Person, "contact.note": Note, "contact.title": Title, "contact.work_email": Email, "contact.work_phone": Phone,
		"enterprise.code_override": Override, "enterprise.credit_code": CreditCode, "enterprise.downstream": Note,
		"enterprise.name": Name, "enterprise.products": Note, "enterprise.requests": Content, "enterprise.upstream": Note,
		"fund.note": Note, "fund.voucher": Title,
		"import_sheet.keep": Name, "import_sheet.sheet": Name, "import_sheet.text": Cell,
		"lead.code_override": Override, "lead.company": Name, "lead.contact_name": Person, "lead.contact_phone": Phone,
		"lead.credit_code": CreditCode, "lead.next_action": Line, "lead.note": Content, "lead.project_name": Name,
		"lead.referrer_name": Name, "lead.subject": Line, "lead.verdict": Note,
		"batch.next_action": Line,
		"paper_reason.need": Reason, "paper_reason.reason": Reason,
		"person.login": Login, "person.name": Person, "person.work_email": Email, "person.work_phone": Phone,
		"post.title":   Title,
		"project.code": Code, "project.chain": Title, "project.code_override": Override, "project.company_code": CreditCode,
		"project.company_name": Name, "project.content": Content, "project.high_tech_basis": Reason, "project.name": Name,
		"project.site": Name, "batch_lists.chain": Title,
		"session.login": Login, "setup.county_name": Title, "setup.login": Login, "setup.name": Person,
		"signing.basis": Reason, "signing.counterpart": Name, "signing.note": Remark, "signing.occasion": Name,
		"stage_event.note": Remark, "stage_event.reason": Reason,
		"suspicion.answer": Remark,
	}
}
