import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import type { Schemas } from '@/shared/api/client';
import { useOptions } from '@/shared/ui/options';
import { useUnits } from '@/shared/ui/Pick';
import { type Import, useSteps } from './data';

type Unknown = Schemas['UnknownUnitOut'];

/** UnknownUnits offers what to do with names that no unit has: make the unit, or say which one is meant. */
export function UnknownUnits({ i, units }: { i: Import; units: Unknown[] }) {
  const { t } = useTranslation('imports');
  if (units.length === 0) return null;
  return (
    <section className="import-units" aria-label={t('unknownUnits', { n: units.length })}>
      <h2>{t('unknownUnits', { n: units.length })}</h2>
      <ul className="import-list">
        {units.slice(0, 20).map((u) => (
          <One key={`${u.sheet} ${u.field} ${u.name}`} i={i} u={u} />
        ))}
      </ul>
    </section>
  );
}

function One({ i, u }: { i: Import; u: Unknown }) {
  const { t } = useTranslation('imports');
  const may = useMay();
  const steps = useSteps(i);
  const options = useOptions();
  const all = useUnits();
  const root = all.find((x) => x.kind === 'county') ?? all.find((x) => !x.parent_id);
  const [kind, setKind] = useState(/[乡镇]$/.test(u.name) ? 'township' : 'bureau');
  return (
    <li>
      <span>
        <b>{u.name}</b> <span className="small muted">{t('inCells', { n: u.cells, sheet: u.sheet })}</span>
      </span>
      <span className="actions">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={all.map((x) => ({ value: x.id, label: x.name }))}
          aria-label={t('meant', { name: u.name })}
          placeholder={t('meantUnit')}
          style={{ width: 170 }}
          onChange={(id?: string) => {
            const unit = all.find((x) => x.id === id);
            if (unit) void steps.fix(u.sheet, [{ field: u.field, from: u.name, text: unit.name }]);
          }}
        />
        {may('unit.add') && root && (
          <>
            <Select
              aria-label={t('kindOfUnit', { name: u.name })}
              style={{ width: 110 }}
              value={kind}
              options={options('unitKind')}
              onChange={setKind}
            />
            <Button onClick={() => steps.addUnits([{ name: u.name, parent_id: root.id, kind: kind as never }])}>{t('makeUnit')}</Button>
          </>
        )}
      </span>
    </li>
  );
}
