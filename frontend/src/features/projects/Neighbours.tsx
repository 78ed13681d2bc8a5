import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useKeys } from '@/shared/lib/keys';
import { leaveTrail, trailOf } from '@/shared/ui/list/trail';

/** Neighbours goes to the previous and the next project inside the filter that the list last had, by buttons or [ and ]. */
export function Neighbours({ id }: { id: string }) {
  const { t } = useTranslation('list');
  const navigate = useNavigate();
  const [trail, setTrail] = useState(() => trailOf('projects'));
  const at = trail?.ids.indexOf(id) ?? -1;
  const open = (to: string | undefined) => to && void navigate({ to: '/projects/$id', params: { id: to } });
  const prev = at > 0 ? () => open(trail?.ids[at - 1]) : undefined;
  const rest = trail !== undefined && at >= 0 && (at + 1 < trail.ids.length || trail.next !== '');
  async function next() {
    if (!trail) return;
    if (at + 1 < trail.ids.length) return open(trail.ids[at + 1]);
    // The list goes on where its last page ended.
    const page = must(await api.GET('/projects', { params: { query: { ...trail.terms, limit: 50, cursor: trail.next } } }));
    const longer = { ...trail, ids: [...trail.ids, ...page.items.map((p) => p.id)], next: page.next };
    leaveTrail('projects', longer);
    setTrail(longer);
    open(longer.ids[at + 1]);
  }
  useKeys({ '[': prev, ']': rest ? () => void next() : undefined });
  if (!trail || at < 0) return null;
  const place = { at: at + 1, n: trail.ids.length };
  return (
    <span className="actions small muted">
      {trail.next ? t('ofTrailMore', place) : t('ofTrail', place)}
      <Button size="small" disabled={!prev} onClick={prev} aria-keyshortcuts="[">
        {t('prevRecord')}
      </Button>
      <Button size="small" disabled={!rest} onClick={() => void next()} aria-keyshortcuts="]">
        {t('nextRecord')}
      </Button>
    </span>
  );
}
