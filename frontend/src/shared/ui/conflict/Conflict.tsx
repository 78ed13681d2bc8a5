import { App, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/shared/lib/format';
import type { Field, Values } from '../form/field';
import { FieldValue } from '../record/FieldValue';
import { actorName } from '../record/timelineText';
import { merged, type Reread, type Row, rowsOf, type Side, sideOf } from './merge';
import './conflict.css';

type Props = {
  fields: Field[];
  base: Values;
  mine: Values;
  now: Reread;
  /** onStay goes back to the form with everything typed. */
  onStay: () => void;
  /** onDone is after saving, or after giving one's own up. */
  onDone: () => void;
  onRefused: (error: unknown, values: Values) => Promise<void>;
};

/** Conflict shows who changed a record since it was read, and lets each field be mine or theirs; nothing typed is lost. */
export function Conflict(p: Props) {
  const { t } = useTranslation('form');
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const [busy, setBusy] = useState(false);
  const rows = rowsOf(p.fields, p.base, p.mine, p.now.values);
  const open = rows.filter((r) => sideOf(r, chosen) === undefined).length;

  async function save(values: Values) {
    setBusy(true);
    try {
      await p.now.save(values);
      void message.success(t('common:saved'));
      p.onDone();
    } catch (e) {
      await p.onRefused(e, values);
    } finally {
      setBusy(false);
    }
  }

  const all = Object.fromEntries(rows.map((r) => [r.field.key, 'mine' as const]));
  return (
    <Modal
      open
      width={760}
      title={t('conflict.title')}
      onCancel={p.onStay}
      footer={
        <div className="conflict-foot">
          <span className="conflict-left small muted">{open > 0 ? t('conflict.left', { n: open }) : t('conflict.ready')}</span>
          <Button onClick={() => void p.now.refresh().then(p.onDone)}>{t('conflict.drop')}</Button>
          <Button loading={busy} onClick={() => save(merged(rows, p.now.values, all))}>
            {t('conflict.over')}
          </Button>
          <Button type="primary" loading={busy} disabled={open > 0} onClick={() => save(merged(rows, p.now.values, chosen))}>
            {t('conflict.merge')}
          </Button>
        </div>
      }
    >
      <ul className="conflict-who">
        {p.now.changes.map((c) => (
          <li key={c.at}>
            {t('conflict.who', { who: actorName(c.who, t), at: dateTime(c.at), what: c.fields.join('、') || t('conflict.other') })}
          </li>
        ))}
        {p.now.changes.length === 0 && <li>{t('conflict.somebody')}</li>}
      </ul>
      {rows.map((r) => (
        <Choice key={r.field.key} row={r} side={sideOf(r, chosen)} onSide={(s) => setChosen({ ...chosen, [r.field.key]: s })} />
      ))}
      {rows.length === 0 && <p>{t('conflict.same')}</p>}
    </Modal>
  );
}

function Choice({ row, side, onSide }: { row: Row; side: Side | undefined; onSide: (s: Side) => void }) {
  const { t } = useTranslation('form');
  return (
    <fieldset className={row.both ? 'conflict-row both' : 'conflict-row'}>
      <legend>
        {row.field.label} <span className="small">{row.both && t('conflict.both')}</span>
      </legend>
      <Radio.Group value={side} onChange={(e) => onSide(e.target.value)}>
        {(['mine', 'theirs'] as const).map((s) => (
          <Radio key={s} value={s}>
            <span className="small muted">{t(`conflict.${s}`)}</span>
            <span>
              <FieldValue field={row.field} value={row[s]} />
            </span>
          </Radio>
        ))}
      </Radio.Group>
      <p className="small muted">
        {t('conflict.base')} <FieldValue field={row.field} value={row.base} />
      </p>
    </fieldset>
  );
}
