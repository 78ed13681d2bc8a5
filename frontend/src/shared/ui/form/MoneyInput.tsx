import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money, parseMoney, scale } from '@/shared/lib/format';
import type { Typed } from './typed';

type Unit = 'wan' | 'yi';

const shown = (v: unknown, unit: Unit) => (typeof v === 'number' ? String(v / scale()[unit]) : typeof v === 'string' ? v : '');

const read = (s: string, u: Unit) => parseMoney(s, scale()[u]);

/** MoneyInput holds an amount in 元. It is typed in 万元 or 亿元 (millions or billions in English), as the switch or the typed unit says. What is not an amount is kept as typed, so that the form refuses it. */
export function MoneyInput({ value, onChange, label, ...p }: Typed<number | string | null>) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>('wan');
  const [text, setText] = useState(shown(value, 'wan'));
  useEffect(() => {
    setText((now) => ((read(now, unit) ?? (now || null)) === (value ?? null) ? now : shown(value, unit)));
  }, [value, unit]);
  const other: Unit = unit === 'wan' ? 'yi' : 'wan';
  const amount = read(text, unit);
  const exact = money(amount ?? null).exact;
  const put = (s: string, u: Unit) => {
    setText(s);
    onChange?.(read(s, u) === undefined ? s : read(s, u));
  };
  return (
    <Input
      {...p}
      value={text}
      aria-label={label}
      title={exact ? t('form:exact', { yuan: exact }) : undefined}
      inputMode="decimal"
      onChange={(e) => put(e.target.value, unit)}
      suffix={
        <button
          type="button"
          className="unit-switch"
          tabIndex={-1}
          title={t('form:switchUnit', { unit: t(other) })}
          onMouseDown={(e) => e.preventDefault()}
          onClick={() => {
            setUnit(other);
            // What was typed means the same amount in the other unit.
            if (typeof amount === 'number') setText(shown(amount, other));
            else put(text, other);
          }}
        >
          {t(unit)}
        </button>
      }
    />
  );
}
