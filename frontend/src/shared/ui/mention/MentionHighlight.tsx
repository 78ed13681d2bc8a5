import type { Schemas } from '@/shared/api/client';
import { split } from './mentionText';
import './mention.css';

/** namesOf returns the people that a timeline entry names. */
export function namesOf(details: Schemas['TimelineEntry']['details']): string[] {
  const list: unknown = details.mentions;
  if (!Array.isArray(list)) return [];
  return list.flatMap((m: unknown) => (typeof m === 'object' && m !== null && 'name' in m && typeof m.name === 'string' ? [m.name] : []));
}

/** MentionHighlight is a text in which the people it names are marked. */
export function MentionHighlight({ text, names }: { text: string; names: string[] }) {
  if (names.length === 0) return text;
  return split(text, names).map((s, i) =>
    s.name ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their places
      <mark key={i} className="mention">
        {s.text}
      </mark>
    ) : (
      s.text
    ),
  );
}
