import { get, update } from 'idb-keyval';
import { create } from 'zustand';

const key = 'sangu.outbox';

/** Waiting is a create that could not be sent: it carries its own ID, so that sending it twice is one create. */
export type Waiting = { id: string; path: string; body: unknown; title: string; at: number; refused?: string };

type Outbox = { items: Waiting[]; set: (items: Waiting[]) => void };

/** useOutbox holds what has not been sent yet. */
export const useOutbox = create<Outbox>()((set) => ({ items: [], set: (items) => set({ items }) }));

async function change(to: (items: Waiting[]) => Waiting[]): Promise<void> {
  let now: Waiting[] = [];
  await update<Waiting[]>(key, (old) => {
    now = to(old ?? []);
    return now;
  });
  useOutbox.getState().set(now);
}

/** SavedForLater is thrown where a create could not be sent and is stored until the network is back. */
export class SavedForLater extends Error {}

/** sendOrKeep sends a create. Without a network it stores it in the outbox and throws SavedForLater. */
export async function sendOrKeep<T>(send: () => Promise<T>, waiting: Omit<Waiting, 'at'>): Promise<T> {
  try {
    return await send();
  } catch (e) {
    if (!(e instanceof TypeError)) throw e; // the server answered, or the fault is ours
    await change((items) => [...items.filter((i) => i.id !== waiting.id), { ...waiting, at: Date.now() }]);
    throw new SavedForLater();
  }
}

/** flush sends what is in the outbox, oldest first, and returns how many were sent. What the server refuses stays there, with the reason. */
export async function flush(): Promise<number> {
  const items = (await get<Waiting[]>(key).catch(() => [])) ?? [];
  useOutbox.getState().set(items);
  let sent = 0;
  for (const item of items) {
    try {
      const answer = await fetch(`/api/v1${item.path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(item.body),
      });
      if (answer.ok) {
        sent++;
        await change((all) => all.filter((i) => i.id !== item.id));
      } else if (answer.status !== 401) {
        const problem: { title?: string } = await answer.json().catch(() => ({}));
        await change((all) => all.map((i) => (i.id === item.id ? { ...i, refused: problem.title ?? String(answer.status) } : i)));
      }
    } catch {
      return sent; // still no network
    }
  }
  return sent;
}

/** discard removes an entry from the outbox without sending it. */
export const discard = (id: string) => change((items) => items.filter((i) => i.id !== id));
