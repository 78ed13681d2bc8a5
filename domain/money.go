package domain

import "math/big"

// Currency is an ISO 4217 code. The empty currency means CNY.
type Currency string

// The currencies that ledgers carry.
const (
	CNY Currency = "CNY"
	USD Currency = "USD"
	HKD Currency = "HKD"
	EUR Currency = "EUR"
	JPY Currency = "JPY"
)

// Yuan is an amount in whole 元 of CNY. It is an integer: amounts are never
// floating point, and totals are of unrounded values.
type Yuan int64

// The units ledgers are written in.
const (
	Wan Yuan = 10_000      // 万元
	Yi  Yuan = 100_000_000 // 亿元
)

// Money is an amount in whole units of a currency.
type Money struct {
	Amount   int64
	Currency Currency
}

// RateScale is the number of parts in which exchange rates are kept: a rate of
// 7.1234 元 for one unit is 7_123_400.
const RateScale = 1_000_000

// InYuan returns the amount in 元 at a rate of millionths of 元 per unit
// (RateScale), rounded half away from zero. CNY needs no rate.
func (m Money) InYuan(rateMicro int64) Yuan {
	if m.Currency == CNY || m.Currency == "" {
		return Yuan(m.Amount)
	}
	n := new(big.Int).Mul(big.NewInt(m.Amount), big.NewInt(rateMicro))
	half := big.NewInt(RateScale / 2)
	if n.Sign() < 0 {
		half.Neg(half)
	}
	return Yuan(n.Add(n, half).Quo(n, big.NewInt(RateScale)).Int64())
}
