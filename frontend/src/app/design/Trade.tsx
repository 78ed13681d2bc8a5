import { useTranslation } from 'react-i18next';
import { type StagePosition, StageSteps } from '@/features/pipeline/stages';
import { Bar, Bars } from '@/shared/ui/Bars';
import { Light } from '@/shared/ui/Light';
import { Calls, SanguSign } from '@/shared/ui/SanguSign';
import { Day, Mark, Money, StageBar, stages } from '@/shared/ui/Show';
import { Sample } from './Sample';
import { today } from './today';

const project: StagePosition = {
  stage: 'PERMITTING',
  denied: '',
  stage_since: '2026-07-01',
  planned_start: '2026-10-09',
  days_left: { STARTED: -6 },
  reached: { LEAD: '2026-01-04', SIGNED: '2026-05-19', REGISTERED: '2026-06-02', PERMITTING: '2026-07-01' },
};

/** Trade is the parts that speak of stages, lights, money and calls. */
export function Trade() {
  const { t } = useTranslation('enums');
  return (
    <>
      <Sample name="Light">
        {['green', 'yellow', 'red', 'blue', 'none', 'unheard'].map((c) => (
          <Light key={c} colour={c} />
        ))}
      </Sample>
      <Sample name="StageBar">
        {[...stages, ''].map((s) => (
          <StageBar key={s} stage={s} />
        ))}
      </Sample>
      <Sample name="StageSteps">
        <div style={{ width: '100%', overflowX: 'auto' }}>
          <StageSteps project={project} />
        </div>
      </Sample>
      <Sample name="Money">
        {[null, 0, 12_345_000, 86_500_000, 1_860_000_000].map((m) => (
          <Money key={String(m)} yuan={m} />
        ))}
      </Sample>
      <Sample name="Day">
        {['', today, '2026-10-20', '2026-10-18', '2026-03-14'].map((d) => (
          <Day key={d} date={d} today={today} />
        ))}
      </Sample>
      <Sample name="Bars">
        <div style={{ width: 360 }}>
          <Bars reported={231_000_000} verified={180_000_000} scale={300_000_000} pace={0.8} />
          <Bars reported={50_000_000} verified={null} scale={300_000_000} />
        </div>
        <div style={{ width: 160 }}>
          <Bar value={20} scale={30} pace={0.5} />
        </div>
      </Sample>
      <Sample name="SanguSign, Calls">
        <SanguSign />
        {[0, 1, 2, 3, 5].map((n) => (
          <Calls key={n} n={n} />
        ))}
      </Sample>
      <Sample name="Mark">
        <Mark text={t('status.active')} />
        <Mark text={t('leadState.valid')} />
      </Sample>
    </>
  );
}
