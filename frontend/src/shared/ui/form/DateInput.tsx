import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseEventDay } from '@/shared/lib/eventDay';
import { parseDate } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import type { Typed } from './typed';

/** short returns a day as people jot it down: 11.25. */
const short = (day: string) => day.slice(5).split('-').map(Number).join('.');

/** DateInput accepts a day as people write it and holds it as 2026-09-26; with coarse also a month, a year or 9月底前, held as 2026-09, 2026 or ≤ 2026-09-30. What is not a day is kept as typed, so that the form refuses it. It calls onChange when it loses focus, or with live on every key. */
export function DateInput({ value, onChange, label, live, coarse, ...p }: Typed<string> & { live?: boolean; coarse?: boolean }) {
  const read = coarse ? parseEventDay : parseDate;
  const { t } = useTranslation();
  const today = useMe()?.today ?? '2026-01-01';
  const told = (s: string) => (s === '' ? undefined : (read(s, today) ?? s));
  const tell = () => told(text) !== value && onChange?.(told(text));
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText((now) => ((read(now, today) ?? now) === (value ?? '') ? now : (value ?? ''))), [value, today, read]);
  return (
    <Input
      {...p}
      value={text}
      aria-label={label}
      placeholder={label ?? t(coarse ? 'eventDayHint' : 'dateHint', { day: today, short: short(today) })}
      onChange={(e) => {
        setText(e.target.value);
        if (live) onChange?.(told(e.target.value));
      }}
      onBlur={() => {
        setText(told(text) ?? '');
        if (!live) tell();
      }}
      onPressEnter={() => !live && tell()}
    />
  );
}
