/** Said is a text with the people it names; a person counts while @name stands in the text. */
export type Said = { text: string; people: { id: string; name: string }[] };

export const nothingSaid: Said = { text: '', people: [] };

/** mentioned gives the ids of those whom the text still names. */
export const mentioned = (s: Said): string[] =>
  s.people.filter((p, i) => s.text.includes(`@${p.name}`) && s.people.findIndex((x) => x.id === p.id) === i).map((p) => p.id);

/** split cuts a text into what is plain and what names a person; longer names first, so that 王海 does not cut 王海涛. */
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
