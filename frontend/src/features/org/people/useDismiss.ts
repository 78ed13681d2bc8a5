import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, api, etag, must, type Schemas } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import { useUndo } from '@/shared/ui/undo/useUndo';

type Person = Schemas['PersonOut'];

/** useDismiss ends a post today, and offers to take that back. */
export function useDismiss(): (p: Person, post: Person['posts'][number]) => Promise<void> {
  const { t } = useTranslation('people');
  const { message } = App.useApp();
  const me = useMe();
  const client = useQueryClient();
  const offer = useUndo();
  const fresh = () => client.invalidateQueries({ queryKey: ['people'] });
  return async (p, post) => {
    const target = (version: number) => ({ path: { id: post.id }, header: { 'If-Match': etag(version) } });
    try {
      const ended = must(await api.PUT('/posts/{id}/end', { params: target(post.version), body: { to_on: me?.today ?? '' } }));
      await fresh();
      offer({
        text: t('dismissed', { name: p.name, post: `${post.unit_name} ${t(`enums:role.${post.role}`)}` }),
        undo: async () => {
          const body = post.to_on ? { to_on: post.to_on } : {};
          must(await api.POST('/posts/{id}/reinstate', { params: target(ended.version), body }));
          await fresh();
          return { text: t('list:takenBack') };
        },
      });
    } catch (e) {
      void message.error(e instanceof ApiError ? e.problem.title : t('common:error'));
    }
  };
}
