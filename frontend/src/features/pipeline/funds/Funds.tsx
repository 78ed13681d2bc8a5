import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import { useMay, useMe } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import { Help } from '@/shared/ui/Help';
import { Money } from '@/shared/ui/Show';
import { FundEntries } from './FundEntries';
import { useFundFields } from './fundForm';
import { planOf } from './yearPlan';
import './funds.css';

type Entry = Schemas['FundOut'];

/** Funds is money in place: what is reported as a hollow bar, what is verified as a solid one on the same scale, by category, and more of it. Beside a year's plan a tick says where an even pace would be. */
export function Funds({ project }: { project: Schemas['ProjectOut'] }) {
  const { id } = project;
  const { t } = useTranslation('figures');
  const may = useMay();
  const today = useMe()?.today ?? '';
  const form = useFundFields(id);
  const funds = useQuery({
    queryKey: ['funds', id],
    queryFn: async () => must(await api.GET('/projects/{id}/funds', { params: { path: { id } } })),
  });
  if (!funds.data) return null;
  const { year, month, cumulative, pace } = funds.data;
  const plan = planOf(project, Number(today.slice(0, 4)));
  const standing = funds.data.items.filter((f) => f.holds);
  const most = Math.max(year.reported, year.verified, plan ?? 0, 1);
  return (
    <section className="funds">
      <h2>
        {t('yearFunds')} <span className="small muted">{t('entries', { n: year.entries })}</span>
        <Help topic="funds" />
      </h2>
      <dl className="pairs">
        {(['reported', 'verified'] as const).map((k) => (
          <div key={k}>
            <dt>{t(k)}</dt>
            <dd>
              <span className="bar" aria-hidden="true">
                <i className={year[k] > 0 ? k : ''} style={{ width: `${(year[k] / most) * 100}%` }} />
                {plan ? <b style={{ left: `${((plan * pace) / most) * 100}%` }} /> : null}
              </span>
              <Money yuan={year[k]} />
            </dd>
          </div>
        ))}
      </dl>
      {plan ? (
        <p className="small muted">
          <PlanComparison plan={plan} pace={pace} verified={year.verified} />
        </p>
      ) : null}
      <p className="small muted">
        {t('thisMonth')} <Money yuan={month.reported} /> / <Money yuan={month.verified} /> · {t('cumulative')}{' '}
        <Money yuan={cumulative.reported} /> / <Money yuan={cumulative.verified} />
      </p>
      <ByCategory entries={standing.filter((f) => f.paid_on.startsWith(today.slice(0, 4)))} />
      <FundEntries project={id} entries={standing} />
      {may('stage.move') && (
        <Editor
          label={t('reportFund')}
          title={t('reportFund')}
          record={`project/${id}`}
          initial={{ paid_on: today, category: 'equipment' }}
          keys={['funds', 'project']}
          fields={form.fields}
          save={form.save}
        />
      )}
    </section>
  );
}

/** PlanComparison compares what is verified with the year's plan at an even pace. */
function PlanComparison({ plan, pace, verified }: { plan: number; pace: number; verified: number }) {
  const { t } = useTranslation('figures');
  const gap = (verified / plan - pace) * 100;
  const points = Math.abs(gap).toFixed(1);
  const key = points === '0.0' ? 'planEven' : gap < 0 ? 'planBehind' : 'planAhead';
  return <Trans t={t} i18nKey={key} values={{ pace: percent(pace), points }} components={{ plan: <Money yuan={plan} /> }} />;
}

function ByCategory({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation('figures');
  const categories = [...new Set(entries.map((e) => e.category))];
  if (categories.length === 0) return null;
  const sum = (of: Entry[], pick: (e: Entry) => number) => of.reduce((n, e) => n + pick(e), 0);
  return (
    <table className="fund-kinds">
      <thead>
        <tr>
          <th scope="col">{t('category')}</th>
          <th scope="col">{t('reported')}</th>
          <th scope="col">{t('verified')}</th>
          <th scope="col">{t('toVerify')}</th>
        </tr>
      </thead>
      <tbody>
        {categories.map((c) => {
          const of = entries.filter((e) => e.category === c);
          return (
            <tr key={c}>
              <th scope="row">{t(`enums:fundCategory.${c}`)}</th>
              <td>
                <Money yuan={sum(of, (e) => e.amount)} />
              </td>
              <td>
                <Money yuan={sum(of, (e) => e.verified ?? 0)} />
              </td>
              <td>
                <Money yuan={sum(of, (e) => (e.verified === null ? e.amount : 0))} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
