import { type SetStateAction, useRef } from 'react';
import type { SubjectKind } from '../record/subject';
import { MentionInput } from './MentionInput';
import { type MentionText, noMentions } from './mentionText';

type Props = {
  on: { kind: SubjectKind; id: string };
  label: string;
  id?: string;
  value?: MentionText;
  onChange?: (said?: MentionText) => void;
};

/** MentionField is a form's field for a text that may name people. */
export function MentionField({ on, label, id, value, onChange }: Props) {
  // The text and whom it names change one after the other, before the form gives the first of them back.
  const latest = useRef<MentionText>(noMentions);
  latest.current = value ?? noMentions;
  const set = (next: SetStateAction<MentionText>) => {
    latest.current = typeof next === 'function' ? next(latest.current) : next;
    onChange?.(latest.current.text === '' ? undefined : latest.current);
  };
  return <MentionInput kind={on.kind} id={on.id} inputId={id} label={label} rows={2} value={latest.current} onChange={set} />;
}
