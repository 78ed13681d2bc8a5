import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';
import { useRestore } from './useRestore';

/** RemovePart is the button that removes a contact or a file from its record at once, and offers to undo it. */
export function RemovePart({ kind, id, name, keys }: { kind: 'contact' | 'attachment'; id: string; name: string; keys: string[] }) {
  const { t } = useTranslation('bin');
  const { message } = App.useApp();
  const client = useQueryClient();
  const restore = useRestore();
  const [busy, setBusy] = useState(false);
  async function remove() {
    setBusy(true);
    const params = { path: { id } };
    try {
      must(kind === 'contact' ? await api.DELETE('/contacts/{id}', { params }) : await api.DELETE('/attachments/{id}', { params }));
      restore({ id, name });
      await Promise.all([...keys, 'timeline', 'stage'].map((k) => client.invalidateQueries({ queryKey: [k] })));
    } catch (e) {
      void message.error(e instanceof ApiError ? e.problem.title : t('common:error'));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button size="small" type="text" loading={busy} onClick={remove} aria-label={t('removePart', { name })}>
      {t('remove')}
    </Button>
  );
}
