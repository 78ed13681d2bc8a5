/**
 * Complete<T> is T with every field written out, optional ones too, at every depth. What a form sends is written as
 * `{ … } satisfies Complete<Schemas['LeadUpdate']>`: a field that somebody forgets does not compile, instead of erasing what was stored.
 */
export type Complete<T> = T extends readonly (infer E)[]
  ? Complete<E>[]
  : T extends object
    ? { [K in keyof Required<T>]: Complete<Exclude<T[K], undefined>> | (undefined extends T[K] ? undefined : never) }
    : T;

/** Choices<T> lists the words of an enumeration: one that is left out, or that the server does not know, does not compile. */
export type Choices<T> = Record<Extract<T, string>, true>;

/** isChoice reports whether a value is one of the words of an enumeration. */
export const isChoice = <T extends string>(value: unknown, choices: Record<T, true>): value is T =>
  typeof value === 'string' && Object.hasOwn(choices, value);
