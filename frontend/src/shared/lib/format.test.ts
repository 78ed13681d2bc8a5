import { describe, expect, it } from 'vitest';
import { addDays, money, parseDate, parseMoney, percent } from './format';

describe('money', () => {
  it('is 万元 under a hundred million and 亿元 above, half rounded up', () => {
    expect(money(12_345_000)).toEqual({ value: '1,234.50', unit: 'wan', exact: '12,345,000' });
    expect(money(86_500_000).value).toBe('8,650');
    expect(money(1_860_000_000)).toMatchObject({ value: '18.60', unit: 'yi' });
    expect(money(100_500_000).value).toBe('1.01');
  });
  it('says nothing for what is not known, and 0 for zero', () => {
    expect(money(null).value).toBe('—');
    expect(money(0).value).toBe('0');
  });
  it('is in millions and billions for readers of English', async () => {
    const { default: i18n } = await import('i18next');
    await i18n.init({ lng: 'en-US', resources: {} });
    expect(money(12_345_000)).toMatchObject({ value: '12.35', unit: 'wan' });
    expect(money(86_000_000).value).toBe('86');
    expect(money(20_844_000_000)).toMatchObject({ value: '20.84', unit: 'yi' });
    expect(parseMoney('32')).toBe(32_000_000);
    expect(parseMoney('3.2bn')).toBe(3_200_000_000);
    expect(parseMoney('500k')).toBe(500_000);
    await i18n.changeLanguage('zh-CN');
  });
  it('is read as people write it, in 万元 unless it says otherwise', () => {
    expect(parseMoney('3.5亿')).toBe(350_000_000);
    expect(parseMoney('3,500')).toBe(35_000_000);
    expect(parseMoney('1亿2000万')).toBe(120_000_000);
    expect(parseMoney('')).toBeNull();
    expect(parseMoney('about')).toBeUndefined();
  });
});

describe('dates', () => {
  it('are read as people write them', () => {
    expect(parseDate('2026.9.26', '2026-01-01')).toBe('2026-09-26');
    expect(parseDate('9月26日', '2026-01-01')).toBe('2026-09-26');
    expect(parseDate('20260926', '2026-01-01')).toBe('2026-09-26');
    expect(parseDate('明天', '2026-12-31')).toBe('2027-01-01');
    expect(parseDate('2026-02-30', '2026-01-01')).toBeUndefined();
  });
  it('move over months', () => expect(addDays('2026-02-28', 1)).toBe('2026-03-01'));
});

describe('shares', () => {
  it('of nothing are a dash', () => {
    expect(percent(null)).toBe('—');
    expect(percent(0.41666)).toBe('41.7 %');
    expect([0, 0.0001, 0.0005, 0.9994, 0.9999, 1].map(percent)).toEqual(['0 %', '< 0.1 %', '0.1 %', '99.9 %', '> 99.9 %', '100 %']);
  });
});
