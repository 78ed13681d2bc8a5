import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { useRateName } from '@/shared/ui/ruleNames';
import { Day, Money, stages } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';

type Rule = Schemas['RuleOut'];
type Preset = Schemas['PresetWire'];

const funds: Preset = { key: 'funds', numerator_stage: '', denominator_stage: 'SIGNED' };
const pair = (p: Preset) => `${p.numerator_stage}/${p.denominator_stage}`;

/** Counting lists the counting rules, newest first, and publishes a new one. */
export function Counting() {
  const { t } = useTranslation('rules');
  const rules = useQuery({ queryKey: ['counting-rules'], queryFn: async () => must(await api.GET('/counting-rules')).items });
  if (rules.isPending) return <Loading />;
  if (rules.isError) return <Failed error={rules.error} retry={() => rules.refetch()} />;
  const [now] = rules.data;
  return (
    <>
      <div className="section" style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
        <p className="muted">{t('countingNote')}</p>
        {now && <Publish now={now} />}
      </div>
      <ul className="list">
        {rules.data.map((r, i) => (
          <li key={r.version} className="rule-card">
            <b>{r.version > 0 ? `${t('version', { v: r.version })} ${r.name}` : t('standard')}</b>{' '}
            {i === 0 && <span className="tag">{t('holds')}</span>}
            <Sentence rule={r} />
            {r.version > 0 && (
              <p className="small muted">
                {r.by_name} · <Day date={r.published_at.slice(0, 10)} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sentence({ rule: r }: { rule: Rule }) {
  const { t } = useTranslation('rules');
  const name = useRateName();
  return (
    <p>
      {r.threshold > 0 ? (
        <>
          {t('from')} <Money yuan={r.threshold} />{' '}
        </>
      ) : (
        t('fromAny')
      )}
      ；{r.window_months > 0 && `${t('windowOf', { n: r.window_months })}；`}
      {r.excluded.length > 0 ? `${t('leavesOut')} ${r.excluded.map((k) => t(`exclusion.${k}`)).join('、')}` : t('leavesOutNone')}；
      {t(r.confirmed_only ? 'confirmedOnly' : 'asClaimed')}；{t(`credit.${r.credit}`)}。{r.rates.map((p) => name(p)).join(' · ')}
    </p>
  );
}

const credits = { responsible: true, attracting: true, split: true } satisfies Choices<Rule['credit']>;

/** ruleBody returns a counting rule as it is sent. */
function ruleBody(values: Values, rateOf: (pair: string) => Preset) {
  const v = readForm(values);
  return {
    name: v.text('name') ?? '',
    threshold: v.number('threshold') ?? 0,
    window_months: v.number('window_months') ?? 0,
    excluded: v.texts('excluded') ?? [],
    confirmed_only: v.flag('confirmed_only') ?? false,
    credit: v.mustChoose('credit', credits),
    rates: (v.texts('rates') ?? []).map(rateOf).map((r) => ({
      key: r.key,
      numerator_stage: r.numerator_stage,
      denominator_stage: r.denominator_stage,
    })),
  } satisfies Complete<Schemas['RuleFacts']>;
}

function Publish({ now }: { now: Rule }) {
  const { t } = useTranslation('rules');
  const options = useOptions();
  const name = useRateName();
  if (!useMay()('rule.manage')) return null;
  const later = stages.slice(stages.indexOf('SIGNED'));
  const pairs = [
    funds,
    ...later.flatMap((d, i) =>
      later.slice(i + 1).map((n) => ({ key: `${n}_${d}`.toLowerCase(), numerator_stage: n, denominator_stage: d })),
    ),
  ];
  const known = (value: string): Preset => [...now.rates, ...pairs].find((p) => pair(p) === value) ?? funds;
  return (
    <Editor
      primary
      label={t('publish')}
      title={t('publish')}
      hint={t('publishNote')}
      keys={['counting-rules', 'conversion', 'cockpit', 'funnel']}
      initial={{ ...now, name: '', threshold: now.threshold || undefined, rates: now.rates.map(pair) }}
      fields={[
        { key: 'name', label: t('name'), type: 'text', required: true },
        { key: 'threshold', label: t('threshold'), type: 'money', help: t('thresholdNote') },
        { key: 'window_months', label: t('window'), type: 'number', help: t('windowNote') },
        { key: 'excluded', label: t('leavesOut'), type: 'multi', options: options('exclusion', 'rules') },
        { key: 'confirmed_only', label: t('confirmedOnly'), type: 'switch' },
        { key: 'credit', label: t('creditTo'), type: 'select', required: true, options: options('credit', 'rules') },
        {
          key: 'rates',
          label: t('rates'),
          type: 'multi',
          required: true,
          options: pairs.map((p) => ({ value: pair(p), label: name(known(pair(p))) })),
        },
      ]}
      save={async (v) =>
        must(
          await api.POST('/counting-rules', {
            body: ruleBody(v, known),
          }),
        )
      }
    />
  );
}
