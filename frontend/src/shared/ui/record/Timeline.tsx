import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { Failed, Loading, Nothing } from '../State';
import { Line } from './Line';
import type { SubjectKind } from './subject';
import './timeline.css';

type Kind = NonNullable<NonNullable<paths['/timeline']['get']['parameters']['query']>['kind']>;
type paths = import('@/shared/api/schema.gen').paths;

const kinds = ['visit', 'stage', 'file', 'progress', 'change', 'fund', 'problem'] as const satisfies readonly Kind[];

/** Timeline shows what happened to a record, newest first, of one kind or all; which kind is in the address. */
export function Timeline({ kind, id, short }: { kind: SubjectKind; id: string; short?: boolean }) {
  const { t } = useTranslation('record');
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const line = short ? undefined : kinds.find((k) => k === search.line);
  const list = useInfiniteQuery({
    queryKey: ['timeline', kind, id, line ?? '', short ?? false],
    queryFn: async ({ pageParam }) =>
      must(
        await api.GET('/timeline', {
          params: { query: { subject_kind: kind, subject_id: id, limit: short ? 5 : 20, kind: line, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: (before) => before,
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} retry={() => list.refetch()} />;
  const entries: Schemas['TimelineEntry'][] = list.data.pages.flatMap((p) => p.items);
  return (
    <>
      {!short && <Kinds kind={kind} id={id} now={line} />}
      {entries.length === 0 && <Nothing text={t('nothingYet')} />}
      <ol className="timeline">
        {entries.map((e) => (
          <Line key={e.id} entry={e} on={kind} />
        ))}
      </ol>
      {!short && list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('common:more')}
        </Button>
      )}
    </>
  );
}

function Kinds({ kind, id, now }: { kind: SubjectKind; id: string; now?: Kind }) {
  const { t } = useTranslation('record');
  const navigate = useNavigate();
  const counts = useQuery({
    queryKey: ['timeline', kind, id, 'counts'],
    queryFn: async () => must(await api.GET('/timeline/counts', { params: { query: { subject_kind: kind, subject_id: id } } })),
  });
  const go = (line?: Kind) => void navigate({ to: '.', search: (s: object) => ({ ...s, line }), replace: true, resetScroll: false });
  return (
    <fieldset className="line-kinds" aria-label={t('lines')}>
      <button type="button" aria-pressed={now === undefined} onClick={() => go()}>
        {t('common:allKinds')} <span className="num">{counts.data?.all ?? ''}</span>
      </button>
      {kinds
        .filter((k) => k === now || (counts.data?.kinds[k] ?? 0) > 0)
        .map((k) => (
          <button key={k} type="button" aria-pressed={now === k} onClick={() => go(k)}>
            {t(`line.${k}`)} <span className="num">{counts.data?.kinds[k] ?? 0}</span>
          </button>
        ))}
    </fieldset>
  );
}
