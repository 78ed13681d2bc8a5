package app

import (
	"log/slog"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/internal/credential"
	"sangu/internal/importer"
	intakestore "sangu/repository/intake"
	"sangu/repository/sqlkit"
)

// parts are what the services are put together of, besides their stores.
type parts struct {
	db        *sqlkit.DB
	clock     domain.Clock
	ids       domain.IDs
	passwords org.Passwords
	journal   domain.Journal
	log       *slog.Logger
}

// lookups returns what the importer and a story find records by.
func lookups(db *sqlkit.DB) importer.Lookups {
	return lookupStores{LookupStore: intakestore.NewLookupStore(db), ImportStore: intakestore.NewImportStore(db)}
}

func newPasswords(cheap bool) (*credential.Passwords, error) {
	if cheap {
		return credential.NewCheapPasswords()
	}
	return credential.NewPasswords()
}
