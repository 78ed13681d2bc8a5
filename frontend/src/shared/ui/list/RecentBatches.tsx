import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { addDays, clock, dateTime } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import { Failed, Loading, Nothing } from '../State';
import type { BatchAnswer } from './batch';
import { useBatchWords } from './batchWords';
import './recentBatches.css';

type Made = Schemas['MadeBatchOut'];

/** RecentBatches is one's own latest batches of all lists: what each did, until when it can be taken back, and that it was. */
export default function RecentBatches({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('list');
  const read = useQuery({ queryKey: ['batches'], queryFn: async () => must(await api.GET('/batches', {})).items, enabled: open });
  return (
    <Drawer title={t('recent')} open={open} onClose={onClose} size={480} destroyOnHidden>
      {read.isPending && <Loading />}
      {read.isError && <Failed error={read.error} retry={() => read.refetch()} />}
      {read.data?.length === 0 && <Nothing text={t('recentNone')} />}
      {read.data && read.data.length > 0 && (
        <ul className="made-batches">
          {read.data.map((b) => (
            <One key={b.id} b={b} />
          ))}
        </ul>
      )}
    </Drawer>
  );
}

function One({ b }: { b: Made }) {
  const { t } = useTranslation('list');
  const { message } = App.useApp();
  const client = useQueryClient();
  const words = useBatchWords();
  const when = useWhen();
  const [busy, setBusy] = useState(false);
  const [back, setBack] = useState<BatchAnswer>();
  async function undo() {
    setBusy(true);
    try {
      setBack(must(await api.POST('/batches/{id}/undo', { params: { path: { id: b.id } } })));
      const keys = ['batches', b.kind, `${b.kind}s`, 'desk', 'calendar', 'timeline'];
      await Promise.all(keys.map((k) => client.invalidateQueries({ queryKey: [k] })));
    } catch (e) {
      void message.error(e instanceof ApiError ? e.problem.title : t('common:error'));
    } finally {
      setBusy(false);
    }
  }
  const counts = t('recentCounts', { list: t(`enums:subject.${b.kind}`), n: b.changed });
  return (
    <li className="made-batch">
      <div className="made-head">
        <b>
          {counts}
          {b.passed > 0 && t('willPass', { n: b.passed })}
        </b>
        <time dateTime={b.made_at} className="small muted num">
          {when(b.made_at)}
        </time>
      </div>
      <ul className="made-set">
        {b.set.map((s) => {
          const w = words(b.kind, s);
          return (
            <li key={s.field}>
              <span className="muted">{w.label}</span> → {w.value}
            </li>
          );
        })}
      </ul>
      <div className="made-foot">
        {b.undoable && !back ? (
          <>
            <span className="small muted">{t('undoUntil', { at: when(b.undo_until) })}</span>
            <Button size="small" loading={busy} onClick={undo} aria-label={t('undoOf', { what: counts })}>
              {t('common:undo')}
            </Button>
          </>
        ) : (
          <span className="small muted" role="status">
            {outcomeText(b, when, t)}
          </span>
        )}
      </div>
      {back && back.skipped.length > 0 && (
        <div className="made-left" role="status">
          <p className="small">{t('leftAsIs')}</p>
          <ul className="list small">
            {back.skipped.map((s) => (
              <li key={s.id}>
                <span>{s.title || '—'}</span>
                <span className="muted">{[t(`why.${s.reason}`), s.message].filter(Boolean).join('：')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** outcomeText describes what became of a batch that can no longer be undone. */
function outcomeText(b: Made, when: (at: string) => string, t: (key: string, options?: Record<string, unknown>) => string): string {
  if (b.undone_at) {
    const left = b.changed - b.put_back;
    return [t('undoneAt', { at: when(b.undone_at), n: b.put_back }), left > 0 && t('undoneLeft', { n: left })].filter(Boolean).join('，');
  }
  return t(b.changed === 0 ? 'nothingChanged' : 'tooOld');
}

/** useWhen returns a function that writes an instant by today, tomorrow or yesterday where it is one of them. */
function useWhen(): (at: string) => string {
  const { t } = useTranslation();
  const today = useMe()?.today ?? '2026-01-01';
  return (at) => {
    const day = dateTime(at).slice(0, 10);
    const near: Record<string, string> = { [today]: t('today'), [addDays(today, 1)]: t('tomorrow'), [addDays(today, -1)]: t('yesterday') };
    return `${near[day] ?? day} ${clock(at)}`;
  };
}
