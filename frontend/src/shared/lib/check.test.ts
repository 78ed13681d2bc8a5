import { describe, expect, it } from 'vitest';
import { codeFault, phoneFault } from './check';

describe('credit codes', () => {
  it('of the standard hold, and one with another check character is doubted only', () => {
    for (const code of ['91350100M000100Y43', '91110108551385082Q', '91350200MA2YJ1XR9G', '12341700686863395A'])
      expect(codeFault(code)).toBeUndefined();
    expect(codeFault('91350100M0001TGQXM')).toEqual({ key: 'codeCheck', want: '1', soft: true });
  });
  it('say how many places are missing or too many, and which letter is none', () => {
    expect(codeFault('9135 0100-m000100y4')).toEqual({ key: 'short', by: 1, n: 17 });
    expect(codeFault('91350100M000100Y433')).toEqual({ key: 'long', by: 1, n: 19 });
    expect(codeFault('91350100M000100Y4Z')).toEqual({ key: 'codeLetter', letter: 'Z' });
  });
});

describe('phones', () => {
  it('are mobiles of eleven digits or numbers with area code; masked ones stay', () => {
    for (const p of ['138 1234 6021', '+8613812346021', '0313-6312345', '138****6021', '']) expect(phoneFault(p)).toBeUndefined();
    expect(phoneFault('1381234602')).toEqual({ key: 'short', by: 1, n: 10 });
    expect(phoneFault('找王总')).toEqual({ key: 'phoneDigits' });
  });
});
