import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must } from '@/shared/api/client';
import { Carry } from '@/shared/ui/Carry';
import { QueryForm, type Search } from '@/shared/ui/ListPage';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { Face } from './Card';
import { useProjectFilters } from './filters';
import { GateDialog } from './GateDialog';
import { Lane, useLaneName } from './Lane';
import { useStageDrop } from './stageDrop';
import { Views } from './Views';
import './board.css';
import { Help } from '@/shared/ui/Help';

/** Board shows a filter's projects by stage; what is dropped on another stage is moved there, if the gate lets it. */
export default function Board() {
  const { t } = useTranslation('project');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = useProjectFilters();
  const query = boardQuery(search);
  const board = useQuery({
    queryKey: ['projects', 'board', query],
    queryFn: async () => must(await api.GET('/projects/board', { params: { query } })).lanes,
    placeholderData: (before) => before,
  });
  const go = (next: Search) => navigate({ to: '.', search: next });
  const lanes = board.data ?? [];
  const count = lanes.reduce((n, l) => n + l.count, 0);
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('nav:board')} <span className="muted small">{board.isSuccess && t('board.total', { n: count })}</span> <Help topic="stages" />
        </h1>
        <Views search={search} />
      </div>
      <QueryForm filters={filters} terms={query} go={go} reset={() => go({})} />
      {board.isPending && <Loading />}
      {board.isError && <Failed error={board.error} retry={() => board.refetch()} />}
      {board.isSuccess && count === 0 && <Nothing action={<Button onClick={() => go({})}>{t('common:clear')}</Button>} />}
      {count > 0 && <Lanes lanes={lanes} query={query} />}
    </div>
  );
}

export type Query = Record<string, string | undefined>;

/** boardQuery is what of the address narrows projects. */
function boardQuery(search: Search): Query {
  return Object.fromEntries(Object.entries(search).filter(([k, v]) => v && k !== 'new' && k !== 'cursor'));
}

function Lanes({ lanes, query }: { lanes: Parameters<typeof useStageDrop>[0]; query: Query }) {
  const { t } = useTranslation('project');
  const may = useMay()('stage.move');
  const name = useLaneName();
  const d = useStageDrop(lanes, query);
  const shown = d.lanes.filter((l) => l.stage !== 'NONE' || l.count > 0 || l.cards.length > 0);
  const targets = shown.map((l) => l.stage).filter((s) => s !== 'NONE');
  return (
    <Carry
      name={(id) => d.card(id)?.name ?? ''}
      place={name}
      home={(id) => d.laneOf(id) ?? ''}
      next={(at, key) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
        return step === undefined ? undefined : targets[targets.indexOf(at) + step];
      }}
      drop={d.drop}
      overlay={(id) => {
        const p = d.card(id);
        return p && <Face p={p} />;
      }}
    >
      <section className="lanes" aria-label={t('board.region')}>
        {shown.map((l) => (
          <Lane key={l.stage} lane={l} query={query} can={may} waiting={d.waiting} onSeen={d.see} />
        ))}
      </section>
      {d.gate && <GateDialog {...d.gate} onClose={d.closeGate} />}
    </Carry>
  );
}
