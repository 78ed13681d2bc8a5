import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { clock, dateTime } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { type Notice, useNotices, useOpen } from './data';
import { about, what } from './noticeText';
import { Sign } from './Sign';
import './notices.css';

/** NoticeList is one's notices by 今天 and 更早; one opens its record and is read. */
export function NoticeList({ unread, onOpen, all }: { unread: boolean; onOpen?: () => void; all: () => void }) {
  const { t } = useTranslation('notices');
  const list = useNotices(unread);
  const today = useMe()?.today ?? '';
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} retry={() => list.refetch()} />;
  const rows = list.data.pages.flatMap((p) => p.items);
  if (rows.length === 0)
    return <Nothing text={t(unread ? 'noneUnread' : 'none')} action={unread && <Button onClick={all}>{t('showAll')}</Button>} />;
  const isToday = (n: Notice) => dateTime(n.at).slice(0, 10) >= today;
  const groups = [
    { key: 'today', rows: rows.filter(isToday) },
    { key: 'earlier', rows: rows.filter((n) => !isToday(n)) },
  ].filter((g) => g.rows.length > 0);
  return (
    <>
      {groups.map((g) => (
        <section key={g.key} aria-label={t(g.key)}>
          <h3 className="notice-day">{t(g.key)}</h3>
          <ul className="notices">
            {g.rows.map((n) => (
              <Row key={n.id} n={n} when={g.key === 'today' ? clock(n.at) : dateTime(n.at).slice(0, 10)} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <Button block type="text" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('common:more')}
        </Button>
      )}
    </>
  );
}

function Row({ n, when, onOpen }: { n: Notice; when: string; onOpen?: () => void }) {
  const { t } = useTranslation('notices');
  const open = useOpen();
  return (
    <li>
      <button
        type="button"
        className={`notice ${n.read ? 'is-read' : ''}`}
        onClick={() => {
          onOpen?.();
          open(n);
        }}
      >
        <Sign kind={n.kind} />
        <span className="notice-said">
          <span className="notice-what">{what(n, t)}</span>
          <span className="small notice-on">{[about(n, t), n.actor_name].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="small notice-when num">
          {!n.read && <span className="notice-dot" role="img" aria-label={t('unread')} />}
          {when}
        </span>
      </button>
    </li>
  );
}
