import { Button, Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/client';

/** Loading shows the shape of what comes, after 150 ms. */
export function Loading() {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true" aria-label={t('loading')}>
      {late && <Skeleton active paragraph={{ rows: 6 }} />}
    </div>
  );
}

/** Failed explains why something could not be read, with the request's number. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ApiError ? error.problem : undefined;
  const title = problem?.status === 403 ? t('forbidden') : (problem?.title ?? t('error'));
  return (
    <div role="alert" style={{ padding: 32, textAlign: 'center' }}>
      <p>{title}</p>
      {problem && (
        <p className="small muted">
          {t('requestId')} <code>{problem.request_id}</code>
        </p>
      )}
      {retry && <Button onClick={retry}>{t('retry')}</Button>}
    </div>
  );
}

/** Nothing explains why there is nothing to show and offers one thing to do. */
export function Nothing({ text, action }: { text?: string; action?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text ?? `${t('empty')} · ${t('emptyHint')}`}>
      {action}
    </Empty>
  );
}
