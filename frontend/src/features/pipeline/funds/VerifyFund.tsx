import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { Editor } from '@/shared/ui/Editor';
import type { Values } from '@/shared/ui/FormDrawer';

type Entry = { id: string; amount: number; voucher: string; evidence: string[] };

/** VerifyFund shows the evidence of a payment beside the button by which a verifier says how much of it each piece shows; money is found by evidence only. */
export function VerifyFund({ project, entry, keys }: { project: string; entry: Entry; keys: string[] }) {
  const { t } = useTranslation('figures');
  const files = useQuery({
    queryKey: ['files', 'project', project],
    queryFn: async () => must(await api.GET('/attachments', { params: { query: { subject_kind: 'project', subject_id: project } } })).items,
  });
  const named = new Set(entry.evidence);
  // What the unit named for this payment comes first; the other papers of the project follow.
  const pieces = [...(files.data ?? [])].sort((a, b) => Number(named.has(b.id)) - Number(named.has(a.id)));
  const own = pieces.filter((f) => named.has(f.id));
  const only = own.length === 1 ? own[0] : undefined;
  const save = async (v: Values) =>
    must(
      await api.POST('/funds/{id}/verdicts', {
        params: { path: { id: entry.id } },
        body: {
          amount: Number(v.amount),
          note: String(v.note ?? ''),
          supports: pieces.flatMap((f) => {
            const amount = Number(v[`shows.${f.id}`] ?? 0);
            return amount > 0 ? [{ evidence: f.id, amount }] : [];
          }),
        } satisfies Complete<Schemas['FundVerdictIn']>,
      }),
    );
  return (
    <>
      <span className="small evidence">
        {own.length === 0 && <span className="muted">{t('noEvidence')}</span>}
        {own.map((f) => (
          <a key={f.id} href={`/api/v1/attachments/${f.id}`} target="_blank" rel="noreferrer">
            {f.name}
          </a>
        ))}
      </span>
      <Editor
        label={t('verify')}
        title={`${t('verify')} · ${entry.voucher}`}
        record={`fund/${entry.id}`}
        hint={pieces.length > 0 ? t('verifyHint') : t('verifyNoPapers')}
        initial={{ amount: entry.amount, ...(only ? { [`shows.${only.id}`]: entry.amount } : {}) }}
        keys={keys}
        fields={[
          { key: 'amount', label: t('found'), type: 'money', required: true },
          ...pieces.map((f) => ({ key: `shows.${f.id}`, label: t('shows', { name: f.name }), type: 'money' as const })),
          { key: 'note', label: t('note'), type: 'area' },
        ]}
        save={save}
      />
    </>
  );
}
