//go:build contract

// Oapi uses the client that oapi-codegen made: it signs in, lists projects,
// creates a lead, and meets a 422 and a 412. Its argument is the address of the
// API. scripts/check-contract.sh generates the client and runs this.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/cookiejar"
	"os"

	"sangu/tools/contract/oapiclient"
)

func main() {
	if err := run(context.Background(), os.Args[1]); err != nil {
		log.Fatal(err)
	}
	fmt.Println("the client of oapi-codegen signed in, listed, created, and met a 422 and a 412")
}

func run(ctx context.Context, at string) error {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	c, err := oapiclient.NewClientWithResponses(at, oapiclient.WithHTTPClient(&http.Client{Jar: jar}))
	if err != nil {
		return err
	}
	me, err := c.SignInWithResponse(ctx, nil, oapiclient.SignInIn{Login: "majun", Password: "Chicheng-2026"})
	if err != nil || me.JSON201 == nil {
		return fmt.Errorf("sign in: %v %s", err, me.Body)
	}
	list, err := c.ListProjectsWithResponse(ctx, nil)
	if err != nil || list.JSON200 == nil || len(list.JSON200.Items) == 0 {
		return fmt.Errorf("list projects: %v %s", err, list.Body)
	}
	lead := oapiclient.LeadCreate{Company: "合同检验甲有限公司", Subject: "装配线", Channel: "self"}
	made, err := c.CreateLeadWithResponse(ctx, lead)
	if err != nil || made.JSON201 == nil {
		return fmt.Errorf("create a lead: %v %s", err, made.Body)
	}
	refused, err := c.CreateLeadWithResponse(ctx, oapiclient.LeadCreate{Subject: "装配线", Channel: "self"})
	if err != nil || refused.ApplicationproblemJSON422 == nil || refused.ApplicationproblemJSON422.Code != "input.invalid" {
		return fmt.Errorf("a lead without a company: %v %s", err, refused.Body)
	}
	change := oapiclient.LeadUpdate{Company: lead.Company, Subject: "二号装配线", Channel: "self"}
	changed, err := c.UpdateLeadWithResponse(ctx, made.JSON201.Id, &oapiclient.UpdateLeadParams{IfMatch: `"1"`}, change)
	if err != nil || changed.JSON200 == nil {
		return fmt.Errorf("change the lead: %v %s", err, changed.Body)
	}
	stale, err := c.UpdateLeadWithResponse(ctx, made.JSON201.Id, &oapiclient.UpdateLeadParams{IfMatch: `"1"`}, change)
	if err != nil || stale.ApplicationproblemJSON412 == nil || stale.ApplicationproblemJSON412.Code != "record.stale" {
		return fmt.Errorf("change it over an old version: %v %s", err, stale.Body)
	}
	return nil
}
