import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { unitKinds } from '@/shared/api/unitKinds';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { useUnits } from '@/shared/ui/Pick';

type Unit = Schemas['UnitOut'];

/** unitBody returns a unit as it is sent: what was read, with the form's values over it. */
function unitBody(values: Values, unit?: Unit) {
  const v = readForm({ ...unit, ...values });
  return {
    name: v.text('name') ?? '',
    kind: v.mustChoose('kind', unitKinds),
    parent_id: v.text('parent_id'),
    division_code: v.text('division_code'),
    position: v.number('position'),
    retired_on: v.text('retired_on'),
  } satisfies Complete<Schemas['UnitUpdate']>;
}

/** Units is the tree of units: province, city, county, then townships, bureaus and parks. */
export default function Units() {
  const { t } = useTranslation('people');
  const units = useUnits();
  const known = new Set(units.map((u) => u.id));
  const tops = units.filter((u) => !u.parent_id || !known.has(u.parent_id));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('unitTree')}</h1>
        <Edit />
      </div>
      <Branch of={tops} all={units} />
    </div>
  );
}

function Branch({ of, all }: { of: Unit[]; all: Unit[] }) {
  const { t } = useTranslation('people');
  return (
    <ul className={of.some((u) => all.some((x) => x.parent_id === u.id)) ? 'tree' : 'tree leaves'}>
      {[...of]
        .sort((a, b) => a.position - b.position)
        .map((u) => {
          const below = all.filter((x) => x.parent_id === u.id);
          return (
            <li key={u.id}>
              <span className="leaf">
                <span>
                  <b>{u.name}</b>{' '}
                  <span className="small muted">
                    {t(`enums:unitKind.${u.kind}`)} {u.division_code} {u.retired_on && `${t('retired')} ${u.retired_on}`}
                  </span>
                </span>
                <span style={{ display: 'flex', gap: 6 }}>
                  <Edit unit={u} />
                </span>
              </span>
              {below.length > 0 && <Branch of={below} all={all} />}
            </li>
          );
        })}
    </ul>
  );
}

function Edit({ unit }: { unit?: Unit }) {
  const { t } = useTranslation('people');
  const options = useOptions();
  const may = useMay();
  if (!may('unit.manage')) return null;
  const fields: Field[] = [
    { key: 'name', label: t('unit'), type: 'text', required: true },
    { key: 'kind', label: t('kind'), type: 'select', required: true, options: options('unitKind') },
    { key: 'parent_id', label: t('parent'), type: 'unit' },
    { key: 'division_code', label: t('division'), type: 'text' },
    { key: 'position', label: t('position'), type: 'number' },
    ...(unit ? [{ key: 'retired_on', label: t('retired'), type: 'date' } as const] : []),
  ];
  return (
    <Editor
      primary={!unit}
      hotkey={unit ? undefined : 'c'}
      label={unit ? t('common:edit') : t('newUnit')}
      title={unit ? `${t('editUnit')} · ${unit.name}` : t('newUnit')}
      initial={unit ? { ...unit } : { kind: 'bureau' }}
      keys={['units']}
      fields={fields}
      save={async (v) => {
        const body = unitBody(v, unit);
        if (unit)
          return must(
            await api.PUT('/units/{id}', { params: { path: { id: unit.id }, header: { 'If-Match': etag(unit.version) } }, body }),
          );
        return must(await api.POST('/units', { body: { ...body, id: newId() } }));
      }}
    />
  );
}
