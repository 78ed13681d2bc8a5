import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useUndo } from '../undo/useUndo';

/** useRestore reports whether something was taken away, and offers to put it back. */
export function useRestore(): (gone: { id: string; name: string }) => void {
  const { t } = useTranslation('bin');
  const client = useQueryClient();
  const offer = useUndo();
  return ({ id, name }) =>
    offer({
      text: t('removed', { name }),
      undo: async () => {
        must(await api.POST('/recycle-bin/{id}/restore', { params: { path: { id } } }));
        await client.invalidateQueries();
        return { text: t('restored', { name }) };
      },
    });
}
