/** Fault is what is wrong with a typed value, as a key of the form's texts; soft where a person may insist. */
export type Fault = { key: string; soft?: boolean; [param: string]: string | number | boolean | undefined };

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const full = 18;

/** normalCode writes a credit code as the register does: half-width capitals without spaces or hyphens. */
export function normalCode(text: string): string {
  const half = text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return half.replace(/[\s-]/g, '').toUpperCase();
}

/** checkCharacter is the right last character of a well-formed credit code (GB 32100-2015). */
export function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const c of code.slice(0, full - 1)) {
    sum += alphabet.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** codeFault returns what is wrong with a credit code. A wrong check character alone is only a warning: some early codes are lawful without it. */
export function codeFault(text: string): Fault | undefined {
  const code = normalCode(text);
  if (code === '') return undefined;
  const odd = [...code].find((c) => !alphabet.includes(c));
  if (odd) return { key: 'codeLetter', letter: odd };
  if (code.length !== full) return lengthFault(code.length, full);
  const want = checkCharacter(code);
  return want === code.charAt(full - 1) ? undefined : { key: 'codeCheck', want, soft: true };
}

/** phoneFault returns what is wrong with a phone number: it must be a mobile of eleven digits or a number with its area code. Masked numbers pass. */
export function phoneFault(text: string): Fault | undefined {
  const digits = text.replace(/[\s-]/g, '').replace(/^(\+86|0086)/, '');
  if (digits === '' || digits.includes('*')) return undefined;
  if (/\D/.test(digits)) return { key: 'phoneDigits' };
  if (/^1[3-9]/.test(digits)) return digits.length === 11 ? undefined : lengthFault(digits.length, 11);
  return digits.length >= 7 && digits.length <= 12 ? undefined : { key: 'phoneLength', n: digits.length };
}

function lengthFault(n: number, want: number): Fault {
  return n < want ? { key: 'short', by: want - n, n } : { key: 'long', by: n - want, n };
}
