package kit

// DemoAccount is a sign-in of the demonstration county, shown to newcomers.
type DemoAccount struct {
	Login    string `json:"login" required:"true"`
	Password string `json:"password" required:"true"`
	Name     string `json:"name" required:"true"`
	Role     string `json:"role" required:"true"`
	Post     string `json:"post" required:"true"`
}
