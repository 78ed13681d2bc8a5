import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/shared/api/client';

/** settingsQuery is what one wants to be told, how early, when and where. */
export const settingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: async () => must(await api.GET('/account/notices', {})),
  staleTime: 60_000,
});
