import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';

/** Phone is a number with its middle hidden; who shows it in the clear is noted in the audit. */
export function Phone({ masked, of, id }: { masked?: string; of: 'contact' | 'lead'; id: string }) {
  const { t } = useTranslation('record');
  const { message } = App.useApp();
  const [clear, setClear] = useState('');
  if (!masked) return null;
  async function reveal() {
    try {
      const params = { path: { id } };
      const answer =
        of === 'contact' ? await api.POST('/contacts/{id}/phone', { params }) : await api.POST('/leads/{id}/phone', { params });
      setClear(must(answer).phone);
    } catch (e) {
      void message.error(e instanceof ApiError ? e.problem.title : t('notSent'));
    }
  }
  if (clear)
    return (
      <a className="money" href={`tel:${clear}`}>
        {clear}
      </a>
    );
  return (
    <span className="money">
      {masked}{' '}
      <Button type="link" size="small" title={t('revealNote')} onClick={() => void reveal()}>
        {t('reveal')}
      </Button>
    </span>
  );
}
