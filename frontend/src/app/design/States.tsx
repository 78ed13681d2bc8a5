import { Alert, Button, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Schemas } from '@/shared/api/client';
import { Light } from '@/shared/ui/Light';
import { Line } from '@/shared/ui/record/Line';
import '@/shared/ui/record/timeline.css';
import { StageBar } from '@/shared/ui/Show';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { Sample } from './Sample';
import { today } from './today';

const Chart = lazy(() => import('@/shared/ui/chart/Chart'));

const failure = new ApiError({ type: 'about:blank', title: '—', status: 403, code: 'actor.right_missing', request_id: '01a21099-8bec' });

const entries = ['stage.move', 'note.problem', 'visit.complete', 'project.update'].map((action): Schemas['TimelineEntry'] => ({
  id: action,
  at: `${today}T02:30:00Z`,
  occurred_on: today,
  action,
  actor_name: 'system.import',
  source_kind: 'project',
  source_id: action,
  title: '',
  changes: [],
  details: action === 'stage.move' ? { to: 'SIGNED' } : {},
}));

const curve = {
  grid: { left: 40, right: 16, top: 12, bottom: 24 },
  xAxis: { type: 'value' },
  yAxis: { type: 'value', max: 100 },
  series: [
    { type: 'line', step: 'end', data: [[0, 0], [3, 12], [6, 24], [12, 41], [20, 55]] }, // biome-ignore format: points of one line
    { type: 'line', step: 'end', data: [[0, 0], [5, 6], [11, 14], [20, 18]] }, // biome-ignore format: points of one line
  ],
};

/** States is lists and charts while they are read, empty, failed, and there. */
export function States() {
  const { t } = useTranslation();
  return (
    <>
      <Sample name="Loading">
        <Loading />
        <Skeleton paragraph={{ rows: 2 }} />
      </Sample>
      <Sample name="Failed">
        <Failed error={failure} retry={() => undefined} />
        <Failed error={new Error()} />
      </Sample>
      <Sample name="Nothing">
        <Nothing action={<Button type="primary">{t('new')}</Button>} />
      </Sample>
      <Sample name="Alert">
        {(['success', 'info', 'warning', 'error'] as const).map((type) => (
          <Alert key={type} type={type} showIcon title={t('saved')} />
        ))}
      </Sample>
      <Sample name="list">
        <ul className="list">
          {(['red', 'yellow', 'green', 'none'] as const).map((colour) => (
            <li key={colour}>
              <span className="two">
                <b>{t(`enums:colour.${colour}`)}</b>
                <span className="small">{t('enums:reason.silent')}</span>
              </span>
              <StageBar stage="SIGNED" />
              <Light colour={colour} />
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="gate">
        <div className="gate">
          <b>{t('project:missing', { n: 1 })}</b>
          <span className="need met">{t('enums:evidence.contract')}</span>
          <span className="need">{t('enums:evidence.site_photo')}</span>
        </div>
      </Sample>
      <Sample name="timeline">
        <ol className="timeline">
          {entries.map((e) => (
            <Line key={e.id} entry={e} on="project" />
          ))}
        </ol>
      </Sample>
      <Sample name="Chart">
        <div style={{ width: 420 }}>
          <Suspense fallback={<Loading />}>
            <Chart option={curve} label={t('chart')} height={200} />
          </Suspense>
        </div>
      </Sample>
    </>
  );
}
