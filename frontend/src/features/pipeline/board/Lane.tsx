import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { money } from '@/shared/lib/format';
import { useDropTarget } from '@/shared/ui/DragDrop';
import type { Search } from '@/shared/ui/list/types';
import { Money } from '@/shared/ui/Show';
import { Card } from './Card';
import { useLaneName } from './useLaneName';
import type { LaneView } from './useStageDrop';

type Props = {
  lane: LaneView;
  query: Search;
  can: boolean;
  waiting: (id: string) => boolean;
  /** onSeen is told the cards that were read beyond the first page. */
  onSeen: (lane: Schemas['Lane'], items: Schemas['ProjectItem'][]) => void;
};

/** Lane is one stage: how many projects, how much in sum, and cards that go on as it is scrolled. An empty one is a strip. */
export function Lane({ lane, query, can, waiting, onSeen }: Props) {
  const { t } = useTranslation('project');
  const name = useLaneName()(lane.stage);
  const place = useDropTarget(lane.stage, can);
  const rest = useRest(lane, query, onSeen);
  const sum = money(lane.total);
  const empty = lane.cards.length === 0;
  return (
    <section
      {...place.box}
      className={`lane ${empty ? 'empty' : ''} ${place.over ? 'over' : ''}`}
      aria-label={t('board.lane', { stage: name, n: lane.count, sum: `${sum.value} ${sum.unit && t(`common:${sum.unit}`)}` })}
    >
      <header>
        <h2>{name}</h2>
        <span className="money" data-testid={`count-${lane.stage}`}>
          {lane.count}
        </span>
        {!empty && (
          <span className="sum">
            <Money yuan={lane.total} />
          </span>
        )}
      </header>
      {!empty && (
        <ul>
          {lane.cards.map((p) => (
            <li key={p.id}>
              <Card p={p} can={can && !waiting(p.id)} waiting={waiting(p.id)} />
            </li>
          ))}
          {rest.more && (
            <li ref={rest.end} className="muted small end" aria-busy="true">
              {t('common:loading')}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** useRest reads a lane's further pages from the list as their end comes into sight. */
function useRest(lane: LaneView, query: Search, onSeen: Props['onSeen']) {
  const end = useRef<HTMLLIElement>(null);
  const [asked, setAsked] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ['projects', 'lane', lane.stage, query, lane.next],
    queryFn: async ({ pageParam }) =>
      must(await api.GET('/projects', { params: { query: { ...query, stage: [lane.stage], limit: 20, cursor: pageParam } } })),
    initialPageParam: lane.next,
    getNextPageParam: (last) => last.next || undefined,
    enabled: asked && lane.next !== '',
  });
  const more = lane.next !== '' && (!pages.data || pages.hasNextPage);
  const { data, hasNextPage, isFetching, fetchNextPage } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read is told once, when it was read
  useEffect(() => {
    if (data)
      onSeen(
        lane,
        data.pages.flatMap((p) => p.items),
      );
  }, [data]);
  useEffect(() => {
    if (!end.current || !more || isFetching) return;
    const watch = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting) return;
      if (!asked) setAsked(true);
      else if (hasNextPage) void fetchNextPage();
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [more, asked, isFetching, hasNextPage, fetchNextPage]);
  return { end, more };
}
