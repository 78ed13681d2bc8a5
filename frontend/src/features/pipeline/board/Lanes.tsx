import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { DragDrop } from '@/shared/ui/DragDrop';
import type { Search } from '@/shared/ui/list/types';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { Face } from './Card';
import { GateDialog } from './GateDialog';
import { Lane } from './Lane';
import { useLaneName } from './useLaneName';
import { useStageDrop } from './useStageDrop';
import './board.css';

/** Lanes shows a filter's projects by stage; what is dropped on another stage is moved there, if the gate lets it. */
export default function Lanes({ terms }: { terms: Search }) {
  const { t } = useTranslation('project');
  const board = useQuery({
    queryKey: ['projects', 'board', terms],
    queryFn: async () => must(await api.GET('/projects/board', { params: { query: terms } })).lanes,
    placeholderData: (before) => before,
  });
  if (board.isPending) return <Loading />;
  if (board.isError) return <Failed error={board.error} retry={() => board.refetch()} />;
  const count = board.data.reduce((n, l) => n + l.count, 0);
  return (
    <>
      <p className="small muted shape-note">{t('board.total', { n: count })}</p>
      {count === 0 ? <Nothing /> : <Stages lanes={board.data} query={terms} />}
    </>
  );
}

function Stages({ lanes, query }: { lanes: Parameters<typeof useStageDrop>[0]; query: Search }) {
  const { t } = useTranslation('project');
  const may = useMay()('stage.move');
  const name = useLaneName();
  const d = useStageDrop(lanes, query);
  const shown = d.lanes.filter((l) => l.stage !== 'NONE' || l.count > 0 || l.cards.length > 0);
  const targets = shown.map((l) => l.stage).filter((s) => s !== 'NONE');
  return (
    <DragDrop
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
    </DragDrop>
  );
}
