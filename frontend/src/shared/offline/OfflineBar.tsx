import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/shared/lib/format';
import { discard, flush, useOutbox } from './outbox';

/** OfflineBar shows that there is no network, how old the data are, and what has not been sent yet. */
export function OfflineBar() {
  const { t } = useTranslation('offline');
  const { message } = App.useApp();
  const client = useQueryClient();
  const online = useSyncExternalStore(
    (on) => onlineManager.subscribe(on),
    () => onlineManager.isOnline(),
  );
  const waiting = useOutbox((s) => s.items);
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (online) {
      void flush().then((n) => {
        if (n === 0) return;
        void message.success(t('sent', { n }));
        void client.invalidateQueries();
      });
      return;
    }
    const times = client
      .getQueryCache()
      .getAll()
      .map((q) => q.state.dataUpdatedAt);
    setSeen(Math.max(0, ...times));
  }, [online, client, message, t]);
  const refused = waiting.filter((w) => w.refused);
  if (online && waiting.length === 0) return null;
  return (
    <div className="offline" role="status">
      {!online && <span>{t('offline', { at: seen ? dateTime(new Date(seen).toISOString()) : '—' })}</span>}
      {waiting.length > 0 && <span>{t('waiting', { n: waiting.length })}</span>}
      {refused.map((w) => (
        <span key={w.id}>
          {w.title}：{w.refused}{' '}
          <Button size="small" onClick={() => discard(w.id)}>
            {t('discard')}
          </Button>
        </span>
      ))}
    </div>
  );
}
