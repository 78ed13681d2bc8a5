import { Link } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from './useFinding';
import './finding.css';

const picture = /\.(jpe?g|png|webp)$/i;

/** Evidence opens what a finding is about: its file, a picture on the spot, and the other project where one may see it. */
export function Evidence({ facts: f }: Pick<Found, 'facts'>) {
  const { t } = useTranslation('suspicion');
  const [shown, setShown] = useState(false);
  const [file, name, other] = [f.file_id, f.file, f.other_id].map((v) => (typeof v === 'string' ? v : ''));
  if (!file && !other) return null;
  const address = `/api/v1/attachments/${file}`;
  const see = t('openFile', { name });
  return (
    <span className="evidence-links">
      {file && picture.test(name ?? '') && (
        <button type="button" onClick={() => setShown(true)}>
          {see}
        </button>
      )}
      {file && !picture.test(name ?? '') && <a href={address}>{see}</a>}
      {other && (
        <Link to="/projects/$id" params={{ id: other }}>
          {t('openOther', { name: String(f.other) })}
        </Link>
      )}
      {file && (
        <Modal
          open={shown}
          title={name}
          footer={<a href={address}>{t('download')}</a>}
          onCancel={() => setShown(false)}
          width={760}
          destroyOnHidden
        >
          <img src={address} alt={name} className="evidence-picture" />
        </Modal>
      )}
    </span>
  );
}
