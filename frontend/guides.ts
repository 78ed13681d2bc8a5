import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Part is a run of words: plain, strong, code, or a link. */
export type Part = { text: string; strong?: true; code?: true; to?: string };
export type Block =
  | { kind: 'heading'; level: number; id: string; text: string }
  | { kind: 'words'; parts: Part[] }
  | { kind: 'list'; ordered: boolean; items: Part[][] }
  | { kind: 'table'; head: Part[][]; rows: Part[][][] }
  | { kind: 'picture'; alt: string; name: string };
export type Guide = { title: string; blocks: Block[] };

/** parts reads **strong**, `code` and [links](to). */
function parts(line: string): Part[] {
  const out: Part[] = [];
  let rest = line;
  for (let m = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)/.exec(rest); m; m = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)/.exec(rest)) {
    if (m.index > 0) out.push({ text: rest.slice(0, m.index) });
    const [whole, strong, code, text, to] = m;
    if (strong) out.push({ text: strong, strong: true });
    else if (code) out.push({ text: code, code: true });
    else out.push({ text: text ?? '', to: to ?? '' });
    rest = rest.slice(m.index + whole.length);
  }
  if (rest) out.push({ text: rest });
  return out;
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((c) => parts(c.trim()));

/** read reads the part of Markdown that the guides are written in: headings with {#anchors}, paragraphs, lists, tables, pictures. */
export function read(markdown: string): Guide {
  const guide: Guide = { title: '', blocks: [] };
  for (const chunk of markdown.split(/\n{2,}/)) {
    const lines = chunk.split('\n').filter((l) => l.trim() !== '');
    const first = lines[0];
    if (first === undefined) continue;
    const heading = /^(#+) (.+?)(?: \{#([\w-]+)\})?$/.exec(first);
    const picture = /^!\[(.*)\]\(images\/(.+)\)$/.exec(first);
    if (heading) {
      const [, marks = '', text = '', id = ''] = heading;
      if (marks.length === 1) guide.title = text;
      else guide.blocks.push({ kind: 'heading', level: marks.length, id, text });
    } else if (picture) guide.blocks.push({ kind: 'picture', alt: picture[1] ?? '', name: picture[2] ?? '' });
    else if (first.startsWith('|')) guide.blocks.push({ kind: 'table', head: cells(first), rows: lines.slice(2).map(cells) });
    else if (/^(-|\d+\.) /.test(first))
      guide.blocks.push({ kind: 'list', ordered: !first.startsWith('-'), items: lines.map((l) => parts(l.replace(/^(-|\d+\.) /, ''))) });
    else guide.blocks.push({ kind: 'words', parts: parts(lines.join('\n')) });
  }
  return guide;
}

/** size reads how large a PNG is from its first bytes. */
function size(file: string): { width: number; height: number } {
  const head = readFileSync(file).subarray(16, 24);
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
}

/** guidesPlugin turns a guide of docs/guide into a module when the product is built: nothing reads Markdown in a browser. */
export function guidesPlugin(): Plugin {
  return {
    name: 'guides',
    enforce: 'pre',
    load(id) {
      const [file = '', query] = id.split('?');
      if (query !== 'guide') return;
      this.addWatchFile(file);
      const guide = read(readFileSync(file, 'utf8'));
      const shot = (name: string) => resolve(dirname(file), 'images', basename(name));
      // The first pictures are taken of a product that has none in its guides yet.
      guide.blocks = guide.blocks.filter((b) => b.kind !== 'picture' || existsSync(shot(b.name)));
      const names = [...new Set(guide.blocks.flatMap((b) => (b.kind === 'picture' ? [b.name] : [])))];
      const imports = names.map((n, i) => `import p${i} from ${JSON.stringify(`${shot(n)}?url`)};`);
      // With its size a picture keeps its place before it has come, so that an anchor below it stays where it was jumped to.
      const pictures = `{${names.map((n, i) => `${JSON.stringify(n)}: { src: p${i}, ...${JSON.stringify(size(shot(n)))} }`).join(', ')}}`;
      return `${imports.join('\n')}\nexport default { guide: ${JSON.stringify(guide)}, pictures: ${pictures} };`;
    },
  };
}
