import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { groupingOf } from '@/shared/ui/list/groupingOf';
import type { Grouping } from '@/shared/ui/list/types';

/** useClientGroups returns how clients can be grouped. */
export function useClientGroups(): Grouping {
  const { t } = useTranslation('client');
  return groupingOf(
    [
      { key: 'unit', label: t('unit') },
      { key: 'owner', label: t('owner') },
      { key: 'class', label: t('class') },
    ],
    async (by, query) => must(await api.GET('/clients/groups', { params: { query: { ...query, by } } })).items,
    (by, g) => {
      if (g.key === '') return t(`without.${by}`);
      return by === 'class' ? t(`enums:investor.${g.key}`) : g.name;
    },
  );
}
