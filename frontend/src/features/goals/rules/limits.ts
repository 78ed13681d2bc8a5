import type { Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import type { Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';

type Wire = Omit<Schemas['SuspicionLimitsOut'], 'version'>;
export type Limit = { key: keyof Wire; unit: 'percent' | 'days' | 'entries' | 'km' | 'signings' | 'times' };

const limit = (key: Limit['key'], unit: Limit['unit']): Limit => ({ key, unit });

/** checks are all that is looked for, with the thresholds of each; those without one ask whenever it occurs. */
export const checks: { kind: string; limits: Limit[] }[] = [
  { kind: 'verified_below', limits: [limit('verified_share', 'percent')] },
  { kind: 'above_contract', limits: [] },
  { kind: 'last_week', limits: [limit('last_week_share', 'percent'), limit('last_week_least', 'entries')] },
  { kind: 'round_numbers', limits: [limit('round_share', 'percent'), limit('round_least', 'entries')] },
  { kind: 'same_evidence', limits: [] },
  { kind: 'photo_date', limits: [limit('photo_grace', 'days')] },
  { kind: 'photo_place', limits: [limit('photo_kilometres', 'km')] },
  { kind: 'no_permit', limits: [limit('permit_grace', 'days')] },
  { kind: 'registered_share', limits: [limit('registered_share', 'percent'), limit('unit_least', 'signings')] },
  { kind: 'signed_twice', limits: [limit('signed_within', 'days')] },
  { kind: 'thin_capital', limits: [limit('capital_times', 'times')] },
  { kind: 'moved_back', limits: [] },
];

export const limitsOf: Limit[] = checks.flatMap((c) => c.limits);

// Shares are kept between 0 and 1 and written as percent; twelve digits, as 0.07 × 100 is no whole number to a machine.
const plain = (n: number) => Number(n.toPrecision(12));

/** toForm returns the thresholds as they are read and written: shares in percent. */
export const toForm = (held: Wire): Values =>
  Object.fromEntries(limitsOf.map((l) => [l.key, l.unit === 'percent' ? plain(held[l.key] * 100) : held[l.key]]));

/** fromForm returns the thresholds as they are sent: shares between 0 and 1. */
export function fromForm(values: Values) {
  const v = readForm(values);
  // Each is required by the form; where one is missing all the same, the server refuses NaN, which JSON writes as null.
  const number = (key: Limit['key']) => v.number(key) ?? Number.NaN;
  return {
    verified_share: plain(number('verified_share') / 100),
    last_week_share: plain(number('last_week_share') / 100),
    last_week_least: number('last_week_least'),
    round_share: plain(number('round_share') / 100),
    round_least: number('round_least'),
    photo_grace: number('photo_grace'),
    photo_kilometres: number('photo_kilometres'),
    permit_grace: number('permit_grace'),
    registered_share: plain(number('registered_share') / 100),
    unit_least: number('unit_least'),
    signed_within: number('signed_within'),
    capital_times: number('capital_times'),
  } satisfies Complete<Wire>;
}
