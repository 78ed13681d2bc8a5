import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, etag, must } from '@/shared/api/client';
import { useUndo } from './useUndo';

/** useReopen reports whether a visit was ended or a lead assessed, and offers to take that back. */
export function useReopen(kind: 'lead' | 'visit'): (done: { id: string; version: number }, text: string) => void {
  const { t } = useTranslation('list');
  const client = useQueryClient();
  const offer = useUndo();
  return ({ id, version }, text) =>
    offer({
      text,
      undo: async () => {
        const params = { path: { id }, header: { 'If-Match': etag(version) } };
        if (kind === 'lead') must(await api.POST('/leads/{id}/reopen', { params }));
        else must(await api.POST('/visits/{id}/reopen', { params }));
        await Promise.all([kind, `${kind}s`, 'desk', 'calendar', 'timeline'].map((k) => client.invalidateQueries({ queryKey: [k] })));
        return { text: t('takenBack') };
      },
    });
}
