import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { Help } from './Help';

export type Kind = 'project' | 'client' | 'enterprise' | 'lead' | 'contact';

const fields: Record<Kind, { name?: string; code?: string; phone?: string }> = {
  project: { name: 'name' },
  client: { name: 'name', code: 'credit_code' },
  // A person is known by the phone, wherever they are written down.
  contact: { phone: 'work_phone' },
  enterprise: { name: 'name', code: 'credit_code' },
  lead: { name: 'company', phone: 'contact_phone' },
};
const pages: Record<Kind, string> = {
  project: '/projects/',
  client: '/clients/',
  contact: '/clients/',
  enterprise: '/enterprises/',
  lead: '/leads/',
};
const pause = 350; // ms after the last key

/** Duplicates lists existing records that may be the one being typed, with links to them. */
export function Duplicates({ kind, form, open }: { kind: Kind; form: FormInstance; open: boolean }) {
  const { t } = useTranslation();
  const of = fields[kind];
  const [typed, setTyped] = useState({ name: '', code: '', phone: '' });
  const name = String(Form.useWatch(of.name ?? '', form) ?? '').trim();
  const code = String(Form.useWatch(of.code ?? '', form) ?? '').trim();
  const phone = String(Form.useWatch(of.phone ?? '', form) ?? '').trim();
  useEffect(() => {
    const timer = setTimeout(
      () => setTyped({ name: name.length > 1 ? name : '', code: code.length === 18 ? code : '', phone: phone.length > 6 ? phone : '' }),
      pause,
    );
    return () => clearTimeout(timer);
  }, [name, code, phone]);
  const twins = useQuery({
    queryKey: ['duplicates', kind, typed],
    enabled: open && (typed.name !== '' || typed.code !== '' || typed.phone !== ''),
    queryFn: async () =>
      must(
        await api.GET('/duplicates', {
          params: { query: { kind: kind === 'contact' ? 'client' : kind, name: typed.name, credit_code: typed.code, phone: typed.phone } },
        }),
      ).items,
  });
  if (!twins.data || twins.data.length === 0) return null;
  return (
    <div className="twins" role="status">
      <b>{t('twins.title')}</b>
      <Help topic="merge" />
      <ul className="list">
        {twins.data.map((x, i) => (
          <li key={x.id || `${x.unit}${i}`}>
            <span className="two">
              <span>{x.title}</span>
              <span className="small">
                {t(`twins.by.${x.by}`)} · {x.unit}
              </span>
            </span>
            {x.id ? (
              <Link to={`${pages[kind]}${x.id}`}>{t('twins.open')}</Link>
            ) : (
              <span className="small muted">{t('twins.ask', { unit: x.unit })}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
