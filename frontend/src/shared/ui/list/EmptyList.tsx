import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../State';
import type { Search } from './types';

/** EmptyList explains why a list shows nothing and offers one thing to do: clear the filter, begin, or ask who can. */
export function EmptyList({ title, terms, clear, mayCreate }: { title: string; terms: Search; clear: () => void; mayCreate?: boolean }) {
  const { t } = useTranslation('list');
  const navigate = useNavigate();
  const filtered = Object.keys(terms).some((k) => k !== 'sort');
  if (filtered) return <Nothing text={t('noneMatch')} action={<Button onClick={clear}>{t('clearFilter')}</Button>} />;
  if (!mayCreate) return <Nothing text={t('noneForYou', { title })} />;
  return (
    <Nothing
      text={t('noneYet', { title })}
      action={
        <Button type="primary" onClick={() => void navigate({ to: '.', search: { new: '1' } })}>
          {t('common:new')}
        </Button>
      }
    />
  );
}
