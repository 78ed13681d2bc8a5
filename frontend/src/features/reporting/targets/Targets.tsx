import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Scores } from '@/features/goals/scores';
import { api, etag, must, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import { useMay, useMe } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { Help } from '@/shared/ui/Help';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { isMoney, TargetBreakdown } from './TargetBreakdown';

type Target = Schemas['TargetWire'];
const indicators = ['signed', 'signed_amount', 'started', 'in_production', 'funds'] as const;
const known = { signed: true, signed_amount: true, started: true, in_production: true, funds: true } satisfies Choices<Target['indicator']>;

/** targetBody returns a unit's target as it is sent. */
function targetBody(values: Values) {
  const v = readForm(values);
  return {
    unit_id: v.text('unit_id') ?? '',
    unit_name: undefined,
    indicator: v.mustChoose('indicator', known),
    value: v.number('value'),
  } satisfies Complete<Target>;
}

/** Targets shows what each unit is to reach this year, and lets the office set it. */
export default function Targets() {
  const { t } = useTranslation('figures');
  const year = Number((useMe()?.today ?? '2026').slice(0, 4));
  const list = useQuery({
    queryKey: ['targets', year],
    queryFn: async () => must(await api.GET('/targets/{year}', { params: { path: { year } } })),
  });
  const units = [...new Map((list.data?.items ?? []).map((x) => [x.unit_id, x.unit_name ?? ''])).entries()];
  const value = (unit: string, indicator: string) => list.data?.items.find((x) => x.unit_id === unit && x.indicator === indicator)?.value;
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('targetsOf', { year })}
          <Help topic="targets" />
        </h1>
        <span className="actions">
          {list.data && <SetTarget year={year} money={false} version={list.data.version} />}
          {list.data && <SetTarget year={year} money version={list.data.version} />}
        </span>
      </div>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.data?.items.length === 0 && <Nothing text={t('noTargets')} />}
      {list.data && <TargetBreakdown all={list.data.allotments} />}
      {units.length > 0 && (
        <div className="scroll-x">
          <table className="rates">
            <thead>
              <tr>
                <th>{t('unit')}</th>
                {indicators.map((k) => (
                  <th key={k} className="num">
                    {t(`indicator.${k}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map(([id, name]) => (
                <tr key={id}>
                  <td>{name}</td>
                  {indicators.map((k) => (
                    <td key={k} className="num">
                      {isMoney(k) ? <Money yuan={value(id, k)} /> : (value(id, k) ?? '—')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Scores />
    </div>
  );
}

function SetTarget({ year, money, version }: { year: number; money: boolean; version: number }) {
  const { t } = useTranslation('figures');
  const may = useMay();
  const client = useQueryClient();
  if (!may('rule.manage')) return null;
  const kinds = indicators.filter((k) => isMoney(k) === money);
  const over = (read: number) => async (v: Values) =>
    must(
      await api.PUT('/targets/{year}', {
        params: { path: { year }, header: { 'If-Match': etag(read) } },
        body: { items: [targetBody(v)] },
      }),
    );
  const refresh = () => client.invalidateQueries({ queryKey: ['targets'] });
  return (
    <Editor
      primary={!money}
      label={t(money ? 'setMoneyTarget' : 'setTarget')}
      title={t(money ? 'setMoneyTarget' : 'setTarget')}
      initial={{ indicator: kinds[0] }}
      keys={['targets', 'cockpit', 'scores']}
      fields={[
        { key: 'unit_id', label: t('unit'), type: 'unit', required: true },
        {
          key: 'indicator',
          label: t('figure'),
          type: 'select',
          required: true,
          options: kinds.map((k) => ({ value: k, label: t(`indicator.${k}`) })),
        },
        { key: 'value', label: t('target'), type: money ? 'money' : 'number', required: true },
      ]}
      save={over(version)}
      reread={async () => {
        const now = must(await api.GET('/targets/{year}', { params: { path: { year } } }));
        return {
          values: { indicator: kinds[0] },
          changes: [],
          save: async (v) => {
            await over(now.version)(v);
            await refresh();
          },
          refresh,
        };
      }}
    />
  );
}
