import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import { del, get, set } from 'idb-keyval';
import { ApiError } from '@/shared/api/client';
import { dropDraft } from './draft';

const key = 'sangu.memory';
const week = 7 * 24 * 3600 * 1000;
const pause = 2000; // ms between two writes

type Memory = { at: number; state: DehydratedState };

/** Whoever asks gives who is signed in, or fails: with an answer where nobody is, without one where there is no network. */
type Whose = () => Promise<{ id: string }>;

/** recall puts back what was last seen, so that the product opens without a network: to the person who saw it alone. */
export async function recall(client: QueryClient, whose: Whose): Promise<void> {
  const kept = await get<Memory>(key).catch(() => undefined);
  if (!kept || Date.now() - kept.at >= week) return;
  const seenBy = kept.state.queries.find((q) => q.queryKey[0] === 'me')?.state.data as { id?: string } | undefined;
  // Without a network the library would wait for one before it asked.
  const now = navigator.onLine ? await whose().catch((e: unknown) => (e instanceof ApiError ? null : undefined)) : undefined;
  if (now === null || (now && now.id !== seenBy?.id)) {
    await del(key).catch(() => undefined);
    return;
  }
  hydrate(client, kept.state);
  // Shown at once, and read anew where there is a network.
  if (now) await client.invalidateQueries({ refetchType: 'none', predicate: (q) => q.queryKey[0] !== 'me' });
}

/** remember keeps what is seen from now on, on this machine. */
export function remember(client: QueryClient): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe((e) => {
    if (e.type !== 'updated' || e.action.type !== 'success' || waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      const state = dehydrate(client, { shouldDehydrateQuery: (q) => q.state.status === 'success' && !secret.has(String(q.queryKey[0])) });
      void set(key, { at: Date.now(), state } satisfies Memory).catch(() => undefined);
    }, pause);
  });
}

// What is not left behind on a machine: the audit, and tokens.
const secret = new Set(['audit', 'tokens', 'search']);

/** forget leaves nothing of a person on the machine: after signing out. */
export async function forget(): Promise<void> {
  dropDraft();
  await del(key).catch(() => undefined);
}
