import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Bar } from './Bar';
import { NoticeList } from './NoticeList';

/** Notices is the page of all one was told. */
export default function Notices() {
  const { t } = useTranslation('notices');
  const search: { unread?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const unread = search.unread === 'yes';
  const show = (v: boolean) => void navigate({ to: '/notices', search: v ? { unread: 'yes' } : {}, replace: true });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Link to="/account" hash="notices">
          {t('settings')}
        </Link>
      </div>
      <div className="notice-page">
        <Bar unread={unread} onUnread={show} />
        <NoticeList unread={unread} all={() => show(false)} />
      </div>
    </div>
  );
}
