import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';
import type { SubjectKind } from '../record/subject';

/** Watch is the button that follows a record or stops following it. A person's own records are followed automatically. */
export function Watch({ kind, id }: { kind: SubjectKind; id: string }) {
  const { t } = useTranslation('notices');
  const { message } = App.useApp();
  const client = useQueryClient();
  const queryKey = ['watch', kind, id];
  const params = { path: { kind, id } };
  const watch = useQuery({ queryKey, queryFn: async () => must(await api.GET('/watches/{kind}/{id}', { params })) });
  const say = useMutation({
    mutationFn: async (on: boolean) =>
      must(on ? await api.PUT('/watches/{kind}/{id}', { params }) : await api.DELETE('/watches/{kind}/{id}', { params })),
    onError: (e) => message.error(e instanceof ApiError ? e.problem.title : t('common:error')),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const on = say.isPending ? say.variables : (watch.data?.watching ?? false);
  return (
    <Tooltip title={watch.data?.own && on ? t('watchOwn') : t(on ? 'watchStop' : 'watchHint')}>
      <Button aria-pressed={on} disabled={!watch.data} onClick={() => say.mutate(!on)}>
        {t(on ? 'watching' : 'watch')}
      </Button>
    </Tooltip>
  );
}
