import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import, useSteps } from './data';
import { ImportedRecords } from './ImportedRecords';
import { Undo } from './Undo';

/** Writing shows how far an import came, what it did and where that is. It goes on without the page. */
export function Writing({ i, close }: { i: Import; close: () => void }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const steps = useSteps(i);
  const going = i.state === 'writing';
  const stands = i.state === 'written' || i.state === 'stopped';
  useEffect(() => {
    // What the libraries show is old once an import is written.
    if (!going) void client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'import' });
  }, [going, client]);
  return (
    <section aria-live="polite">
      <p className="finding">{t(`state.${i.state}`)}</p>
      {(going || i.state === 'stopped') && (
        <Progress
          percent={i.total > 0 ? Math.floor((100 * i.done) / i.total) : 100}
          strokeColor="var(--brand)"
          status={going ? 'active' : 'normal'}
          aria-label={t('progress')}
        />
      )}
      <p>
        {t('rowsDone', { a: i.done, b: i.total })} · <Figures i={i} />
        {i.refused > 0 && <> · {t('refused', { n: i.refused })}</>}
      </p>
      {stands && <ImportedRecords i={i} />}
      <div className="actions">
        {going && <Button onClick={() => steps.stop()}>{t('stop')}</Button>}
        {i.state === 'stopped' && (
          <Button type="primary" onClick={() => steps.resume()}>
            {t('resume')}
          </Button>
        )}
        {stands && <Undo i={i} />}
        {!going && i.done > i.created + i.updated + i.unchanged && (
          <Button href={`/api/v1/imports/${i.id}/problems`}>{t('download')}</Button>
        )}
        {!going && <Button onClick={close}>{t('again')}</Button>}
      </div>
      {going && <p className="muted">{t('goesOn')}</p>}
    </section>
  );
}

/** Figures counts what an import did, or what its undo reverted. */
export function Figures({ i }: { i: Import }) {
  const { t } = useTranslation('imports');
  if (i.state === 'undone') return <>{t('undone', { c: i.created, u: i.updated })}</>;
  return <>{t('counts', { c: i.created, u: i.updated, x: i.unchanged })}</>;
}
