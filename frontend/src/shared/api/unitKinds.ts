import type { Schemas } from './client';
import type { Choices } from './complete';

/** unitKinds are the kinds of unit that the server knows. */
export const unitKinds = {
  province: true,
  city: true,
  county: true,
  township: true,
  bureau: true,
  park: true,
  office: true,
  team: true,
} satisfies Choices<Schemas['UnitCreate']['kind']>;
