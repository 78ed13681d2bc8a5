// Each rule of use (1 to 23) has a browser test whose title carries its number: "rule 7: …", "rules 8 and 11: …".
import { readdirSync, readFileSync } from 'node:fs';

const proved = new Map();
for (const file of readdirSync('e2e').filter((f) => f.endsWith('.spec.ts')))
  for (const [, numbers] of readFileSync(`e2e/${file}`, 'utf8').matchAll(/test\(\s*['"`]rules? ([\d, and]+):/g))
    for (const n of numbers.match(/\d+/g)) proved.set(Number(n), [...(proved.get(Number(n)) ?? []), file]);
const missing = Array.from({ length: 23 }, (_, i) => i + 1).filter((n) => !proved.has(n));
if (missing.length > 0) {
  console.error(`rules without a browser test: ${missing.join(', ')}`);
  process.exit(1);
}
console.log(`rules: all 23 have browser tests, ${[...proved.values()].flat().length} in all`);
