import { Button, Drawer, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { isChoice } from '@/shared/api/complete';
import { unitKinds } from '@/shared/api/unitKinds';
import { useMay } from '@/shared/session/me';
import { useOptions } from '@/shared/ui/options';
import { usePeople, useUnits } from '@/shared/ui/Pick';
import { type Import, useSteps } from './data';
import { Mark } from './Mark';

type Name = Schemas['UnknownNameOut'];
type Props = { i: Import; u: Name; settled: () => void };

/** Unknown lists names that match no unit and no person: one may choose once for all who is meant, or create the unit. Its line stays once it was shown, so that nothing below it moves. */
export function Unknown({ i, units, people }: { i: Import; units: Name[]; people: Name[] }) {
  const { t } = useTranslation('imports');
  const [open, setOpen] = useState(false);
  const [ever, setEver] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const settled = () => list.current?.focus();
  const left = units.length + people.length;
  if (left > 0 && !ever) setEver(true);
  if (!ever) return null;
  const said = [
    units.length > 0 && t('unknownUnits', { n: units.length }),
    people.length > 0 && t('unknownPeople', { n: people.length }),
  ].filter(Boolean);
  return (
    <div className="import-unknown">
      <Mark kind={left > 0 ? 'warning' : 'ok'} />
      <span>{left > 0 ? said.join(t('comma')) : t('namesSettled')}</span>
      {left > 0 && (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {t('settleNames')}
        </Button>
      )}
      <Drawer title={t('settleNames')} open={open} onClose={() => setOpen(false)} size={560} destroyOnHidden>
        {/* A name that is settled leaves the list: the keyboard stays in it. */}
        <div ref={list} tabIndex={-1} className="import-names">
          {left === 0 && <p className="muted">{t('namesSettled')}</p>}
          <Names title="unknownUnits" all={units} one={(u) => <Unit i={i} u={u} settled={settled} />} />
          <Names title="unknownPeople" all={people} one={(u) => <Person i={i} u={u} settled={settled} />} />
        </div>
      </Drawer>
    </div>
  );
}

const mostShown = 20;

function Names({ title, all, one }: { title: string; all: Name[]; one: (u: Name) => React.ReactNode }) {
  const { t } = useTranslation('imports');
  if (all.length === 0) return null;
  return (
    <section className="import-units" aria-label={t(title, { n: all.length })}>
      <h2>{t(title, { n: all.length })}</h2>
      <ul className="import-list">
        {all.slice(0, mostShown).map((u) => (
          <li key={`${u.sheet} ${u.field} ${u.name}`}>
            <span>
              <b>{u.name}</b> <span className="small muted">{t('inCells', { n: u.cells, sheet: u.sheet })}</span>
            </span>
            <span className="actions">{one(u)}</span>
          </li>
        ))}
      </ul>
      {all.length > mostShown && <p className="small muted">{t('moreNames', { n: all.length - mostShown })}</p>}
    </section>
  );
}

function Meant({ i, u, settled, options, hint }: Props & { options: { value: string; label: string }[]; hint: string }) {
  const { t } = useTranslation('imports');
  const steps = useSteps(i);
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      aria-label={t('meant', { name: u.name })}
      placeholder={hint}
      style={{ width: 170 }}
      popupMatchSelectWidth={false}
      onChange={async (text?: string) => {
        if (text && (await steps.fix(u.sheet, [{ field: u.field, from: u.name, text }]))) settled();
      }}
    />
  );
}

function Person({ i, u, settled }: Props) {
  const { t } = useTranslation('imports');
  const people = usePeople(u.field === 'leader');
  return <Meant i={i} u={u} settled={settled} hint={t('meantPerson')} options={people.map((p) => ({ value: p.name, label: p.label }))} />;
}

function Unit({ i, u, settled }: Props) {
  const { t } = useTranslation('imports');
  const may = useMay();
  const steps = useSteps(i);
  const options = useOptions();
  const all = useUnits();
  const root = all.find((x) => x.kind === 'county') ?? all.find((x) => !x.parent_id);
  const [kind, setKind] = useState<Schemas['ImportUnitIn']['kind']>(/[乡镇]$/.test(u.name) ? 'township' : 'bureau');
  return (
    <>
      <Meant i={i} u={u} settled={settled} hint={t('meantUnit')} options={all.map((x) => ({ value: x.name, label: x.name }))} />
      {may('unit.add') && root && (
        <>
          <Select
            aria-label={t('kindOfUnit', { name: u.name })}
            style={{ width: 110 }}
            value={kind}
            options={options('unitKind')}
            onChange={(to) => isChoice(to, unitKinds) && setKind(to)}
          />
          <Button
            onClick={async () => {
              if (await steps.addUnits([{ name: u.name, parent_id: root.id, kind }])) settled();
            }}
          >
            {t('makeUnit')}
          </Button>
        </>
      )}
    </>
  );
}
