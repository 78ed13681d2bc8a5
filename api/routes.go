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

	add("session",
		open(post("/session", "", "Sign in", a.signIn)),
		answers(http.StatusNoContent, remove("/session", "", "Sign out", a.signOut)),
		open(get("/session/demo-accounts", "", "Sign-ins of the demonstration county", a.demoAccounts)),
		get("/me", "", "Who is signed in, with posts, roles and rights", a.me),
		put("/me/password", "", "Change one's own password", a.changePassword),
		get("/me/tokens", "", "One's own tokens for programs", a.tokens),
		post("/me/tokens", "", "Issue a token for a program", a.issueToken),
		remove("/me/tokens/:id", "", "Revoke a token", a.revokeToken))

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
		put("/posts/:id/end", org.RoleGrant, "End a post", a.dismiss))

	return all
}
