import { useEffect, useId, useRef } from 'react';
import { Heading, useLanguage } from '../../../../shared/src/components';
import { figureText, isDrawable, type ReportSection } from '../../core/reports';
import { useReportTexts } from './use-reports';

/** A chart where there is something to draw, and always the same figures in a table. */
export function ReportSectionPart({ section }: { readonly section: ReportSection }) {
  const t = useReportTexts();
  const { language } = useLanguage();
  const id = useId();
  return (
    <section className="aw-report__section">
      <div id={id}>
        <Heading level={3}>{section.title}</Heading>
      </div>
      {section.note === '' ? null : <p className="utrecht-paragraph aw-quiet">{section.note}</p>}
      {section.rows.length === 0 ? <p className="utrecht-paragraph">{t.nothing}</p> : null}
      {isDrawable(section) ? <Chart section={section} /> : null}
      {section.rows.length === 0 ? null : (
        <div className="aw-report__scroll" tabIndex={0} role="region" aria-labelledby={id}>
          <table className="aw-report__table">
            <caption className="aw-report__caption">{t.table(section.title)}</caption>
            <thead>
              <tr>
                <th scope="col">{section.rowLabel}</th>
                {section.columns.map(({ label }) => (
                  <th key={label} scope="col" className="aw-report__number">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {section.rows.map(({ label, values }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {section.columns.map((column, i) => (
                    <td key={column.label} className="aw-report__number">
                      {figureText(values[i] ?? null, column.unit, language)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const ROW_PX = 34;
const AROUND_PX = 70;
const COLUMNS_PX = 320;

/** Drawn by code that comes when the first chart does. */
function Chart({ section }: { readonly section: ReportSection }) {
  const { language } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = place.current;
    if (at === null) return;
    const height = section.chart === 'bars' ? section.rows.length * ROW_PX + AROUND_PX : COLUMNS_PX;
    at.style.blockSize = `${String(height)}px`;
    let stop: (() => void) | null = null;
    let wanted = true;
    void import('./draw-chart').then(({ drawChart }) => {
      if (wanted) stop = drawChart(at, section, language);
    });
    return () => {
      wanted = false;
      stop?.();
    };
  }, [section, language]);
  // The table below says the same in words.
  return <div ref={place} className="aw-report__chart" aria-hidden />;
}
