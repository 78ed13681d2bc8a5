export function castsIn(path: string, text: string): string[];
