type Values = Record<string, unknown>;

/** Draft is what was written in a form and not sent, with when. */
export type Draft = { at: number; values: Values };

const prefix = 'sangu.draft.';

/** draftKey names the draft of one person's form, of one record where it is about one. */
export const draftKey = (person: string, form: string, record = '') => `${prefix}${person}/${form}/${record}`;

/** readDraft returns what was kept on this machine. */
export function readDraft(key: string): Draft | undefined {
  try {
    const text = localStorage.getItem(key);
    if (!text) return undefined;
    const draft: Draft = JSON.parse(text);
    return draft;
  } catch {
    return undefined; // no storage, or another version wrote it
  }
}

/** keepDraft stores what is written so far, without the fields that are secret, as passwords are. */
export function keepDraft(key: string, values: Values, secret: string[]) {
  const kept = Object.fromEntries(Object.entries(values).filter(([k]) => !secret.includes(k)));
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: kept } satisfies Draft));
  } catch {
    // A full or forbidden storage costs the draft, not the form.
  }
}

/** dropDraft forgets one; without a key all of them, as at signing out. */
export function dropDraft(key?: string) {
  if (key) return localStorage.removeItem(key);
  for (const k of Object.keys(localStorage)) if (k.startsWith(prefix)) localStorage.removeItem(k);
}
