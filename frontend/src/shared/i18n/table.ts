export type Table = Record<string, Record<string, unknown>>;

/** tableOf names each file's texts by the file, as "list" of "./zh-CN/list.json". */
export const tableOf = (files: Table): Table =>
  Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]));
