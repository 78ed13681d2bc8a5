import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useScheme } from '@/shared/theme';
import { chartTheme } from '@/shared/theme/echarts';

use([LineChart, GridComponent, TooltipComponent, AriaComponent, MarkLineComponent, SVGRenderer]);

/** Chart draws one chart and follows its box and the theme; label says in words what it shows. */
export default function Chart({ option, label, height = 300 }: { option: EChartsCoreOption; label: string; height?: number }) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is made of the tokens that the scheme chooses
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, chartTheme(), { renderer: 'svg' });
    chart.setOption({ animation: false, ...option });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, scheme]);
  return <div ref={box} role="img" aria-label={label} style={{ height }} />;
}
