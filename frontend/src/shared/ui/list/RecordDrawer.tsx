import { CloseOutlined, DownOutlined, ExpandAltOutlined, UpOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../State';
import './drawer.css';

type Props = {
  id: string;
  /** ids are the rows of the filter in order, as far as loaded. */
  ids: string[];
  path: string;
  onGo: (id: string) => void;
  onClose: () => void;
  children: ReactNode;
};

/** RecordDrawer shows the record of a row beside its list, docked and without a mask: the list stays in use. */
export function RecordDrawer({ id, ids, path, onGo, onClose, children }: Props) {
  const { t } = useTranslation('record');
  const at = ids.indexOf(id);
  const [prev, next] = [at > 0 ? ids[at - 1] : undefined, at >= 0 ? ids[at + 1] : undefined];
  return (
    <aside className="record-drawer" aria-label={t('summary')}>
      <div className="drawer-bar">
        <span className="grow">{at >= 0 && t('place', { n: at + 1 })}</span>
        <Button
          type="text"
          size="small"
          icon={<UpOutlined />}
          aria-label={t('list:prevRecord')}
          disabled={!prev}
          onClick={() => prev && onGo(prev)}
        />
        <Button
          type="text"
          size="small"
          icon={<DownOutlined />}
          aria-label={t('list:nextRecord')}
          disabled={!next}
          onClick={() => next && onGo(next)}
        />
        <Link to={`${path}/${id}`} className="drawer-full" aria-label={t('openPage')}>
          <ExpandAltOutlined aria-hidden="true" />
        </Link>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('closeDrawer')} onClick={onClose} />
      </div>
      {/* A summary is read anew for each row, and begins at its top. */}
      <div className="drawer-body" key={id}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </div>
      <div className="drawer-foot">
        <Link to={`${path}/${id}`}>
          <Button block tabIndex={-1}>
            {t('openPage')}
          </Button>
        </Link>
      </div>
    </aside>
  );
}
