import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, etag, must, newId, type Schemas } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import type { Search } from '@/shared/ui/list/types';
import { useLaneName } from './useLaneName';

type Wire = Schemas['Lane'];
type Item = Schemas['ProjectItem'];
export type LaneView = Wire & { cards: Item[] };

/** reasonOf is the server's reason for a refusal, with what it says of single fields; what a gate lacks is listed by its dialog. */
export function reasonOf(e: unknown): string {
  if (!(e instanceof ApiError)) return String(e);
  return [e.problem.title, ...new Set((e.problem.fields ?? []).filter((f) => f.code !== 'stage.missing').map((f) => f.message))].join(
    ' · ',
  );
}

/** useStageDrop keeps the board's cards and moves one to another stage: at once on screen, back where it was if the server refuses. */
export function useStageDrop(wire: Wire[], query: Search) {
  const { t } = useTranslation('project');
  const { message, notification } = App.useApp();
  const client = useQueryClient();
  const name = useLaneName();
  const today = useMe()?.today ?? '';
  const [moved, setMoved] = useState<Record<string, string>>({});
  const [seen, setSeen] = useState<Record<string, Item[]>>({});
  const [gate, setGate] = useState<{ id: string; name: string; to: string }>();

  const key = JSON.stringify(query);
  const own = wire.map((l) => ({ ...l, all: [...l.items, ...(seen[`${key} ${l.stage} ${l.next}`] ?? [])] }));
  const everything = own.flatMap((l) => l.all.map((p) => ({ p, stage: l.stage })));
  const at = (id: string) => moved[id] ?? everything.find((x) => x.p.id === id)?.stage;
  const lanes: LaneView[] = own.map((l) => ({
    ...l,
    cards: [
      ...everything.filter((x) => moved[x.p.id] === l.stage && x.stage !== l.stage).map((x) => x.p),
      ...l.all.filter((p) => at(p.id) === l.stage),
    ],
  }));
  const refresh = () => Promise.all(['projects', 'project', 'stage'].map((k) => client.invalidateQueries({ queryKey: [k] })));
  const send = (id: string, version: number, body: Schemas['StageMove']) =>
    api.POST('/projects/{id}/stage-events', {
      params: { path: { id }, header: { 'If-Match': etag(version) } },
      body,
    });

  async function undo(p: Item, version: number, event: string) {
    try {
      must(await send(p.id, version, { id: newId(), corrects: event, void: true, note: t('board.undoNote') }));
      void message.success(t('board.undone', { name: p.name }));
    } catch (e) {
      void message.error(reasonOf(e), 6);
    }
    await refresh();
  }

  async function drop(id: string, to: string): Promise<string> {
    const p = everything.find((x) => x.p.id === id)?.p;
    if (!p) return '';
    if (to === 'NONE') {
      const refused = t('common:carry.refused', { name: p.name, reason: t('board.noneRefuses') });
      void message.info(refused, 6);
      return refused;
    }
    setMoved((m) => ({ ...m, [id]: to }));
    const event = newId();
    let said: string;
    try {
      const after = must(await send(id, p.version, { id: event, code: to, occurred_on: today }));
      await refresh();
      said = t('common:carry.moved', { name: p.name, place: name(to) });
      notification.success({
        key: id,
        title: said,
        duration: 10,
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy(id);
              void undo(p, after.version, event);
            }}
          >
            {t('common:undo')}
          </Button>
        ),
      });
    } catch (e) {
      said = t('common:carry.refused', { name: p.name, reason: reasonOf(e) });
      if (e instanceof ApiError && e.problem.code === 'stage.gate') setGate({ id, name: p.name, to });
      else void message.error(said, 8);
      if (e instanceof ApiError && e.status === 412) await refresh();
    }
    setMoved(({ [id]: _, ...rest }) => rest);
    return said;
  }

  return {
    lanes,
    gate,
    drop,
    closeGate: () => setGate(undefined),
    card: (id: string) => everything.find((x) => x.p.id === id)?.p,
    laneOf: at,
    waiting: (id: string) => id in moved,
    see: (lane: Wire, items: Item[]) => setSeen((s) => ({ ...s, [`${key} ${lane.stage} ${lane.next}`]: items })),
  };
}
