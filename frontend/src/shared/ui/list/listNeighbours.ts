/** ListNeighbours is the rows that a list has loaded, in order, and the cursor where more follow. */
export type ListNeighbours = { ids: string[]; terms: Record<string, string>; next: string };

const key = (list: string) => `sangu.trail.${list}`;

/** saveNeighbours stores the rows of a list for this tab, so that a record's page can step to the previous and the next one. */
export function saveNeighbours(list: string, trail: ListNeighbours) {
  sessionStorage.setItem(key(list), JSON.stringify(trail));
}

/** readNeighbours returns the rows of a list as this tab last showed it, or undefined where it has not. */
export function readNeighbours(list: string): ListNeighbours | undefined {
  const text = sessionStorage.getItem(key(list));
  if (!text) return undefined;
  const neighbours: ListNeighbours = JSON.parse(text);
  return neighbours;
}
