import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import { del, get, set } from 'idb-keyval';
import { ApiError } from '@/shared/api/client';
import { dropDraft } from './draft';

const key = 'sangu.memory';
const week = 7 * 24 * 3600 * 1000;
const pause = 2000; // ms between two writes

type Stored = { at: number; state: DehydratedState };

/** WhoIsSignedIn reads who is signed in. It rejects with an ApiError where nobody is, and with another error where there is no network. */
type WhoIsSignedIn = () => Promise<{ id: string }>;

/** restoreQueries puts back what this machine last showed, so that the product opens without a network. Only the person who saw it gets it back. */
export async function restoreQueries(client: QueryClient, whoIsSignedIn: WhoIsSignedIn): Promise<void> {
  const kept = await get<Stored>(key).catch(() => undefined);
  if (!kept || Date.now() - kept.at >= week) return;
  const seenBy = idOf(kept.state.queries.find((q) => q.queryKey[0] === 'me')?.state.data);
  // Without a network the library would wait for one before it asked.
  const now = navigator.onLine ? await whoIsSignedIn().catch((e: unknown) => (e instanceof ApiError ? null : undefined)) : undefined;
  if (now === null || (now && now.id !== seenBy)) {
    await del(key).catch(() => undefined);
    return;
  }
  hydrate(client, kept.state);
  // What was stored is shown at once, and read anew where there is a network.
  if (now) await client.invalidateQueries({ refetchType: 'none', predicate: (q) => q.queryKey[0] !== 'me' });
}

const idOf = (me: unknown) => (typeof me === 'object' && me !== null && 'id' in me ? me.id : undefined);

/** persistQueries stores on this machine what is read from now on. */
export function persistQueries(client: QueryClient): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe((e) => {
    if (e.type !== 'updated' || e.action.type !== 'success' || waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      const state = dehydrate(client, { shouldDehydrateQuery: (q) => q.state.status === 'success' && !secret.has(String(q.queryKey[0])) });
      void set(key, { at: Date.now(), state } satisfies Stored).catch(() => undefined);
    }, pause);
  });
}

// What is never stored on a machine: the audit log, tokens, and what was searched for.
const secret = new Set(['audit', 'tokens', 'search']);

/** forgetEverything deletes all that this machine stores of a person, drafts included; it is called at signing out. */
export async function forgetEverything(): Promise<void> {
  dropDraft();
  await del(key).catch(() => undefined);
}
