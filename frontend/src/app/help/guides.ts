import type { Guide } from '../../../guides';

export type Told = { guide: Guide; pictures: Record<string, { src: string; width: number; height: number }> };

const files = import.meta.glob<{ default: Told }>('../../../../docs/guide/*.md', { query: '?guide' });

/** names are the guides there are, by whom they are for. */
export const names = ['officers', 'leaders', 'administrators'] as const;

/** open fetches a guide in a language. */
export async function open(name: string, language: string): Promise<Told> {
  const load = files[`../../../../docs/guide/${name}.${language === 'zh-CN' ? 'zh-CN' : 'en'}.md`];
  if (!load) throw new Error(name);
  return (await load()).default;
}

/** sections are all headings of all guides, for the palette. */
export async function sections(language: string): Promise<{ guide: string; anchor: string; text: string }[]> {
  const told = await Promise.all(names.map((n) => open(n, language)));
  return told.flatMap((x, i) =>
    x.guide.blocks.flatMap((b) => (b.kind === 'heading' && b.id ? [{ guide: names[i] ?? '', anchor: b.id, text: b.text }] : [])),
  );
}
