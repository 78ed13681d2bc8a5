/** MentionText is a text with the people it names; a person counts only while the text contains @name. */
export type MentionText = { text: string; people: { id: string; name: string }[] };

export const noMentions: MentionText = { text: '', people: [] };

/** isMentionText reports whether the value of a form's field is such a text. */
export const isMentionText = (v: unknown): v is MentionText =>
  typeof v === 'object' && v !== null && 'text' in v && typeof v.text === 'string' && 'people' in v && Array.isArray(v.people);

/** mentioned returns the ids of the people whom the text still names. */
export const mentioned = (s: MentionText): string[] =>
  s.people.filter((p, i) => s.text.includes(`@${p.name}`) && s.people.findIndex((x) => x.id === p.id) === i).map((p) => p.id);

/** split divides a text into plain parts and names of people. It tries longer names first, so that 王海 does not match inside 王海涛. */
export function split(text: string, names: string[]): { text: string; name: boolean }[] {
  const marks = [...names].sort((a, b) => b.length - a.length).map((n) => `@${n}`);
  const out: { text: string; name: boolean }[] = [];
  let plain = '';
  for (let i = 0; i < text.length; ) {
    const mark = marks.find((m) => text.startsWith(m, i));
    if (!mark) {
      plain += text[i++];
      continue;
    }
    if (plain) out.push({ text: plain, name: false });
    out.push({ text: mark, name: true });
    plain = '';
    i += mark.length;
  }
  if (plain) out.push({ text: plain, name: false });
  return out;
}
