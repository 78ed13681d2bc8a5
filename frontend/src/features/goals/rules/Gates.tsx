import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useSeenName } from '@/shared/ui/ruleNames';
import { stages } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { EditGate } from './EditGate';
import type { Gate, GateNeed } from './gateForm';
import './gates.css';

/** Gates shows what each stage asks for, what a reason may stand for, and what does not count. */
export function Gates() {
  const { t } = useTranslation('rules');
  const seen = useSeenName();
  const gates = useQuery({ queryKey: ['gates'], queryFn: async () => must(await api.GET('/gates')) });
  if (gates.isPending) return <Loading />;
  if (gates.isError) return <Failed error={gates.error} retry={() => gates.refetch()} />;
  const held = gates.data;
  const of = (stage: string): Gate => held.items.find((g) => g.stage === stage) ?? { stage, needs: [], equipment: [], not_counted: [] };
  return (
    <>
      <p className="muted gates-note">
        {t('gatesNote')} {held.version > 1 ? t('gatesVersion', { v: held.version }) : t('gatesStandard')}
      </p>
      <ul className="gates-of">
        {stages.slice(1).map((stage) => {
          const g = of(stage);
          return (
            <li key={stage}>
              <h3>{t(`enums:stage.${stage}`)}</h3>
              <div>
                <Asked needs={g.needs} />
                {g.equipment.length > 0 && (
                  <>
                    <p className="small muted">{t('equipmentAsked')}</p>
                    <Asked needs={g.equipment} />
                  </>
                )}
                {g.not_counted.length > 0 && (
                  <p className="small muted">
                    {t('notCounted')}：{g.not_counted.map(seen).join('、')}
                  </p>
                )}
              </div>
              <EditGate gate={g} held={held} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Asked({ needs }: { needs: GateNeed[] }) {
  const { t } = useTranslation('rules');
  const papers = (kinds: string[]) => kinds.map((k) => t(`enums:evidence.${k}`)).join(t('project:or'));
  const one = (n: GateNeed) =>
    n.field ? t(`enums:field.${n.field}`) : n.visit ? t('project:visit') : papers(n.evidence ? [n.evidence] : n.any_of);
  const unless = (n: GateNeed) =>
    n.instead.length > 0
      ? t('insteadSaid', { papers: n.instead.map((k) => t(`enums:evidence.${k}`)).join('、') })
      : n.reasoned
        ? t('reasonSaid')
        : '';
  if (needs.length === 0) return <p className="muted">{t('nothingAsked')}</p>;
  return (
    <ul className="asked">
      {needs.map((n) => (
        <li key={`${n.field}${n.evidence}${n.any_of}${n.visit}`}>
          {one(n)}
          <span className="muted">{unless(n)}</span>
        </li>
      ))}
    </ul>
  );
}
