import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Selecting } from './selection';

type Props = {
  /** whole is how many rows the filter has, loaded how many of them are on the screen. */
  whole: string;
  loaded: number;
  more?: () => void;
  busy: boolean;
  chosen?: Selecting;
  onEdit: () => void;
};

/** Foot is the list's last line: how many rows; or, where some are ticked, how many and what can be done with them, in the same place. */
export function Foot(p: Props) {
  const { t } = useTranslation('list');
  const rest = p.more && (
    <Button size="small" loading={p.busy} onClick={p.more}>
      {t('common:more')}
    </Button>
  );
  const { chosen } = p;
  if (!chosen?.any)
    return (
      <div className="pager list-foot">
        <span>{p.whole && t('common:count', { n: p.whole })}</span>
        {p.more && <span className="muted">{t('loadedOf', { n: p.loaded })}</span>}
        <span className="spring" />
        {rest}
      </div>
    );
  return (
    <section className="pager list-foot batch" aria-label={t('batch')}>
      <span role="status">{chosen.all ? t('pickedAll', { n: p.whole }) : t('picked', { n: chosen.size })}</span>
      {!chosen.all && p.whole !== String(chosen.size) && (
        <button type="button" className="text-link" onClick={chosen.takeAll}>
          {t('pickAll', { n: p.whole })}
        </button>
      )}
      <Button size="small" onClick={p.onEdit}>
        {t('batchEdit')}
      </Button>
      <Button size="small" type="text" onClick={chosen.clear}>
        {t('unpick')}
      </Button>
      <span className="spring" />
      {rest}
    </section>
  );
}
