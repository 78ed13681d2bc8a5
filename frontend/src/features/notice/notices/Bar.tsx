import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useUnread } from './data';

/** Bar narrows notices to those unread and marks all as read. */
export function Bar({ unread, onUnread }: { unread: boolean; onUnread: (v: boolean) => void }) {
  const { t } = useTranslation('notices');
  const read = useRead();
  const n = useUnread()?.count ?? 0;
  return (
    <div className="notice-bar">
      <Segmented
        size="small"
        aria-label={t('show')}
        value={unread ? 'unread' : 'all'}
        onChange={(v) => onUnread(v === 'unread')}
        options={[
          { value: 'all', label: t('common:all') },
          { value: 'unread', label: t('unread') },
        ]}
      />
      <Button size="small" type="text" disabled={n === 0} loading={read.isPending} onClick={() => read.mutate(undefined)}>
        {t('readAll')}
      </Button>
    </div>
  );
}
