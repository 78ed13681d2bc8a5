import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Phone } from '@/shared/ui/record/Phone';
import { pages, type SubjectKind } from '@/shared/ui/record/subject';

type Project = Schemas['ProjectOut'];

/** Related is who and what belongs to a project: the investor with its people, the project company, who brought it, the lead it came from, visits. */
export function Related({ project: p }: { project: Project }) {
  const { t } = useTranslation('project');
  const may = useMay();
  const client = useQuery({
    queryKey: ['client', p.client_id ?? ''],
    enabled: Boolean(p.client_id) && may('client.read'),
    queryFn: async () => must(await api.GET('/clients/{id}', { params: { path: { id: p.client_id ?? '' } } })),
  });
  const lead = useQuery({
    queryKey: ['lead', p.lead_id ?? ''],
    enabled: Boolean(p.lead_id) && may('lead.read'),
    // A lead out of the reader's reach is none.
    queryFn: async () => {
      const answer = await api.GET('/leads/{id}', { params: { path: { id: p.lead_id ?? '' } } });
      return answer.response.status === 404 ? null : must(answer);
    },
  });
  const visits = useQuery({
    queryKey: ['visits', 'of', p.id],
    enabled: may('visit.read'),
    queryFn: async () => must(await api.GET('/visits', { params: { query: { subject_kind: 'project', subject_id: p.id, limit: 5 } } })),
  });
  const c = client.data;
  const l = lead.data;
  const nobody = !p.client_id && !p.company_name && !l && (visits.data?.items.length ?? 0) === 0;
  return (
    <>
      <h2>{t('related')}</h2>
      {nobody && <p className="small muted">{t('nobodyYet')}</p>}
      <ul className="related">
        {p.client_id && (
          <Party role={t('client')} name={p.client_name} to={{ kind: 'client', id: p.client_id }}>
            {c && [c.investor_class && t(`enums:investor.${c.investor_class}`), c.credit_code].filter(Boolean).join(' · ')}
          </Party>
        )}
        {p.company_name && (
          <Party role={t('company')} name={p.company_name}>
            {p.company_code}
          </Party>
        )}
        {c?.contacts.map((k) => (
          <Party key={k.id} role={k.title || t('client:contacts')} name={k.name}>
            <Phone masked={k.work_phone} of="contact" id={k.id} />
          </Party>
        ))}
        {l?.referrer && (
          <Party role={t('lead:referrer')} name={l.referrer} to={referrerPage(l)}>
            {t(`enums:channel.${l.channel}`)}
          </Party>
        )}
        {l && (
          <Party role={t('lead:one')} name={l.subject} to={{ kind: 'lead', id: l.id }}>
            {[l.company, l.reported_on].filter(Boolean).join(' · ')}
          </Party>
        )}
        {visits.data?.items.map((v) => (
          <Party key={v.id} role={t(`enums:visitState.${v.state}`)} name={v.company} to={{ kind: 'visit', id: v.id }}>
            {[t(`enums:way.${v.way}`), v.on, v.leader_name].filter(Boolean).join(' · ')}
          </Party>
        ))}
      </ul>
    </>
  );
}

function referrerPage(l: Schemas['LeadOut']): { kind: SubjectKind; id: string } | undefined {
  if (!l.referrer_id || (l.referrer_kind !== 'client' && l.referrer_kind !== 'enterprise')) return undefined;
  return { kind: l.referrer_kind, id: l.referrer_id };
}

function Party(p: { role: string; name: string; to?: { kind: SubjectKind; id: string }; children?: ReactNode }) {
  return (
    <li>
      <span className="role">{p.role}</span>
      {p.to ? (
        <Link className="link" to={`${pages[p.to.kind]}/${p.to.id}`}>
          {p.name}
        </Link>
      ) : (
        <span>{p.name}</span>
      )}
      {p.children && <div className="small muted">{p.children}</div>}
    </li>
  );
}
