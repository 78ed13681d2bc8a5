/** Layout says which columns show, in which order, and how many from the left stand still. */
export type Layout = { order: string[]; hidden: string[]; frozen: number };

type Keyed = { key: string; fixed?: 'start' };

/** plain is the layout of columns as the screen declares them. */
export function plain(columns: Keyed[]): Layout {
  return { order: columns.map((c) => c.key), hidden: [], frozen: columns.filter((c) => c.fixed).length };
}

/** ordered gives all columns in the layout's order; ones it does not know yet keep their place at the end. */
export function ordered<C extends Keyed>(columns: C[], layout: Layout): C[] {
  const place = (c: C) => {
    const at = layout.order.indexOf(c.key);
    return at < 0 ? layout.order.length + columns.indexOf(c) : at;
  };
  return [...columns].sort((a, b) => place(a) - place(b));
}

/** arranged gives the columns that show; the first stays where all were hidden. */
export function arranged<C extends Keyed>(columns: C[], layout: Layout): C[] {
  const all = ordered(columns, layout);
  const shown = all.filter((c) => !layout.hidden.includes(c.key));
  return (shown.length > 0 ? shown : all.slice(0, 1)).map((c, i) => ({ ...c, fixed: i < layout.frozen ? 'start' : undefined }));
}

/** moved takes a key one step up (-1) or down (1). */
export function moved(keys: string[], key: string, step: -1 | 1): string[] {
  const at = keys.indexOf(key);
  const to = at + step;
  if (at < 0 || to < 0 || to >= keys.length) return keys;
  const out = [...keys];
  out.splice(at, 1);
  out.splice(to, 0, key);
  return out;
}

/** sameLayout compares what two layouts show of the columns. */
export function sameLayout(columns: Keyed[], a: Layout, b: Layout): boolean {
  const say = (l: Layout) => JSON.stringify([l.frozen, arranged(columns, l).map((c) => c.key)]);
  return say(a) === say(b);
}
