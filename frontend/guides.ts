import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type MarkedToken, marked, type Token } from 'marked';
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

/** parts turns inline Markdown into runs of words: **strong**, `code` and [links](to). */
function parts(tokens: Token[] = []): Part[] {
  return tokens.flatMap((t): Part[] => {
    if (t.type === 'strong') return [{ text: t.text, strong: true }];
    if (t.type === 'codespan') return [{ text: t.text, code: true }];
    if (t.type === 'link') return [{ text: t.text, to: t.href }];
    return 'tokens' in t && t.tokens ? parts(t.tokens) : [{ text: t.raw }];
  });
}

/** block turns a block of Markdown into one of a guide. Headings may carry an anchor: ## 早上 {#desk}. */
function block(token: MarkedToken): Block[] {
  switch (token.type) {
    case 'heading': {
      const [, text = '', id = ''] = /^(.+?)(?: \{#([\w-]+)\})?$/.exec(token.text) ?? [];
      return [{ kind: 'heading', level: token.depth, id, text }];
    }
    case 'paragraph': {
      const first = token.tokens[0];
      if (token.tokens.length === 1 && first?.type === 'image') return [{ kind: 'picture', alt: first.text, name: basename(first.href) }];
      return [{ kind: 'words', parts: parts(token.tokens) }];
    }
    case 'list':
      return [{ kind: 'list', ordered: token.ordered, items: token.items.map((i) => parts(i.tokens)) }];
    case 'table':
      return [
        { kind: 'table', head: token.header.map((c) => parts(c.tokens)), rows: token.rows.map((r) => r.map((c) => parts(c.tokens))) },
      ];
    default:
      return [];
  }
}

/** read reads a guide: its title is its first heading. */
export function read(markdown: string): Guide {
  const blocks = marked.lexer(markdown).flatMap((t) => block(t as MarkedToken));
  const isTitle = (b: Block) => b.kind === 'heading' && b.level === 1;
  const title = blocks.find(isTitle);
  return { title: title?.kind === 'heading' ? title.text : '', blocks: blocks.filter((b) => !isTitle(b)) };
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
