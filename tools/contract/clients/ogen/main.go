//go:build contract

// Ogen uses the client that ogen made: it signs in, lists projects, creates a
// lead, and meets a 422 and a 412. Its argument is the address of the API.
// scripts/check-contract.sh generates the client and runs this.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"

	"github.com/ogen-go/ogen/ogenerrors"

	"sangu/tools/contract/ogenclient"
)

func main() {
	if err := run(context.Background(), os.Args[1]); err != nil {
		log.Fatal(err)
	}
	fmt.Println("the client of ogen signed in, listed, created, and met a 422 and a 412")
}

// A browser proves who it is by the cookie that signing in set.
type browser struct {
	jar http.CookieJar
	at  *url.URL
}

// Session implements ogenclient.SecuritySource.
func (b browser) Session(context.Context, ogenclient.OperationName) (ogenclient.Session, error) {
	for _, c := range b.jar.Cookies(b.at) {
		return ogenclient.Session{APIKey: c.Value}, nil
	}
	return ogenclient.Session{}, ogenerrors.ErrSkipClientSecurity
}

// Token implements ogenclient.SecuritySource.
func (b browser) Token(context.Context, ogenclient.OperationName) (ogenclient.Token, error) {
	return ogenclient.Token{}, ogenerrors.ErrSkipClientSecurity
}

func run(ctx context.Context, address string) error {
	at, err := url.Parse(address)
	if err != nil {
		return err
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	// The session is sent by the security source, so that the client itself keeps
	// no cookies; they are only read from the answer.
	keeps := roundTripper(func(r *http.Request) (*http.Response, error) {
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err == nil {
			jar.SetCookies(at, answer.Cookies())
		}
		return answer, err
	})
	c, err := ogenclient.NewClient(address, browser{jar: jar, at: at}, ogenclient.WithClient(&http.Client{Transport: keeps}))
	if err != nil {
		return err
	}
	return use(ctx, c)
}

type roundTripper func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func use(ctx context.Context, c *ogenclient.Client) error {
	me, err := c.SignIn(ctx, &ogenclient.SignInIn{Login: "majun", Password: "Chicheng-2026"}, ogenclient.SignInParams{})
	if _, ok := me.(*ogenclient.Me); !ok {
		return fmt.Errorf("sign in: %v %#v", err, me)
	}
	list, err := c.ListProjects(ctx, ogenclient.ListProjectsParams{})
	if projects, ok := list.(*ogenclient.ListOfProjectItem); !ok || len(projects.Items) == 0 {
		return fmt.Errorf("list projects: %v %#v", err, list)
	}
	lead := ogenclient.LeadCreate{Company: "合同检验乙有限公司", Subject: "装配线", Channel: ogenclient.LeadCreateChannelSelf}
	answer, err := c.CreateLead(ctx, &lead)
	made, ok := answer.(*ogenclient.LeadOut)
	if !ok {
		return fmt.Errorf("create a lead: %v %#v", err, answer)
	}
	answer, err = c.CreateLead(ctx, &ogenclient.LeadCreate{Subject: "装配线", Channel: ogenclient.LeadCreateChannelSelf})
	if refused, ok := answer.(*ogenclient.CreateLeadUnprocessableEntity); !ok || refused.Code != "input.invalid" {
		return fmt.Errorf("a lead without a company: %v %#v", err, answer)
	}
	change := ogenclient.LeadUpdate{Company: lead.Company, Subject: "二号装配线", Channel: ogenclient.LeadUpdateChannelSelf}
	over := ogenclient.UpdateLeadParams{ID: made.ID, IfMatch: `"1"`}
	changed, err := c.UpdateLead(ctx, &change, over)
	if _, ok := changed.(*ogenclient.LeadOut); !ok {
		return fmt.Errorf("change the lead: %v %#v", err, changed)
	}
	changed, err = c.UpdateLead(ctx, &change, over)
	if stale, ok := changed.(*ogenclient.UpdateLeadPreconditionFailed); !ok || stale.Code != "record.stale" {
		return fmt.Errorf("change it over an old version: %v %#v", err, changed)
	}
	return nil
}
