/** today is the day on which the page of components stands still. */
export const today = '2026-10-19';
