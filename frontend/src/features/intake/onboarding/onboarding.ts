import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';

export type Step = Schemas['FirstStepOut'];

export const onboardingQuery = queryOptions({
  queryKey: ['onboarding'],
  queryFn: async () => must(await api.GET('/onboarding', {})),
});

/** useOnboarding returns the first steps to those who are led through them, and to nobody else; while a sample is being loaded it looks again each second. */
export function useOnboarding() {
  const may = useMay();
  const led = may('unit.manage') || may('role.grant') || may('rule.manage');
  return useQuery({
    ...onboardingQuery,
    enabled: led,
    // What was counted before a step was done is no answer after it.
    staleTime: 0,
    refetchInterval: (q) => (q.state.data?.sample.state === 'loading' ? 1000 : false),
  });
}

const dismissed = 'onboarding.dismissed';

/** useDismissed reports whether the person wants to be led no more, remembered with the person. */
export function useDismissed() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['preference', dismissed],
    queryFn: async () => must(await api.GET('/account/preferences/{key}', { params: { path: { key: dismissed } } })).value === 'yes',
  });
  const set = async (yes: boolean) => {
    must(await api.PUT('/account/preferences/{key}', { params: { path: { key: dismissed } }, body: { value: yes ? 'yes' : '' } }));
    client.setQueryData(['preference', dismissed], yes);
  };
  return { pending: query.isPending, dismissed: query.data ?? false, set };
}

/** useUnderway is the step that somebody set out to do from the list of first steps. */
export const useUnderway = create<{ step: string; begin: (step: string) => void }>((set) => ({
  step: '',
  begin: (step) => set({ step }),
}));

/** ways lead from a step to the screen where it is done. */
export const ways: Record<string, { to: string; search?: Record<string, string> }> = {
  units: { to: '/units', search: { new: '1' } },
  people: { to: '/people', search: { new: '1' } },
  roles: { to: '/people' },
  import: { to: '/imports' },
  lead: { to: '/leads', search: { new: '1' } },
};
