// No cast in the front end's source: what the server's types say is checked, not asserted. `as const` is none, and
// src/shared/api/client.ts alone may cast, where answers are given the types of the server's document.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const allowed = 'src/shared/api/client.ts';

/** castsIn returns the casts and uses of any in a source text, each with its line. */
export function castsIn(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found = [];
  const visit = (node) => {
    const cast = (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) || ts.isTypeAssertionExpression(node);
    if (cast || ts.isNonNullExpression(node) || node.kind === ts.SyntaxKind.AnyKeyword) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function* filesBelow(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else if (/\.tsx?$/.test(name) && !/\.gen\.ts$/.test(name) && path !== allowed) yield path;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = [...filesBelow('src')].flatMap((path) => castsIn(path, readFileSync(path, 'utf8')));
  if (found.length > 0) {
    console.error(found.join('\n'));
    process.exit(1);
  }
  console.log('casts: none outside the client of the API');
}
