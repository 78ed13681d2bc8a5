import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import type { Grouping } from '@/shared/ui/list/types';

/** useEnterpriseGroups says by what enterprises are put together. */
export function useEnterpriseGroups(): Grouping {
  const { t } = useTranslation('enterprise');
  return {
    by: [
      { key: 'state', label: t('state') },
      { key: 'industry', label: t('industry') },
      { key: 'host', label: t('host') },
      { key: 'unit', label: t('unit') },
    ],
    load: async (by, query) => must(await api.GET('/enterprises/groups', { params: { query: { ...query, by: by as 'state' } } })).items,
    name: (by, g) => {
      if (g.key === '') return t(`without.${by}`);
      return by === 'state' ? t(`enums:operating.${g.key}`) : g.name || g.key;
    },
  };
}
