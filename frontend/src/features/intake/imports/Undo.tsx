import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Import, useSteps } from './data';

/** Undo reverts a whole import, as long as it can be. */
export function Undo({ i }: { i: Import }) {
  const { t } = useTranslation('imports');
  const steps = useSteps(i);
  if (!i.undo_until) return null;
  const day = i.undo_until.slice(0, 10);
  return (
    <Popconfirm
      title={t('undoAsk', { c: i.created, u: i.updated })}
      okText={t('undo')}
      cancelText={t('common:cancel')}
      onConfirm={() => steps.undo()}
    >
      <Button>{t('undoUntil', { day })}</Button>
    </Popconfirm>
  );
}
