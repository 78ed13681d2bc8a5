import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { scale } from '@/shared/lib/format';
import { Failed } from '../State';
import { Amount } from './Cells';
import { saveNeighbours } from './listNeighbours';
import { Row } from './Row';
import type { Grouped, RowsProps, Shown } from './table';
import type { Group } from './types';

/** keyOfGroup is how an address names a group, that of rows which have none included. */
export const keyOfGroup = (g: Group) => g.key || '-';

type Props<T> = RowsProps<T> & { columns: Shown<T>[]; grouped: Grouped<T> };

/** GroupRows shows the heads of groups, counted and summed by the server over the whole filter; rows are read when a group is opened. */
export function GroupRows<T extends object>(p: Props<T>) {
  return p.grouped.groups.map((g) => <GroupBody key={keyOfGroup(g)} {...p} group={g} />);
}

function GroupBody<T extends object>({ group: g, ...p }: Props<T> & { group: Group }) {
  const { t } = useTranslation('list');
  const { grouped } = p;
  const key = keyOfGroup(g);
  const open = grouped.unfolded.includes(key);
  const terms = { ...grouped.terms, ...g.query };
  const list = useInfiniteQuery({
    queryKey: [grouped.queryKey, 'list', 'group', terms],
    queryFn: ({ pageParam }) => grouped.load({ ...terms, limit: 50, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    enabled: open,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const span = p.columns.length + (p.chosen ? 1 : 0);
  const trail = () => saveNeighbours(grouped.queryKey, { ids: rows.map(p.rowKey), terms, next: list.data?.pages.at(-1)?.next ?? '' });
  return (
    <tbody onFocus={trail}>
      <tr className="group-head">
        <th scope="rowgroup" colSpan={span}>
          <button type="button" aria-expanded={open} onClick={() => grouped.toggle(key)}>
            {open ? <CaretDownOutlined /> : <CaretRightOutlined />}
            <b>{grouped.name(grouped.by, g)}</b>
            <span className="num">{t('groupCount', { n: g.count.toLocaleString('en-US') })}</span>
            <GroupSum yuan={g.total} />
          </button>
        </th>
      </tr>
      {open && rows.map((r) => <Row key={p.rowKey(r)} row={r} {...p} />)}
      {open && (list.isPending || list.isError || list.hasNextPage) && (
        <tr>
          <td colSpan={span}>
            {list.isPending && <span className="muted">{t('common:loading')}</span>}
            {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
            {list.hasNextPage && (
              <Button size="small" type="text" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t('common:more')}
              </Button>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** GroupSum is what a group comes to, with its unit. */
export function GroupSum({ yuan }: { yuan: number }) {
  const { t } = useTranslation();
  if (yuan === 0) return null;
  return (
    <span className="group-sum">
      <Amount yuan={yuan} />
      {yuan < scale().yi && <span className="unit">{t('wan')}</span>}
    </span>
  );
}
