/** Trail is the way through a list: the rows that were loaded, in order, and where more are. */
export type Trail = { ids: string[]; terms: Record<string, string>; next: string };

const key = (list: string) => `sangu.trail.${list}`;

/** leaveTrail notes the rows of a list, so that a record knows its neighbours inside the filter. */
export function leaveTrail(list: string, trail: Trail) {
  sessionStorage.setItem(key(list), JSON.stringify(trail));
}

/** trailOf gives the way through a list that this tab last showed. */
export function trailOf(list: string): Trail | undefined {
  const text = sessionStorage.getItem(key(list));
  if (!text) return undefined;
  const neighbours: Trail = JSON.parse(text);
  return neighbours;
}
