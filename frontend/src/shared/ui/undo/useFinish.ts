import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { useUndo } from './useUndo';

type Step = Pick<Schemas['FollowUpOut'], 'id' | 'title'> & { done_at?: string | null };

/** useFinish marks a follow-up done, or not, and offers to take that back. */
export function useFinish(): (step: Step) => Promise<void> {
  const { t } = useTranslation('list');
  const { message } = App.useApp();
  const client = useQueryClient();
  const offer = useUndo();
  const set = async (id: string, done: boolean) => {
    must(await api.PUT('/follow-ups/{id}', { params: { path: { id } }, body: { done } }));
    await Promise.all(['desk', 'calendar', 'visit', 'timeline'].map((k) => client.invalidateQueries({ queryKey: [k] })));
  };
  return async (step) => {
    const done = !step.done_at;
    try {
      await set(step.id, done);
    } catch (e) {
      void message.error(e instanceof ApiError ? e.problem.title : t('common:error'));
      return;
    }
    offer({
      text: t(done ? 'finished' : 'unfinished', { name: step.title }),
      undo: async () => {
        await set(step.id, !done);
        return { text: t('takenBack') };
      },
    });
  };
}
