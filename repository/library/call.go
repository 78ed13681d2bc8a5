package library

// This file is the one place that says which visits are a client's and which are
// a project's. The client's page and list, the list of visits, the desk and the
// gates all read it, so that a visit counts everywhere alike, and once.
//
// A visit is a client's that names the client, one of its projects, or a lead
// that became its client. It is a project's that names the project, or the lead
// that became the project. A visit that names only a client is no project's:
// which of the client's projects it served nobody said. What was put into the
// recycle bin links nothing.

// AtTheDoor is the condition under which visit v is a call at somebody's door, led
// by a leader 三顾 (R60).
const AtTheDoor = "v.state = 'done' AND v.withdrawn_at IS NULL AND v.way = 'out' AND v.leader_id IS NOT NULL"

// VisitsOfClients selects each visit_id with each client_id that it counts for,
// once, under conditions on l, the link of the visit, and on the client, each of
// them "" or an SQL expression that is to be equal.
func VisitsOfClients(visit, client string) string {
	return "SELECT l.visit_id, l.subject_id AS client_id FROM visit_links AS l WHERE l.subject_kind = 'client'" +
		equals("l.visit_id", visit) + equals("l.subject_id", client) +
		" UNION SELECT l.visit_id, j.client_id FROM visit_links AS l JOIN projects AS j ON j.id = l.subject_id" +
		" WHERE l.subject_kind = 'project' AND j.client_id IS NOT NULL AND j.withdrawn_at IS NULL" +
		equals("l.visit_id", visit) + equals("j.client_id", client) +
		" UNION SELECT l.visit_id, d.client_id FROM visit_links AS l JOIN leads AS d ON d.id = l.subject_id" +
		" WHERE l.subject_kind = 'lead' AND d.client_id IS NOT NULL AND d.withdrawn_at IS NULL" +
		equals("l.visit_id", visit) + equals("d.client_id", client)
}

// VisitsOfProjects selects each visit_id with each project_id that it counts for,
// once; project is as in VisitsOfClients.
func VisitsOfProjects(project string) string {
	return "SELECT l.visit_id, l.subject_id AS project_id FROM visit_links AS l WHERE l.subject_kind = 'project'" +
		equals("l.subject_id", project) +
		" UNION SELECT l.visit_id, d.project_id FROM visit_links AS l JOIN leads AS d ON d.id = l.subject_id" +
		" WHERE l.subject_kind = 'lead' AND d.project_id IS NOT NULL AND d.withdrawn_at IS NULL" +
		equals("d.project_id", project)
}

func equals(column, expression string) string {
	if expression == "" {
		return ""
	}
	return " AND " + column + " = " + expression
}
