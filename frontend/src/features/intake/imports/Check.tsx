import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '@/shared/ui/State';
import { type Import, type Sheet, useSheets, useSteps } from './data';
import { Mark } from './Mark';
import { Rows } from './Rows';
import { Summary } from './Summary';
import { Unknown } from './Unknown';

/** Check shows how the sheets are read and what is wrong, cell by cell, until the yes to write. */
export function Check({ i, close }: { i: Import; close: () => void }) {
  const { t } = useTranslation('imports');
  const { sheet }: { sheet?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const sheets = useSheets(i);
  const steps = useSteps(i);
  const [accept, setAccept] = useState(false);
  const [busy, setBusy] = useState(false);
  if (sheets.isPending) return <Loading />;
  if (sheets.isError) return <Failed error={sheets.error} retry={() => sheets.refetch()} />;
  const all = sheets.data.sheets;
  const sum = (of: (s: Sheet) => number) => all.reduce((n, s) => n + of(s), 0);
  const bad = sum((s) => s.errors + s.duplicates);
  const warned = sum((s) => s.warnings);
  const ready = sum((s) => s.ready) - (accept ? 0 : warned);
  return (
    <>
      <Unknown i={i} units={sheets.data.units} people={sheets.data.people} />
      <Tabs
        className="import-sheets"
        activeKey={all.some((s) => s.sheet === sheet) ? sheet : all[0]?.sheet}
        onChange={(to) => navigate({ to: '/imports', search: { id: i.id, sheet: to }, replace: true })}
        items={all.map((s) => ({
          key: s.sheet,
          label: <TabName s={s} />,
          children: (
            <>
              <Summary i={i} s={s} />
              {s.kind !== '' && <Rows key={JSON.stringify([s.kind, s.header_rows, s.columns])} i={i} s={s} />}
            </>
          ),
        }))}
      />
      <div className="import-foot">
        <span className="small">
          {bad > 0 && t('willWrite', { bad })}
          {warned > 0 && t('willAsk', { warned })}
          {bad + warned === 0 && t('willWriteAll')}
          {t('noTwice')}
        </span>
        <span className="actions">
          {warned > 0 && (
            <Checkbox checked={accept} onChange={(e) => setAccept(e.target.checked)}>
              {t('acceptWarnings')}
            </Checkbox>
          )}
          <Button onClick={close}>{t('again')}</Button>
          {bad + warned > 0 && <Button href={`/api/v1/imports/${i.id}/problems`}>{t('downloadN', { n: bad + warned })}</Button>}
          <Button
            type="primary"
            loading={busy}
            disabled={ready === 0 || sheets.isPlaceholderData}
            onClick={async () => {
              setBusy(true);
              await steps.write(accept);
              setBusy(false);
            }}
          >
            {t('writeN', { n: ready })}
          </Button>
        </span>
      </div>
    </>
  );
}

function TabName({ s }: { s: Sheet }) {
  const { t } = useTranslation('imports');
  if (s.kind === '') return <span className="muted">{t('leftOut', { sheet: s.sheet })}</span>;
  const worst = s.errors > 0 ? 'error' : s.duplicates > 0 ? 'duplicate' : s.warnings > 0 ? 'warning' : 'ok';
  const problems = s.errors + s.warnings + s.duplicates;
  return (
    <span className="import-tab">
      {s.sheet} <span className="small">{t('nRows', { n: s.rows })}</span>
      <Mark kind={worst} />
      <span className="import-said">{problems > 0 ? t('nProblems', { n: problems }) : t('noProblems')}</span>
    </span>
  );
}
