import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { useUndo } from '@/shared/ui/undo/useUndo';
import { dayQuery } from './dayQuery';

export type Day = Schemas['DeskOut'];
export type Task = Schemas['TaskOut'];
export type Decision = Schemas['DecisionOut'];

/** leadQuery is one's own leads on which nothing happens, and how this year's fared. */
export const leadQuery = queryOptions({ queryKey: ['desk', 'leads'], queryFn: async () => must(await api.GET('/desk/leads', {})) });

/** responsibleProjectsQuery is the projects that the person is to bring on. */
export const responsibleProjectsQuery = queryOptions({
  queryKey: ['desk', 'projects'],
  queryFn: async () => must(await api.GET('/desk/projects', {})),
});

/** decisionQuery is what waits for the person to decide. */
export const decisionQuery = queryOptions({
  queryKey: ['desk', 'decisions'],
  queryFn: async () => must(await api.GET('/desk/decisions', {})).groups,
});

const send = async (id: string, done: boolean) => must(await api.PUT('/follow-ups/{id}', { params: { path: { id } }, body: { done } }));

/** useTick marks a step done, or not after all: at once on the screen, with an offer to take it back. */
export function useTick(): (task: Task) => void {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const client = useQueryClient();
  const offer = useUndo();
  const tick = useMutation({
    mutationFn: ({ task, done }: { task: Task; done: boolean }) => send(task.id, done),
    onMutate: async ({ task, done }) => {
      await client.cancelQueries({ queryKey: dayQuery.queryKey });
      const before = client.getQueryData(dayQuery.queryKey);
      if (before) client.setQueryData(dayQuery.queryKey, ticked(before, task, done));
      return before;
    },
    onError: (e, _, before) => {
      if (before) client.setQueryData(dayQuery.queryKey, before);
      void message.error(e instanceof ApiError ? e.problem.title : t('common:error'));
    },
    onSettled: () => client.invalidateQueries({ queryKey: dayQuery.queryKey }),
  });
  return (task) => {
    const done = !task.done_at;
    tick.mutate(
      { task, done },
      {
        onSuccess: () => {
          if (!done) return;
          offer({
            text: t('ticked', { title: task.title }),
            undo: async () => {
              await tick.mutateAsync({ task: { ...task, done_at: 'x' }, done: false });
              return { text: t('unticked', { title: task.title }) };
            },
          });
        },
      },
    );
  };
}

/** ticked returns the day as it looks once a task is done or not. */
export function ticked(day: Day, task: Task, done: boolean): Day {
  const rest = (list: Task[]) => list.filter((x) => x.id !== task.id);
  const cleared = { ...day, overdue: rest(day.overdue), due: rest(day.due), done: rest(day.done) };
  if (done) return { ...cleared, done: [...cleared.done, { ...task, done_at: new Date().toISOString() }] };
  const { done_at: _, ...open } = task;
  const list = task.due_on < day.today ? 'overdue' : 'due';
  return { ...cleared, [list]: [...cleared[list], open].sort((a, b) => a.due_on.localeCompare(b.due_on)) };
}
