import type { Schemas } from '@/shared/api/client';
import type { Choices } from '@/shared/api/complete';

type Update = Schemas['ProjectUpdate'];

export const kinds = {
  '': true,
  industry: true,
  agriculture: true,
  service: true,
  tourism: true,
  infrastructure: true,
  other: true,
} satisfies Choices<Update['kind']>;
export const purposes = { '': true, strong_county: true, prosperous: true, infrastructure: true } satisfies Choices<Update['purpose']>;
export const constructions = {
  '': true,
  new: true,
  continued: true,
  expansion: true,
  upgrade: true,
  purchase: true,
} satisfies Choices<Update['construction']>;
export const horizons = { '': true, near: true, far: true, follow: true } satisfies Choices<Update['horizon']>;
export const currencies = { '': true, CNY: true, USD: true, HKD: true, EUR: true, JPY: true } satisfies Choices<Update['currency']>;

/** batchChannels are the channels that a batch may set; a single project keeps what its office wrote. */
export const batchChannels = {
  '': true,
  professional: true,
  leader: true,
  doorstep: true,
  referral: true,
  stationed: true,
  event: true,
  intermediary: true,
  online: true,
  self: true,
} satisfies Choices<Schemas['ProjectSet']['channel']>;
