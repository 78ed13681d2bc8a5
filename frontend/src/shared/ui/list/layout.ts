/** Layout is which columns show, in which order, how many from the left are frozen, and the widths of some, in pixels. */
export type Layout = { order: string[]; hidden: string[]; frozen: number; widths?: Record<string, number> };

type Keyed = { key: string; fixed?: 'start'; off?: boolean; width?: number };

/** The narrowest and the widest that a column is made. */
export const widths = { least: 60, most: 800, plain: 120 };

/** plain is the layout of columns as the screen declares them. */
export function plain(columns: Keyed[]): Layout {
  return {
    order: columns.map((c) => c.key),
    hidden: columns.filter((c) => c.off).map((c) => c.key),
    frozen: columns.filter((c) => c.fixed).length,
  };
}

/** ordered returns all columns in the layout's order; ones it does not know yet keep their place at the end. */
export function ordered<C extends Keyed>(columns: C[], layout: Layout): C[] {
  const place = (c: C) => {
    const at = layout.order.indexOf(c.key);
    return at < 0 ? layout.order.length + columns.indexOf(c) : at;
  };
  return [...columns].sort((a, b) => place(a) - place(b));
}

/** arranged returns the columns that show, as wide as they were made; the first stays where all were hidden. */
export function arranged<C extends Keyed>(columns: C[], layout: Layout): (C & { width: number })[] {
  const all = ordered(columns, layout);
  const shown = all.filter((c) => !layout.hidden.includes(c.key));
  return (shown.length > 0 ? shown : all.slice(0, 1)).map((c, i) => ({
    ...c,
    width: layout.widths?.[c.key] ?? c.width ?? widths.plain,
    fixed: i < layout.frozen ? 'start' : undefined,
  }));
}

/** moved returns the keys with one moved a step up (-1) or down (1). */
export function moved(keys: string[], key: string, step: -1 | 1): string[] {
  const at = keys.indexOf(key);
  const to = at + step;
  if (at < 0 || to < 0 || to >= keys.length) return keys;
  const out = [...keys];
  out.splice(at, 1);
  out.splice(to, 0, key);
  return out;
}

/** widened returns a layout in which a column is so wide, within what is allowed; no width gives it back its own. */
export function widened(layout: Layout, key: string, width: number | undefined): Layout {
  const { [key]: _, ...rest } = layout.widths ?? {};
  if (width === undefined) return { ...layout, widths: rest };
  return { ...layout, widths: { ...rest, [key]: Math.round(Math.min(widths.most, Math.max(widths.least, width))) } };
}

/** stretched makes columns fill a width; those whose width was set stay as they are. */
export function stretched<C extends { key: string; width: number }>(columns: C[], layout: Layout, room: number): C[] {
  const set = (c: C) => layout.widths?.[c.key] !== undefined;
  const free = columns.filter((c) => !set(c)).reduce((n, c) => n + c.width, 0);
  const more = room - columns.reduce((n, c) => n + c.width, 0);
  if (more <= 0 || free === 0) return columns;
  const wide = columns.map((c) => (set(c) ? c : { ...c, width: Math.floor(c.width * (1 + more / free)) }));
  const rest = room - wide.reduce((n, c) => n + c.width, 0);
  const last = wide.findLastIndex((c) => !set(c));
  return wide.map((c, i) => (i === last ? { ...c, width: c.width + rest } : c));
}

/** sameLayout compares what two layouts show of the columns. */
export function sameLayout(columns: Keyed[], a: Layout, b: Layout): boolean {
  const say = (l: Layout) => JSON.stringify([l.frozen, arranged(columns, l).map((c) => [c.key, c.width])]);
  return say(a) === say(b);
}
