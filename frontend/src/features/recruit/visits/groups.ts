import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { groupingOf } from '@/shared/ui/list/groupingOf';
import type { Grouping } from '@/shared/ui/list/types';

/** useVisitGroups returns how visits can be grouped. */
export function useVisitGroups(): Grouping {
  const { t } = useTranslation('visit');
  return groupingOf(
    [
      { key: 'state', label: t('state') },
      { key: 'unit', label: t('people:unit') },
      { key: 'owner', label: t('owner') },
      { key: 'leader', label: t('leader') },
    ],
    async (by, query) => must(await api.GET('/visits/groups', { params: { query: { ...query, by } } })).items,
    (by, g) => (by === 'state' ? t(`enums:visitState.${g.key}`) : g.name || t(`without.${by}`)),
  );
}
