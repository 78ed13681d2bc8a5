/** token reads a value of tokens.css, the one source of colours, type and space. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
