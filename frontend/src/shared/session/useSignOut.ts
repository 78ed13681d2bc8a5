import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '@/shared/api/client';
import { forgetEverything } from '@/shared/offline/queryPersistence';
import { useAppearance } from '@/shared/theme';

/** useSignOut returns a function that ends the session and leaves nothing of the person on this machine. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await api.DELETE('/session', {});
    client.clear();
    await forgetEverything();
    useAppearance.getState().reset();
    void navigate({ to: '/login' });
  };
}
