import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Selecting } from './selection';

/** BatchBar shows how many rows are ticked and what can be done with them. */
export function BatchBar(p: { chosen: Selecting; total: string; more: boolean; onEdit: () => void }) {
  const { t } = useTranslation('list');
  if (!p.chosen.all && p.chosen.size === 0) return null;
  return (
    <section className="batchbar" aria-label={t('batch')}>
      <span role="status">{p.chosen.all ? t('pickedAll', { n: p.total }) : t('picked', { n: p.chosen.size })}</span>
      {!p.chosen.all && p.more && (
        <Button size="small" type="link" onClick={p.chosen.takeAll}>
          {t('pickAll', { n: p.total })}
        </Button>
      )}
      <span className="spring" />
      <Button size="small" type="primary" onClick={p.onEdit}>
        {t('batchEdit')}
      </Button>
      <Button size="small" onClick={p.chosen.clear}>
        {t('unpick')}
      </Button>
    </section>
  );
}
