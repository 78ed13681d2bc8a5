import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Steps, Tabs, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { money } from '@/shared/lib/format';
import { Nothing } from '@/shared/ui/State';

type Result = Schemas['ImportOut'];

async function send(file: File, dry: boolean, accept: boolean): Promise<Result> {
  const body = new FormData();
  body.set('file', file);
  body.set('dry_run', String(dry));
  body.set('accept_warnings', String(accept));
  return must(await api.POST('/imports', { body: {}, bodySerializer: () => body }));
}

export default function Import() {
  const { t } = useTranslation('imports');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [accept, setAccept] = useState(false);
  const [checked, setChecked] = useState<Result>();
  const [written, setWritten] = useState<Result>();
  const [busy, setBusy] = useState(false);

  async function run(f: File, dry: boolean, yes: boolean) {
    setBusy(true);
    try {
      const r = await send(f, dry, yes);
      if (dry) setChecked(r);
      else {
        setWritten(r);
        await client.invalidateQueries();
      }
    } catch (e) {
      void message.error(e instanceof Error ? e.message : String(e), 6);
    } finally {
      setBusy(false);
    }
  }

  const step = written ? 2 : checked ? 1 : 0;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Steps
          size="small"
          current={step}
          style={{ maxWidth: 420 }}
          items={[{ title: t('common:upload') }, { title: t('check') }, { title: t('write') }]}
        />
      </div>
      {!checked && (
        <Upload.Dragger
          accept=".xlsx,.csv"
          showUploadList={false}
          disabled={busy}
          beforeUpload={(f) => {
            setFile(f);
            void run(f, true, accept);
            return false;
          }}
        >
          <p style={{ padding: 24 }}>{t('drop')}</p>
          <p className="muted">{t('hint')}</p>
        </Upload.Dragger>
      )}
      {checked && file && (
        <>
          <p className="muted">{file.name}</p>
          <Tabs items={checked.sheets.map((s) => ({ key: s.sheet, label: `${s.sheet} ${s.rows}`, children: <Sheet s={s} /> }))} />
          {written ? (
            <p className="finding">{t('done', { c: written.created, u: written.updated, x: written.unchanged })}</p>
          ) : (
            <div className="pager">
              <Checkbox
                checked={accept}
                onChange={(e) => {
                  setAccept(e.target.checked);
                  void run(file, true, e.target.checked);
                }}
              >
                {t('acceptWarnings')}
              </Checkbox>
              <Button type="primary" loading={busy} onClick={() => run(file, false, accept)}>
                {t('writeN', { n: checked.created + checked.updated })}
              </Button>
            </div>
          )}
          <Button
            type="link"
            onClick={() => {
              setFile(undefined);
              setChecked(undefined);
              setWritten(undefined);
            }}
          >
            {t('again')}
          </Button>
        </>
      )}
    </div>
  );
}

function Sheet({ s }: { s: Schemas['ImportSheet'] }) {
  const { t } = useTranslation('imports');
  const known = s.columns.filter((c) => c.field !== '').length;
  const of = (severity: string) => s.problems.filter((p) => p.severity === severity).length;
  const counts: [string, number][] = [
    ['accepted', s.accepted],
    ['errors', of('error')],
    ['warnings', of('warning')],
    ['duplicates', of('duplicate')],
  ];
  return (
    <>
      <p className="small muted">
        {[
          t(s.kind === 'problem' ? 'problemSheet' : s.kind),
          t('header', { rows: s.header_rows.join('—') }),
          t('recognised', { a: known, b: s.columns.length }),
          s.unit > 0 ? t('unit', { u: t(`common:${money(s.unit).unit || 'wan'}`) }) : '',
          s.as_of ? t('asOf', { d: s.as_of }) : '',
          s.skipped > 0 ? t('skipped', { n: s.skipped }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p style={{ display: 'flex', gap: 24, flexWrap: 'wrap' }}>
        {counts.map(([key, n]) => (
          <span key={key}>
            <b style={{ fontSize: 20 }} className="money">
              {n}
            </b>{' '}
            {t(key)}
          </span>
        ))}
      </p>
      {s.problems.length === 0 ? (
        <Nothing text={t('noProblems')} />
      ) : (
        <table className="rates">
          <thead>
            <tr>
              <th>{t('row')}</th>
              <th>{t('content')}</th>
              <th>{t('problem')}</th>
            </tr>
          </thead>
          <tbody>
            {s.problems.map((p) => (
              <tr key={p.row}>
                <td className="money">{p.row}</td>
                <td>{p.texts.name ?? p.texts.company ?? '—'}</td>
                <td>
                  {p.findings.map((f) => (
                    <div key={f.cell + f.code}>
                      <span className={`problem-cell ${f.severity}`}>
                        <b className="money">{f.cell}</b> {f.message}
                      </span>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
