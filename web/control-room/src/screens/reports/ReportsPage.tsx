import { useEffect, useMemo, useState } from 'react';
import { Button, Heading, SelectField, useLanguage } from '../../../../shared/src/components';
import { dayOf } from '../../../../shared/src/core/local-day';
import { monthChoices, monthOf, quickPeriods, type ReportWish } from '../../core/reports';
import { hashOf, REPORT_KINDS, type ReportKind } from '../../core/route';
import { fileAddress } from '../../shell/report-api';
import { LoadFault } from '../LoadFault';
import { momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { ReportSectionPart } from './ReportSectionPart';
import { useReport, useReportTexts } from './use-reports';
import './reports.css';

const ALL = 'all';
const MONTHS_BACK = 48;
const FORMATS = ['csv', 'xlsx', 'pdf'] as const;

/** The period and team last chosen, also for the next report that is opened. */
let chosen: { readonly from: string; readonly until: string; readonly teamId: string } | null =
  null;

/** Figures of teams over months: charts, each with its table, and the same as a file. */
export default function ReportsPage({ kind }: { readonly kind: ReportKind }) {
  const t = useReportTexts();
  const { language } = useLanguage();
  const { room } = useSeat();
  const current = monthOf(dayOf(room.serverNowMs()));
  const quick = quickPeriods(current);
  const [filter, setFilter] = useState(
    chosen ?? { from: quick.twelve[0], until: current, teamId: ALL },
  );
  useEffect(() => {
    chosen = filter;
  }, [filter]);
  useTitle(t.title);
  const isRight = filter.from <= filter.until;
  const wish = useMemo<ReportWish>(
    () => ({ kind, ...filter, teamId: filter.teamId === ALL ? null : filter.teamId }),
    [kind, filter],
  );
  const loaded = useReport(isRight ? wish : null);
  const { value: report, waiting } = loaded;
  const months = monthChoices(current, language, MONTHS_BACK);
  const teams = [
    { value: ALL, label: t.allTeams },
    ...(report?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const period = ([from, until]: readonly [string, string]) =>
    setFilter({ ...filter, from, until });
  return (
    <div className="aw-report">
      <div className="aw-report__top">
        <Heading level={1} focusOnShow>
          {t.title}
        </Heading>
        <a className="aw-report__link" href={hashOf({ page: 'yearly-reports' })}>
          {t.toYearly}
        </a>
      </div>
      <nav className="aw-report__kinds" aria-label={t.which}>
        {REPORT_KINDS.map((one) => (
          <a
            key={one}
            className="aw-report__kind"
            href={hashOf({ page: 'reports', kind: one })}
            aria-current={one === kind ? 'page' : undefined}
          >
            {t.kinds[one]}
          </a>
        ))}
      </nav>
      <div className="aw-report__filter">
        <SelectField
          label={t.from}
          choices={months}
          value={filter.from}
          onChange={(from) => setFilter({ ...filter, from })}
        />
        <SelectField
          label={t.until}
          error={isRight ? null : t.wrongPeriod}
          choices={months}
          value={filter.until}
          onChange={(until) => setFilter({ ...filter, until })}
        />
        <SelectField
          label={t.team}
          hint={t.smallTeams}
          choices={teams}
          value={filter.teamId}
          onChange={(team) => setFilter({ ...filter, teamId: team })}
        />
        <div className="aw-row" role="group" aria-label={t.quick}>
          <Button look="quiet" onClick={() => period(quick.twelve)}>
            {t.twelve}
          </Button>
          <Button look="quiet" onClick={() => period(quick.thisYear)}>
            {t.thisYear}
          </Button>
          <Button look="quiet" onClick={() => period(quick.lastYear)}>
            {t.lastYear}
          </Button>
        </div>
      </div>
      <LoadFault of={loaded} />
      <p className="utrecht-paragraph aw-report__busy" role="status">
        {waiting ? t.loading : ''}
      </p>
      {report === null ? null : (
        <article className="aw-report__body" aria-busy={waiting || !isRight}>
          <Heading level={2}>{report.title}</Heading>
          <p className="utrecht-paragraph">{report.intro}</p>
          {report.countedAt === null ? null : (
            <p className="utrecht-paragraph aw-quiet">
              {t.countedAt(momentText(report.countedAt, language, 'long'))}
            </p>
          )}
          {report.withheld ? null : (
            <p className="aw-row aw-report__files">
              <span>{t.files}:</span>
              {FORMATS.map((format) => (
                <a
                  key={format}
                  className="aw-report__link"
                  href={fileAddress(wish, language, format)}
                  download
                >
                  {format.toUpperCase()}
                </a>
              ))}
            </p>
          )}
          {report.sections.map((section) => (
            <ReportSectionPart key={section.id} section={section} />
          ))}
        </article>
      )}
    </div>
  );
}
