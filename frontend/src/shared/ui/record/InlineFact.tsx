import { EditOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import { Conflict } from '../conflict/Conflict';
import type { Reread } from '../conflict/merge';
import { type Field, sameValue } from '../form/field';
import { faultOf } from '../form/useReading';
import { useUndo } from '../undo/useUndo';
import { FactControl } from './FactControl';
import { FieldValue } from './FieldValue';
import type { BoundSheet } from './sheet';

type Props = { sheet: BoundSheet; field: Field; label: string; children: ReactNode };

/** InlineFact is a fact that becomes its control by a click, Enter or e; Enter keeps what is written, Esc does not. It is shown as kept at once, and rolled back with the server's reason where it is refused. */
export function InlineFact({ sheet, field, label, children }: Props) {
  const { t } = useTranslation('record');
  const { message } = App.useApp();
  const today = useMe()?.today ?? '2026-01-01';
  const offer = useUndo();
  const begun = useRef(sheet);
  const pencil = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useState<unknown>();
  const [editing, setEditing] = useState(false);
  const [waiting, setWaiting] = useState<{ value: unknown }>();
  const [reason, setReason] = useState('');
  const [clash, setClash] = useState<Reread>();

  function begin() {
    if (editing || waiting) return;
    begun.current = sheet;
    // What was refused is still there to be put right.
    setTyped(reason ? typed : sheet.values[field.key]);
    setEditing(true);
  }

  function end(toFact = true) {
    setEditing(false);
    if (toFact) requestAnimationFrame(() => pencil.current?.focus());
  }

  function cancel() {
    setReason('');
    end();
  }

  async function keep(value: unknown, toFact = true) {
    const fault = faultOf(field, value, today);
    if (fault && !fault.soft) return setReason(t(`form:${fault.key}`, fault));
    if (sameValue(value, begun.current.values[field.key])) {
      setReason('');
      return end(toFact);
    }
    setTyped(value);
    setWaiting({ value });
    setReason('');
    end(toFact);
    try {
      const undo = await begun.current.put({ [field.key]: value });
      const text = t('changedTo', { label });
      if (undo) offer({ text, undo: async () => undo().then(() => ({ text: t('undone', { label }) })) });
      else void message.success(text);
    } catch (e) {
      await refused(e);
    } finally {
      setWaiting(undefined);
    }
  }

  async function refused(e: unknown) {
    if (!(e instanceof ApiError)) {
      setReason(t('notSent'));
      return;
    }
    if (e.status === 412) return setClash(await begun.current.reread());
    const fields = e.problem.fields ?? [];
    setReason((fields.find((f) => f.path === field.key) ?? fields[0])?.message ?? e.problem.title);
  }

  return (
    <dd className={`inline-fact ${editing ? 'is-editing' : ''}`} data-editing={editing || undefined} data-field={field.key}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way; keys have the button beside it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        className="fact-value"
        onClick={(e) => {
          if (!(e.target instanceof Element && e.target.closest('a, button'))) begin();
        }}
      >
        {waiting ? <FieldValue field={field} value={waiting.value} /> : children || <span className="muted">{t('fillIn')}</span>}
      </div>
      <button
        ref={pencil}
        type="button"
        className="fact-edit"
        aria-label={t('changeFact', { label })}
        onClick={begin}
        onKeyDown={(e) => {
          if (e.key !== 'e' || e.ctrlKey || e.metaKey || e.altKey) return;
          e.preventDefault();
          e.stopPropagation();
          begin();
        }}
      >
        <EditOutlined aria-hidden="true" />
      </button>
      {editing && <FactControl field={field} label={label} value={typed} onValue={setTyped} keep={keep} cancel={cancel} reason={reason} />}
      {!editing && reason && (
        <p className="fact-reason" role="alert">
          {reason}
        </p>
      )}
      {clash && (
        <Conflict
          fields={[field]}
          base={begun.current.values}
          mine={{ ...begun.current.values, [field.key]: typed }}
          now={clash}
          onStay={() => setClash(undefined)}
          onDone={() => setClash(undefined)}
          onRefused={async (e) => {
            setClash(undefined);
            void message.error(e instanceof ApiError ? e.problem.title : t('notSent'));
          }}
        />
      )}
    </dd>
  );
}
