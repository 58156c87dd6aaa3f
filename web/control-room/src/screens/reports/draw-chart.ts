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
/** In pixels: a row of the legend, what stands before each name, and a wide letter. */
const LEGEND_ROW = 24;
const LEGEND_MARK = 50;
const LEGEND_LETTER = 7;

/** Beside a lying bar a long name goes on two lines rather than being cut off. */
const MOST_LABEL = 240;
const LABEL_SHARE = 0.38;
const LABEL_LINE = 14;

/** Draws it, and again when its place gets another width; patterns tell series apart. */
export function drawChart(at: HTMLElement, section: ReportSection, language: Language): () => void {
  const look = getComputedStyle(at);
  const chart = init(at, undefined, { renderer: 'svg' });
  const draw = () => {
    const { color, fontFamily } = look;
    chart.resize();
    chart.setOption(optionOf(section, language, color, isDark(color), fontFamily, at.clientWidth));
  };
  draw();
  const sizes = new ResizeObserver(draw);
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
  width: number,
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
        ? {
            width: Math.min(MOST_LABEL, Math.round(width * LABEL_SHARE)),
            overflow: 'break' as const,
            lineHeight: LABEL_LINE,
          }
        : { hideOverlap: true, formatter: (text: string) => short(text) }),
    },
    axisLine: { lineStyle: { color } },
    ...(lying ? { inverse: true } : {}),
  };
  const drawn = columns.flatMap((column, index) => (column.drawn ? [{ column, index }] : []));
  const numbers = {
    type: 'value' as const,
    ...(drawn.every(({ column }) => column.unit === 'count') ? { minInterval: 1 } : {}),
    axisLabel: {
      color,
      formatter: (value: number) => new Intl.NumberFormat(language).format(value),
    },
    splitLine: { lineStyle: { color, opacity: 0.2 } },
  };
  const legendRows = rowsOf(
    drawn.map(({ column }) => column.label),
    width,
  );
  return {
    aria: { enabled: true, decal: { show: true } },
    animation: false,
    color: dark ? DARK : LIGHT,
    textStyle: { fontFamily, color },
    grid: {
      left: 8,
      right: 24,
      top: drawn.length > 1 ? 20 + LEGEND_ROW * legendRows : 12,
      bottom: 8,
      containLabel: true,
    },
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

/** How many rows a legend of these names takes; it tells nobody how high it is. */
function rowsOf(names: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const wide = LEGEND_MARK + name.length * LEGEND_LETTER;
    if (used > 0 && used + wide > width) {
      rows++;
      used = 0;
    }
    used += wide;
  }
  return rows;
}

function short(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
}
