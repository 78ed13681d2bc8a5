import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Lanes } from '@/features/pipeline/board';
import type { Shape } from '@/shared/ui/list/types';
import { Loading } from '@/shared/ui/State';

const Days = lazy(() => import('./PlannedDays'));
const Areas = lazy(() => import('./Areas'));

const bodies = { board: Lanes, calendar: Days, area: Areas };

/** useShapes are the ways of showing a filter's projects. */
export function useShapes(): Shape[] {
  const { t } = useTranslation('project');
  return [
    { key: 'table', label: t('asTable'), to: '/projects' },
    ...(['board', 'calendar', 'area'] as const).map((key) => {
      const Body = bodies[key];
      return {
        key,
        label: t({ board: 'asBoard', calendar: 'asCalendar', area: 'asArea' }[key]),
        to: key === 'board' ? '/board' : '/projects',
        body: (terms: Record<string, string>) => (
          <Suspense fallback={<Loading />}>
            <Body terms={terms} />
          </Suspense>
        ),
      };
    }),
  ];
}
