// No text for readers in code: it comes from the catalogue, in each language. Chinese in any string or JSX is such text.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const found = [];
function check(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node) => {
    const text = ts.isJsxText(node) || ts.isStringLiteralLike(node) ? node.text : '';
    const chinese = /\p{Script=Han}/u.test(text);
    const latin = ts.isJsxText(node) && /[A-Za-z]{2,}/.test(text);
    if (chinese || latin) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${text.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
function walk(dir) {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) walk(path);
    else if (/\.tsx?$/.test(name) && !/\.(gen|test)\.tsx?$/.test(name)) check(path);
  }
}
walk('src');
const keys = (o, p = '') => Object.entries(o).flatMap(([k, v]) => (typeof v === 'string' ? [p + k] : keys(v, `${p}${k}.`)));
for (const file of readdirSync('src/shared/i18n/zh-CN')) {
  const zh = keys(JSON.parse(readFileSync(`src/shared/i18n/zh-CN/${file}`, 'utf8')));
  const en = keys(JSON.parse(readFileSync(`src/shared/i18n/en-US/${file}`, 'utf8')));
  for (const k of zh) if (!en.includes(k)) found.push(`en-US/${file} lacks ${k}`);
  for (const k of en) if (!zh.includes(k)) found.push(`zh-CN/${file} lacks ${k}`);
}
if (found.length > 0) {
  console.error(found.join('\n'));
  process.exit(1);
}
console.log('texts: all from the catalogue, both languages alike');
