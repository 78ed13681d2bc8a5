import { Button } from 'antd';
import { cloneElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../form/field';
import { input } from '../form/input';
import { useReading } from '../form/useReading';

// One choice is the whole answer: it is kept as soon as it is made.
const chosen = new Set<Field['type']>(['select', 'unit', 'industry', 'leader', 'person', 'switch', 'referrer']);
const searched = new Set<Field['type']>([...chosen, 'leaders', 'multi', 'clients', 'client', 'projects', 'enterprises', 'leads', 'list']);

type Props = {
  field: Field;
  label: string;
  value: unknown;
  onValue: (v: unknown) => void;
  keep: (v: unknown, toFact?: boolean) => Promise<void>;
  cancel: () => void;
  reason: string;
};

/** FactControl is the control of a fact, laid over it: nothing around it moves. */
export function FactControl({ field: f, label, value, onValue, keep, cancel, reason }: Props) {
  const { t } = useTranslation('record');
  const reading = useReading()(f, value);
  const box = useRef<HTMLDivElement>(null);
  // yes and no are chosen like any other word
  const asked: Field =
    f.type === 'switch' ? { ...f, type: 'select', options: ['yes', 'no'].map((v) => ({ value: v, label: t(`common:${v}`) })) } : f;
  const shown = f.type === 'switch' ? (value ? 'yes' : 'no') : (value ?? undefined);
  const control = cloneElement(input(asked), {
    value: shown,
    'aria-label': label,
    ...(f.type === 'money' || f.type === 'date' ? { label } : {}),
    autoFocus: true,
    ...(chosen.has(f.type) ? { defaultOpen: true } : {}),
    onChange: (v: unknown) => {
      const now = plain(v);
      const said = f.type === 'switch' ? now === 'yes' : now;
      onValue(said);
      if (chosen.has(f.type)) void keep(said);
    },
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Esc of the control inside
    <div
      ref={box}
      className="fact-control"
      onBlur={(e) => {
        const to = e.relatedTarget;
        const inside = to instanceof Element && (box.current?.contains(to) || to.closest('.ant-select-dropdown'));
        if (!inside && to !== null) void keep(value, false);
      }}
      onKeyDown={(e) => {
        if (e.nativeEvent.isComposing) return;
        if (e.key === 'Escape') {
          e.stopPropagation();
          cancel();
        }
        const newLine = f.type === 'area' && e.shiftKey;
        if (e.key === 'Enter' && !newLine && !e.defaultPrevented && (!searched.has(f.type) || e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          void keep(value);
        }
      }}
    >
      {control}
      <div className="fact-foot">
        <span className={reason || reading?.wrong ? 'reading wrong' : 'reading'} role={reason ? 'alert' : undefined}>
          {reason || reading?.text || t('keys')}
        </span>
        <Button size="small" type="primary" onClick={() => keep(value)}>
          {t('common:save')}
        </Button>
        <Button size="small" onClick={cancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}

// Inputs of the library give an event, the product's own a value.
function plain(v: unknown): unknown {
  if (typeof v !== 'object' || v === null || !('target' in v)) return v;
  const at = v.target;
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.value : undefined;
}
