import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { useMay } from '@/shared/session/me';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import './bin.css';

type Item = Schemas['BinItem'];
const kinds = ['project', 'client', 'enterprise', 'lead', 'visit', 'contact', 'attachment', 'view'] as const;

/** RecycleBin is what one may put back, newest first. */
export default function RecycleBin() {
  const { t } = useTranslation('bin');
  const search: { kind?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const kind = kinds.find((k) => k === search.kind);
  const list = useInfiniteQuery({
    queryKey: ['bin', kind],
    queryFn: async ({ pageParam }) =>
      must(
        await api.GET('/recycle-bin', {
          params: { query: { limit: 50, ...(kind ? { kind: [kind] } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });
  const all = () => void navigate({ to: '/recycle-bin', search: {}, replace: true });
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <div className="sub">{t('about')}</div>
        </div>
        <Select
          aria-label={t('kind')}
          allowClear
          placeholder={t('allKinds')}
          style={{ width: 160 }}
          value={kind}
          onChange={(v) => void navigate({ to: '/recycle-bin', search: v ? { kind: v } : {}, replace: true })}
          options={kinds.map((k) => ({ value: k, label: t(`enums:subject.${k}`) }))}
        />
      </div>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.data && rows.length === 0 && (
        <Nothing text={t(kind ? 'noneOfKind' : 'none')} action={kind && <Button onClick={all}>{t('allKinds')}</Button>} />
      )}
      <ul className="list bin">
        {rows.map((w) => (
          <Row key={w.id} w={w} />
        ))}
      </ul>
      {list.hasNextPage && <Button onClick={() => list.fetchNextPage()}>{t('common:more')}</Button>}
    </div>
  );
}

function Row({ w }: { w: Item }) {
  const { t } = useTranslation('bin');
  const { message, modal } = App.useApp();
  const may = useMay()('record.purge');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function attempt(work: () => Promise<unknown>, said: string) {
    setBusy(true);
    try {
      await work();
      void message.success(said);
      await client.invalidateQueries();
    } catch (e) {
      void message.error(e instanceof ApiError ? e.problem.title : t('common:error'), 6);
      setBusy(false);
    }
  }
  const params = { path: { id: w.id } };
  const restore = () =>
    attempt(async () => must(await api.POST('/recycle-bin/{id}/restore', { params })), t('restored', { name: w.title }));
  const purge = () =>
    modal.confirm({
      title: t('purgeTitle', { name: w.title }),
      content: t('purgeHint'),
      okText: t('purge'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => attempt(async () => must(await api.DELETE('/recycle-bin/{id}', { params })), t('purged', { name: w.title })),
    });
  return (
    <li>
      <span className="bin-what">
        <span className="bin-title">
          <span className="small muted">{t(`enums:subject.${w.kind}`)}</span> <b>{w.title}</b>
        </span>
        <span className="small muted">{[w.reason, w.by_name, dateTime(w.at)].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="bin-acts">
        {may && w.purgeable && (
          <Button size="small" type="text" danger disabled={busy} onClick={purge}>
            {t('purge')}
          </Button>
        )}
        <Button size="small" loading={busy} onClick={restore} aria-label={t('restoreOne', { name: w.title })}>
          {t('restore')}
        </Button>
      </span>
    </li>
  );
}
