import { token } from './tokens';

/** chartTheme makes ECharts' theme of the tokens that hold now: one strong colour, hairlines, no boxes. */
export function chartTheme() {
  const ink = token('--ink-2');
  const quiet = token('--ink-3');
  const line = token('--line');
  const font = { color: ink, fontFamily: token('--sans'), fontSize: 12 };
  const axis = {
    axisLine: { lineStyle: { color: token('--line-strong') } },
    axisTick: { show: false },
    axisLabel: { ...font, fontFamily: token('--num') },
    nameTextStyle: font,
    splitLine: { lineStyle: { color: line } },
    splitArea: { show: false },
  };
  return {
    color: ['--brand', '--passed', '--ochre', '--good', '--ink-3', '--brand-line'].map(token),
    backgroundColor: 'transparent',
    textStyle: font,
    title: { textStyle: { ...font, color: token('--ink') }, subtextStyle: font },
    legend: { textStyle: font, icon: 'rect', itemWidth: 12, itemHeight: 4, inactiveColor: quiet },
    tooltip: {
      backgroundColor: token('--raise'),
      borderColor: line,
      borderWidth: 1,
      textStyle: { ...font, color: token('--ink') },
      axisPointer: { lineStyle: { color: token('--line-strong') }, crossStyle: { color: token('--line-strong') } },
    },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    line: { symbol: 'none', lineStyle: { width: 2 } },
    bar: { itemStyle: { borderRadius: [0, 2, 2, 0] }, barMaxWidth: 18 },
    markLine: { label: font, lineStyle: { color: quiet } },
  };
}
