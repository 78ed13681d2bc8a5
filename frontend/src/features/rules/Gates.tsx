import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import type { Values } from '@/shared/ui/FormDrawer';
import { useOptions } from '@/shared/ui/options';
import { stages } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { useSeenName } from './names';

type Gate = Schemas['GateWire'];
type Need = Gate['needs'][number];

const blankNeed: Need = { field: '', evidence: '', visit: false, any_of: [] };

/** Gates shows what each stage needs: all of, one of, and what does not count. */
export function Gates() {
  const { t } = useTranslation('rules');
  const seen = useSeenName();
  const gates = useQuery({ queryKey: ['gates'], queryFn: async () => must(await api.GET('/gates')).items });
  if (gates.isPending) return <Loading />;
  if (gates.isError) return <Failed error={gates.error} retry={() => gates.refetch()} />;
  const of = (stage: string): Gate => gates.data.find((g) => g.stage === stage) ?? { stage, needs: [], not_counted: [] };
  const single = (n: Need) => (n.field ? t(`enums:field.${n.field}`) : n.visit ? t('project:visit') : t(`enums:evidence.${n.evidence}`));
  return (
    <>
      <p className="muted">{t('gatesNote')}</p>
      <div className="scroll-x">
        <table className="rates">
          <thead>
            <tr>
              {['stage', 'allOf', 'oneOf', 'notCounted', ''].map((k) => (
                <th key={k}>{k && t(k)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.slice(1).map((stage) => {
              const g = of(stage);
              return (
                <tr key={stage}>
                  <td>
                    <b>{t(`enums:stage.${stage}`)}</b>
                  </td>
                  <td>
                    {g.needs
                      .filter((n) => n.any_of.length === 0)
                      .map(single)
                      .join('、') || '—'}
                  </td>
                  <td>
                    {g.needs
                      .filter((n) => n.any_of.length > 0)
                      .map((n) => n.any_of.map((k) => t(`enums:evidence.${k}`)).join(' / '))
                      .join('；') || '—'}
                  </td>
                  <td>{g.not_counted.map(seen).join('、') || '—'}</td>
                  <td>
                    <EditGate gate={g} all={gates.data} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function EditGate({ gate, all }: { gate: Gate; all: Gate[] }) {
  const { t } = useTranslation('rules');
  const options = useOptions();
  const seen = useSeenName();
  if (!useMay()('rule.manage')) return null;
  const groups = gate.needs.filter((n) => n.any_of.length > 0);
  const title = `${t('gate')} · ${t(`enums:stage.${gate.stage}`)}`;
  const names = new Map(Object.keys(t('seen', { returnObjects: true })).map((k) => [seen(k), k]));
  return (
    <Editor
      label={t('common:edit')}
      title={title}
      keys={['gates', 'stage']}
      initial={{
        evidence: gate.needs.flatMap((n) => (n.evidence ? [n.evidence] : [])),
        fields: gate.needs.flatMap((n) => (n.field ? [n.field] : [])),
        visit: gate.needs.some((n) => n.visit),
        one: groups[0]?.any_of ?? [],
        other: groups[1]?.any_of ?? [],
        not_counted: gate.not_counted.map(seen),
      }}
      fields={[
        { key: 'evidence', label: t('allPapers'), type: 'multi', options: options('evidence') },
        { key: 'fields', label: t('allFields'), type: 'multi', options: options('field') },
        { key: 'visit', label: t('project:visit'), type: 'switch' },
        { key: 'one', label: t('oneOf'), type: 'multi', options: options('evidence') },
        { key: 'other', label: t('oneOfToo'), type: 'multi', options: options('evidence') },
        { key: 'not_counted', label: t('notCounted'), type: 'list', help: t('notCountedNote') },
      ]}
      save={async (v) => must(await api.PUT('/gates', { body: { items: replaced(all, gateFrom(gate.stage, v, names)) } }))}
    />
  );
}

function replaced(all: Gate[], one: Gate): Gate[] {
  return stages
    .flatMap((s) => (s === one.stage ? [one] : all.filter((g) => g.stage === s)))
    .filter((g) => g.needs.length + g.not_counted.length > 0);
}

function gateFrom(stage: string, v: Values, names: Map<string, string>): Gate {
  const list = (key: string) => (v[key] as string[] | undefined) ?? [];
  return {
    stage,
    needs: [
      ...list('fields').map((field) => ({ ...blankNeed, field })),
      ...(v.visit ? [{ ...blankNeed, visit: true }] : []),
      ...list('evidence').map((evidence) => ({ ...blankNeed, evidence })),
      ...[list('one'), list('other')].filter((l) => l.length > 0).map((any_of) => ({ ...blankNeed, any_of })),
    ],
    not_counted: list('not_counted').map((name) => names.get(name) ?? name),
  };
}
