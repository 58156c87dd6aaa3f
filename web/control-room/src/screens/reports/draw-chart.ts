import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as take } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Language } from '../../../../shared/src/core/language';
import { figureText, type ReportSection } from '../../core/reports';

take([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const;
const LIGHT = ['#0a5573', '#c96f00', '#5b2a9d', '#0f6636'];
const DARK = ['#7fcdec', '#ffc65c', '#cdb5ff', '#6fd79b'];
const LONGEST_LABEL = 28;

/** Draws it, and again when its place gets another width; patterns tell series apart. */
export function drawChart(at: HTMLElement, section: ReportSection, language: Language): () => void {
  const look = getComputedStyle(at);
  const chart = init(at, undefined, { renderer: 'svg' });
  chart.setOption(optionOf(section, language, look.color, isDark(look.color), look.fontFamily));
  const sizes = new ResizeObserver(() => chart.resize());
  sizes.observe(at);
  return () => {
    sizes.disconnect();
    chart.dispose();
  };
}

/** On a dark page the words are light. */
function isDark(color: string): boolean {
  const [red = 0] = (/\d+/.exec(color) ?? ['0']).map(Number);
  return red > 128;
}

function optionOf(
  { chart, columns, rows: all }: ReportSection,
  language: Language,
  color: string,
  dark: boolean,
  fontFamily: string,
) {
  const rows = all.filter(({ rest }) => !rest);
  const lying = chart === 'bars';
  const labels = {
    type: 'category' as const,
    data: rows.map(({ label }) => label),
    axisLabel: {
      color,
      interval: 0,
      ...(lying
        ? { width: 150, overflow: 'truncate' as const }
        : { hideOverlap: true, formatter: (text: string) => short(text) }),
    },
    axisLine: { lineStyle: { color } },
    ...(lying ? { inverse: true } : {}),
  };
  const numbers = {
    type: 'value' as const,
    axisLabel: {
      color,
      formatter: (value: number) => new Intl.NumberFormat(language).format(value),
    },
    splitLine: { lineStyle: { color, opacity: 0.2 } },
  };
  const drawn = columns.flatMap((column, index) => (column.drawn ? [{ column, index }] : []));
  return {
    aria: { enabled: true, decal: { show: true } },
    animation: false,
    color: dark ? DARK : LIGHT,
    textStyle: { fontFamily, color },
    grid: { left: 8, right: 24, top: drawn.length > 1 ? 44 : 12, bottom: 8, containLabel: true },
    ...(drawn.length > 1
      ? { legend: { top: 0, textStyle: { color }, type: 'plain' as const } }
      : {}),
    // As a picture: our content security policy refuses the styles of its own text box.
    tooltip: {
      renderMode: 'richText' as const,
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const },
    },
    xAxis: lying ? numbers : labels,
    yAxis: lying ? labels : numbers,
    series: drawn.map(({ column, index }, n) => ({
      name: column.label,
      data: rows.map(({ values }) => values[index] ?? null),
      tooltip: {
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? figureText(value, column.unit, language) : '–',
      },
      ...(chart === 'lines'
        ? {
            type: 'line' as const,
            symbol: SYMBOLS[n % SYMBOLS.length],
            symbolSize: 9,
            lineStyle: { width: 2, type: DASHES[n % DASHES.length] },
          }
        : {
            type: 'bar' as const,
            ...(column.unit === 'count' ? { stack: 'all' } : {}),
            barMaxWidth: 28,
          }),
    })),
  };
}

function short(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
}
