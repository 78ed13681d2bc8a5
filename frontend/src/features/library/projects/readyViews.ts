import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import type { Ready } from '@/shared/ui/list/types';

/** useReadyViews returns the views of projects that everybody has, with how many each holds within the own scope. */
export function useReadyViews(): Ready[] {
  const { t } = useTranslation('project');
  const views = useQuery({
    queryKey: ['projects', 'ready'],
    queryFn: async () => must(await api.GET('/projects/ready-views')).items,
    staleTime: 60_000,
  });
  return (views.data ?? []).map((v) => ({
    key: v.key,
    name: t(`readyView.${v.key}`),
    terms: v.query,
    count: `${v.count.toLocaleString('en-US')}${v.capped ? '+' : ''}`,
  }));
}
