import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { clock } from '@/shared/lib/format';
import { Marked, namesOf } from './mention/Marked';
import { Failed, Loading } from './State';

export type SubjectKind = 'project' | 'client' | 'enterprise' | 'lead' | 'visit';

type Entry = Schemas['TimelineEntry'];

/** Timeline shows what happened to a record, newest first. */
export function Timeline({ kind, id }: { kind: SubjectKind; id: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['timeline', kind, id],
    queryFn: async ({ pageParam }) =>
      must(
        await api.GET('/timeline', {
          params: { query: { subject_kind: kind, subject_id: id, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} retry={() => list.refetch()} />;
  return (
    <>
      <ol className="timeline">
        {list.data.pages
          .flatMap((p) => p.items)
          .map((e) => (
            <Line key={e.id} entry={e} />
          ))}
      </ol>
      {list.hasNextPage && <Button onClick={() => list.fetchNextPage()}>{t('more')}</Button>}
    </>
  );
}

function Line({ entry }: { entry: Entry }) {
  const { t } = useTranslation('enums');
  const solid = entry.action.startsWith('stage.') || entry.action === 'visit.complete';
  return (
    <li>
      <span className="when">
        {entry.occurred_on}
        <br />
        <span className="small">{clock(entry.at)}</span>
      </span>
      <span className={`dot ${solid ? 'solid' : ''}`} />
      <span>
        <b>{t(`action.${entry.action.replaceAll('.', '_')}`)}</b> <Marked text={said(entry, t)} names={namesOf(entry.details)} />
        <br />
        <span className="small muted">{actorName(entry.actor_name, t)}</span>
      </span>
    </li>
  );
}

/** actorName gives the product's own doings a name: "system.import" is the ledger import. */
export function actorName(name: string, t: (key: string) => string): string {
  return name.startsWith('system.') ? t(`enums:actor.${name.slice(7)}`) : name;
}

/** said puts an entry's details into words: what the record itself says, in its own language. */
function said(e: Entry, t: (key: string) => string): string {
  const d = e.details;
  const text = (key: string) => (typeof d[key] === 'string' ? d[key] : '');
  if (e.action === 'stage.move')
    return [
      text('from') && t(`stage.${text('from')}`),
      '→',
      t(`stage.${text('to')}`),
      text('note'),
      text('reason') === 'ledger' ? '' : text('reason'),
    ]
      .filter(Boolean)
      .join(' ');
  if (e.action.startsWith('visit.')) return [t(`way.${text('way')}`), e.title, text('met'), text('summary')].filter(Boolean).join(' · ');
  if (e.action.startsWith('note.')) return text('text');
  if (e.action.startsWith('attachment.')) return `${t(`evidence.${text('kind')}`)} · ${text('name')}`;
  if (e.action === 'follow_up.move') return `${text('title')} ${text('from')} → ${text('to')}`;
  if (e.action === 'follow_up.finish') return text('title');
  return e.title;
}
