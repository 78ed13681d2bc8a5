import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import type { Import } from './data';

/** Where the records of a kind are listed; money and problems stand on projects. */
const lists = {
  project: '/projects',
  lead: '/leads',
  client: '/clients',
  enterprise: '/enterprises',
  visit: '/visits',
  fund: '/projects',
  note: '/projects',
} as const;
const kinds = ['project', 'lead', 'client', 'enterprise', 'visit', 'fund', 'note'] as const satisfies (keyof typeof lists)[];

/** ImportedRecords links an import to the records that it created and changed, by kind. */
export function ImportedRecords({ i }: { i: Import }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const results = useQuery({
    queryKey: ['import-results', i.id, i.version],
    queryFn: async () => must(await api.GET('/imports/{id}/results', { params: { path: { id: i.id } } })).items,
  });
  const all = kinds.flatMap((kind) => (results.data ?? []).filter((r) => r.kind === kind).map((r) => ({ ...r, to: lists[kind] })));
  if (all.length === 0) return null;
  return (
    <nav className="import-brought" aria-label={t('brought')}>
      {all.map((r, n) => {
        const { to } = r;
        return (
          <Button
            key={r.kind}
            type={n === 0 && i.state === 'written' ? 'primary' : 'default'}
            href={`${to}?import_id=${i.id}`}
            onClick={(e) => {
              e.preventDefault();
              void navigate({ to, search: { import_id: i.id } });
            }}
          >
            {t('look')} {t(`results.${r.kind}`, { n: r.created + r.updated })}
          </Button>
        );
      })}
    </nav>
  );
}
