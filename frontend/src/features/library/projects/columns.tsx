import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { shownDay } from '@/shared/lib/eventDay';
import { useMe } from '@/shared/session/me';
import { Light } from '@/shared/ui/Light';
import type { Column } from '@/shared/ui/ListPage';
import { Ago, Amount, Blank, Name, Text } from '@/shared/ui/list/Cells';
import { Day, Due, StageBar } from '@/shared/ui/Show';

type Item = Schemas['ProjectItem'];

/** useProjectColumns are the columns of the project list; fields name what of an export each one shows. */
export function useProjectColumns(): Column<Item>[] {
  const { t, i18n } = useTranslation('project');
  // English words are longer, the names of projects are not.
  const spare = i18n.language === 'zh-CN' ? 0 : 16;
  const today = useMe()?.today ?? '';
  return [
    {
      title: t('name'),
      key: 'name',
      sort: 'name',
      width: 254 - 2 * spare,
      fixed: 'start',
      fields: ['name', 'code'],
      render: (p) => <Name to="/projects" id={p.id} name={p.name} small={p.code} />,
    },
    { title: t('kind'), key: 'kind', width: 76 + spare, fields: ['kind'], render: (p) => (p.kind ? t(`enums:kind.${p.kind}`) : <Blank />) },
    {
      title: t('list:inWan', { name: t('total') }),
      key: 'total',
      sort: 'total_investment',
      width: 126 + spare,
      align: 'end',
      fields: ['total_investment'],
      render: (p) => <Amount yuan={p.total_investment} />,
    },
    {
      title: t('stage'),
      key: 'stage',
      sort: 'stage',
      width: 112,
      fields: ['stage'],
      render: (p) => <StageBar stage={p.stage} denied={p.denied} />,
    },
    { title: t('light'), key: 'light', width: 78, fields: ['light'], render: (p) => (p.light ? <Light colour={p.light} /> : <Blank />) },
    { title: t('leaders'), key: 'leaders', width: 90, fields: ['leader'], render: (p) => <Text text={p.leaders} /> },
    { title: t('responsible'), key: 'unit', width: 102, fields: ['responsible_unit'], render: (p) => <Text text={p.responsible_unit} /> },
    { title: t('host'), key: 'host', width: 84, fields: ['host_area'], render: (p) => <Text text={p.host_unit} /> },
    {
      title: t('latest'),
      key: 'updated',
      sort: 'updated_at',
      width: 104,
      fields: ['updated_on'],
      render: (p) => <Ago date={p.updated_on} today={today} />,
    },
    {
      title: t('plannedStart'),
      key: 'planned',
      sort: 'planned_start',
      width: 112,
      fields: ['planned_start'],
      render: (p) => <PlannedStart p={p} />,
    },
    { title: t('status'), key: 'status', width: 84, off: true, fields: ['status'], render: (p) => t(`enums:status.${p.status}`) },
    { title: t('client'), key: 'client', width: 180, off: true, fields: ['investor'], render: (p) => <Text text={p.client_name} /> },
    {
      title: t('signed'),
      key: 'signed',
      sort: 'signed_on',
      width: 104,
      off: true,
      fields: ['signed_on'],
      render: (p) => (p.signed_on ? <Day date={shownDay(p.signed_on)} /> : <Day />),
    },
    {
      title: t('completeness'),
      key: 'completeness',
      sort: 'completeness',
      width: 96,
      align: 'end',
      off: true,
      fields: ['completeness'],
      render: (p) => <span className="money">{p.completeness}</span>,
    },
  ];
}

// Working days from which on a planned start is near: about a month.
const soon = 22;

/** PlannedStart is the day a project is to begin, with the working days it is late or has left, where it has not begun. */
function PlannedStart({ p }: { p: Item }) {
  const today = useMe()?.today;
  return <Due date={p.planned_start} left={p.start_left} today={today} soon={soon} />;
}
