import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import i18n from 'i18next';
import { api } from '@/shared/api/client';
import { forget } from '@/shared/offline/queryPersistence';
import { useLook } from '@/shared/theme';

export const themes = ['light', 'dark', 'system'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const languages = [
  { key: 'zh-CN', name: 'chinese' },
  { key: 'en-US', name: 'english' },
] as const;

/** speak changes the language on this machine. */
export function speak(language: string) {
  localStorage.setItem('sangu.language', language);
  void i18n.changeLanguage(language);
}

/** useSignOut ends the session and leaves nothing of the person on the machine. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await api.DELETE('/session', {});
    client.clear();
    await forget();
    useLook.getState().reset();
    void navigate({ to: '/login' });
  };
}
