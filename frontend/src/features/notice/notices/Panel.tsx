import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from './Bar';
import { NoticeList } from './NoticeList';

/** Panel is the notices at the edge of any screen. */
export default function Panel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('notices');
  const [unread, setUnread] = useState(false);
  return (
    <Drawer
      open
      size={400}
      title={t('title')}
      onClose={onClose}
      styles={{ body: { padding: '8px 0' }, wrapper: { maxWidth: '100vw' } }}
      footer={
        <Link to="/notices" onClick={onClose}>
          {t('page')}
        </Link>
      }
    >
      <Bar unread={unread} onUnread={setUnread} />
      <NoticeList unread={unread} onOpen={onClose} all={() => setUnread(false)} />
    </Drawer>
  );
}
