import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, etag, must } from '@/shared/api/client';
import { FormDrawer } from '../FormDrawer';
import type { SubjectKind } from '../record/subject';
import { useRestore } from './useRestore';
import './recordActions.css';

const none = { reason: '' };

/** RecordMenu is what is seldom done with a record: taking it into the recycle bin, with a reason. */
export function RecordMenu(p: { kind: SubjectKind; id: string; version: number; name: string; may: boolean }) {
  const { t } = useTranslation('bin');
  const client = useQueryClient();
  const navigate = useNavigate();
  const restore = useRestore();
  const [open, setOpen] = useState(false);
  if (!p.may) return null;
  async function remove(reason: string) {
    const params = { path: { id: p.id }, query: { reason }, header: { 'If-Match': etag(p.version) } };
    must(
      await {
        project: () => api.DELETE('/projects/{id}', { params }),
        client: () => api.DELETE('/clients/{id}', { params }),
        enterprise: () => api.DELETE('/enterprises/{id}', { params }),
        lead: () => api.DELETE('/leads/{id}', { params }),
        visit: () => api.DELETE('/visits/{id}', { params }),
      }[p.kind](),
    );
    await navigate({ to: `/${p.kind}s` });
    client.removeQueries({ queryKey: [p.kind, p.id] });
    await Promise.all([`${p.kind}s`, 'desk', 'calendar', 'bin'].map((k) => client.invalidateQueries({ queryKey: [k] })));
    restore({ id: p.id, name: p.name });
  }
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: [{ key: 'remove', label: t('remove'), danger: true, onClick: () => setOpen(true) }] }}>
        <Button aria-label={t('more', { name: p.name })}>…</Button>
      </Dropdown>
      <FormDrawer
        title={t('removeTitle', { name: p.name })}
        open={open}
        onClose={() => setOpen(false)}
        hint={t('removeHint')}
        initial={none}
        fields={[{ key: 'reason', label: t('reason'), type: 'area', required: true }]}
        submit={(v) => remove(String(v.reason))}
      />
    </>
  );
}
