import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, etag, must, type Schemas } from '@/shared/api/client';
import { useUndo } from '@/shared/ui/undo/useUndo';

export type Entry = Schemas['EntryOut'];

/** keyOf names an entry: a project has several. */
export const keyOf = (e: Entry) => `${e.kind}-${e.id}`;

/** send moves an entry to another day, on the record that holds it. */
async function send(e: Entry, on: string): Promise<{ version: number }> {
  const params = { path: { id: e.id }, header: { 'If-Match': etag(e.version) } };
  switch (e.kind) {
    case 'visit':
      return must(await api.PATCH('/visits/{id}', { params, body: { on } }));
    case 'follow_up':
      return must(await api.PATCH('/follow-ups/{id}', { params, body: { due_on: on } }));
    case 'lead':
      return must(await api.PATCH('/leads/{id}', { params, body: { next_on: on } }));
    default:
      return must(await api.PATCH('/projects/{id}', { params, body: { [e.kind]: on } }));
  }
}

/** useMove moves entries: at once on screen, back where they were with the server's reason if it refuses. */
export function useMove(entries: Entry[]) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const client = useQueryClient();
  const offer = useUndo();
  const [moved, setMoved] = useState<Record<string, string>>({});
  const shown = entries.map((e) => ({ ...e, on: moved[keyOf(e)] ?? e.on }));
  const fresh = () =>
    Promise.all(['calendar', 'desk', 'visits', 'leads', 'projects', 'project'].map((k) => client.invalidateQueries({ queryKey: [k] })));
  async function drop(key: string, on: string): Promise<string> {
    const e = entries.find((x) => keyOf(x) === key);
    if (!e) return '';
    setMoved((m) => ({ ...m, [key]: on }));
    let said = t('common:carry.moved', { name: e.title, place: on });
    try {
      const made = await send(e, on);
      offer({
        text: said,
        undo: async () => {
          await send({ ...e, version: made.version }, e.on);
          await fresh();
          return { text: t('common:carry.moved', { name: e.title, place: e.on }) };
        },
      });
    } catch (x) {
      const reason = x instanceof ApiError ? [x.problem.title, ...(x.problem.fields ?? []).map((f) => f.message)].join(' · ') : String(x);
      said = t('common:carry.refused', { name: e.title, reason });
      void message.error(said, 8);
    }
    await fresh();
    setMoved(({ [key]: _, ...rest }) => rest);
    return said;
  }
  return { shown, drop, waiting: (key: string) => key in moved };
}
