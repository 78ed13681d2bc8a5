import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import { useRuleName } from '@/shared/ui/Basis';
import { Editor } from '@/shared/ui/Editor';
import { Help } from '@/shared/ui/Help';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading, Nothing } from '@/shared/ui/State';

/** Bulletins lists the published months; one opens as it was frozen, with what was corrected since. */
export default function Bulletins() {
  const { t } = useTranslation('figures');
  const may = useMay();
  const today = useMe()?.today ?? '';
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const { id }: { id?: string } = useSearch({ strict: false });
  const list = useQuery({ queryKey: ['bulletins'], queryFn: async () => must(await api.GET('/bulletins', {})).items });
  const shown = id ?? list.data?.[0]?.id;
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('bulletins')}
          <Help topic="bulletin" />
        </h1>
        {may('rule.manage') && (
          <Editor
            primary
            label={t('publish')}
            title={t('publish')}
            initial={{ month: today.slice(0, 7) }}
            keys={['bulletins']}
            fields={[{ key: 'month', label: t('month'), type: 'text', required: true }]}
            save={async (v) => {
              const month = String(v.month);
              const sure = await modal.confirm({
                title: t('publishTitle', { month }),
                content: t('publishHint'),
                okText: t('publish'),
                cancelText: t('common:cancel'),
              });
              if (sure) must(await api.POST('/bulletins', { body: { month } }));
            }}
          />
        )}
      </div>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.data?.length === 0 && <Nothing text={t('none')} />}
      <div className="filters">
        {list.data?.map((b) => (
          <Button
            key={b.id}
            type={b.id === shown ? 'primary' : 'default'}
            onClick={() => navigate({ to: '/bulletins', search: { id: b.id } })}
          >
            {b.month}
          </Button>
        ))}
      </div>
      {shown && <One id={shown} />}
    </div>
  );
}

function One({ id }: { id: string }) {
  const { t } = useTranslation('figures');
  const rule = useRuleName();
  const one = useQuery({
    queryKey: ['bulletin', id],
    queryFn: async () => must(await api.GET('/bulletins/{id}', { params: { path: { id } } })),
  });
  if (one.isPending) return <Loading />;
  if (one.isError) return <Failed error={one.error} retry={() => one.refetch()} />;
  const b = one.data;
  const lines = [...b.printed.units, { ...b.printed.total, unit: t('whole') }];
  return (
    <section className="section">
      <p className="sub">
        {t('known', { on: b.effective_on })} · {rule(b.rule_version)} · {t('frozen')} {b.published_at.slice(0, 10)} {b.by_name} ·{' '}
        <span className={b.same ? '' : 'bad'}>{b.same ? t('same') : t('differs')}</span>
      </p>
      <p style={{ display: 'flex', gap: 12 }}>
        <a href={`/api/v1/bulletins/${id}/docx`}>{t('docx')}</a>
        <a href={`/api/v1/bulletins/${id}/xlsx`}>{t('xlsx')}</a>
      </p>
      <div className="scroll-x">
        <Lines lines={lines} />
      </div>
      {b.printed.total.month_signed_unsure + b.printed.total.month_started_unsure > 0 && (
        <p className="muted">
          {t('monthUnsure', { signed: b.printed.total.month_signed_unsure, started: b.printed.total.month_started_unsure })}
        </p>
      )}
      <h2>{t('corrections')}</h2>
      {b.corrections.length === 0 && <p className="muted">{t('noCorrections')}</p>}
      <ul className="list">
        {b.corrections.map((c) => (
          <li key={`${c.unit}${c.figure}`}>
            <span>
              {c.unit || t('whole')} · {t(`line.${c.figure}`)}
            </span>
            <span className="money">
              {t('published')} {c.published} → {t('now')} {c.now}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ lines }: { lines: Schemas['BulletinOut']['printed']['units'] }) {
  const { t } = useTranslation('figures');
  const pair = (claimed: number, confirmed: number) => `${claimed} (${confirmed})`;
  return (
    <table className="rates">
      <thead>
        <tr>
          {['unit', 'signed', 'signed_amount', 'fulfilling', 'started', 'in_production', 'funds_reported', 'funds_verified'].map((k) => (
            <th key={k} className={k === 'unit' ? '' : 'num'}>
              {t(k === 'unit' ? 'unit' : `line.${k}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((l) => (
          <tr key={l.unit}>
            <td>{l.unit}</td>
            <td className="num">{pair(l.signed, l.signed_confirmed)}</td>
            <td className="num">
              <Money yuan={l.signed_amount} />
            </td>
            <td className="num">{l.fulfilling}</td>
            <td className="num">{pair(l.started, l.started_confirmed)}</td>
            <td className="num">{pair(l.in_production, l.produced_confirmed)}</td>
            <td className="num">
              <Money yuan={l.funds_reported} />
            </td>
            <td className="num">
              <Money yuan={l.funds_verified} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
