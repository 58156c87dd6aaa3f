import { useState } from 'react';
import {
  Alert,
  Button,
  Heading,
  SelectField,
  useLanguage,
} from '../../../../shared/src/components';
import type { YearlyReport } from '../../../../shared/src/api/types';
import { dayOf } from '../../../../shared/src/core/local-day';
import { hashOf } from '../../core/route';
import { yearlyFileAddress } from '../../shell/report-api';
import { Loading } from '../LoadFault';
import { momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { useReportTexts, useYearly, type YearlyList } from './use-reports';
import './reports.css';

const YEARS_BACK = 5;

/** The year's report on paper: asked for here, made in the background, opened when it is there. */
export default function YearlyPage() {
  const t = useReportTexts().yearly;
  const { room } = useSeat();
  const list = useYearly();
  const thisYear = Number(dayOf(room.serverNowMs()).slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const [busy, setBusy] = useState(false);
  useTitle(t.title);
  const years = Array.from({ length: YEARS_BACK }, (_, ago) => String(thisYear - ago));
  const make = async (): Promise<void> => {
    setBusy(true);
    await list.make(Number(year));
    setBusy(false);
  };
  return (
    <div className="aw-report">
      <a className="aw-report__link" href={hashOf({ page: 'reports', kind: 'risks' })}>
        {t.back}
      </a>
      <Heading level={1} focusOnShow>
        {t.title}
      </Heading>
      <p className="utrecht-paragraph">{t.intro}</p>
      <form
        className="aw-report__filter"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <SelectField
          label={t.year}
          choices={years.map((value) => ({ value, label: value }))}
          value={year}
          onChange={setYear}
        />
        <Button look="primary" type="submit" busy={busy}>
          {t.make}
        </Button>
      </form>
      {list.fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{list.fault}</p>
        </Alert>
      )}
      <Loading of={list.loaded} />
      {list.loaded.value?.items.length === 0 ? <p className="utrecht-paragraph">{t.none}</p> : null}
      <ul className="aw-report__yearly" aria-live="polite">
        {list.loaded.value?.items.map((one) => (
          <Line key={one.id} one={one} list={list} />
        ))}
      </ul>
    </div>
  );
}

function Line({ one, list }: { readonly one: YearlyReport; readonly list: YearlyList }) {
  const t = useReportTexts().yearly;
  const { language } = useLanguage();
  const isBusy = one.state === 'waiting' || one.state === 'running';
  return (
    <li className="aw-report__one">
      <strong>
        {t.name(one.year)} ({t.language[one.language]})
      </strong>
      <span>{t.states[one.state]}</span>
      {isBusy ? (
        <progress max={100} value={one.progress} aria-label={t.progress(one.year)}>
          {one.progress}%
        </progress>
      ) : null}
      <span className="aw-quiet">
        {t.askedBy(one.askedByName, momentText(one.askedAt, language))}
      </span>
      {one.state === 'done' && one.erasedAt !== null ? (
        <span className="aw-quiet">{t.erasedAt(momentText(one.erasedAt, language, 'long'))}</span>
      ) : null}
      <span className="aw-row">
        {one.state === 'done' ? (
          <a
            className="aw-report__link"
            href={yearlyFileAddress(one.id)}
            aria-label={t.openThis(one.year)}
            download
          >
            {t.open}
          </a>
        ) : null}
        <Button look="quiet" onClick={() => void list.remove(one.id)}>
          {isBusy ? t.stop : t.erase}
        </Button>
      </span>
    </li>
  );
}
