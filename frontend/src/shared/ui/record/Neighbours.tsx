import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useKeys } from '@/shared/lib/keys';
import { type ListNeighbours, readNeighbours, saveNeighbours } from '../list/listNeighbours';
import { pages, type SubjectKind } from './subject';

/** Neighbours shows a record's position in the list as it was last filtered, and steps to the previous and the next record by buttons or [ and ]. */
export function Neighbours({ kind, id }: { kind: SubjectKind; id: string }) {
  const { t } = useTranslation('list');
  const navigate = useNavigate();
  const list = `${kind}s`;
  const [trail, setTrail] = useState(() => readNeighbours(list));
  const at = trail?.ids.indexOf(id) ?? -1;
  const open = (to: string | undefined) => to && void navigate({ to: `${pages[kind]}/${to}` });
  const prev = at > 0 ? () => open(trail?.ids[at - 1]) : undefined;
  const rest = trail !== undefined && at >= 0 && (at + 1 < trail.ids.length || trail.next !== '');
  async function next() {
    if (!trail) return;
    if (at + 1 < trail.ids.length) return open(trail.ids[at + 1]);
    // The list goes on where its last page ended.
    const page = await further(kind, trail);
    const longer = { ...trail, ids: [...trail.ids, ...page.items.map((p) => p.id)], next: page.next };
    saveNeighbours(list, longer);
    setTrail(longer);
    open(longer.ids[at + 1]);
  }
  useKeys({ '[': prev, ']': rest ? () => void next() : undefined });
  if (!trail || at < 0) return null;
  const place = { at: at + 1, n: trail.ids.length };
  return (
    <span className="neighbours">
      <span className="small muted">{trail.next ? t('ofTrailMore', place) : t('ofTrail', place)}</span>
      <Button
        type="text"
        size="small"
        icon={<UpOutlined />}
        disabled={!prev}
        onClick={prev}
        aria-keyshortcuts="["
        aria-label={t('prevRecord')}
        title="["
      />
      <Button
        type="text"
        size="small"
        icon={<DownOutlined />}
        disabled={!rest}
        onClick={() => void next()}
        aria-keyshortcuts="]"
        aria-label={t('nextRecord')}
        title="]"
      />
    </span>
  );
}

async function further(kind: SubjectKind, trail: ListNeighbours): Promise<{ items: { id: string }[]; next: string }> {
  const query = { ...trail.terms, limit: 50, cursor: trail.next };
  return must(await api.GET(pages[kind], { params: { query } }));
}
