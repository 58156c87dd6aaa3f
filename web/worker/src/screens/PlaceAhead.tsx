import { useCallback } from 'react';
import { visitPlaceSchema } from '../../../shared/src/api/parse-places';
import type { Caution, Coverage, ResponseTime, VisitPlace } from '../../../shared/src/api/types';
import { Alert, Heading, useLanguage, useLoaded } from '../../../shared/src/components';
import { sayDay } from '../../../shared/src/core/local-day';
import { coverageAhead, notesAhead, responseMinutes } from '../core/place-ahead';
import type { WorkerText } from '../text';
import { useApp, useText } from './app-context';
import { isUnknown, Loading } from './LoadFault';
import './settings.css';
import './place-ahead.css';

/** What others learned of the address: whether phones work there, and how soon somebody came. */
export function PlaceAhead({ visitId }: { readonly visitId: string }) {
  const { shell } = useApp();
  const text = useText();
  // Asked when looked at, and kept nowhere on the phone.
  const ask = useCallback(
    () =>
      shell.api.call({ method: 'GET', path: `/visits/${visitId}/place`, schema: visitPlaceSchema }),
    [shell, visitId],
  );
  const known = useLoaded(ask);
  const here = known.value;
  const isNothingKnown = isUnknown(known);
  const coverage = here === null ? [] : coverageAhead(here);
  return (
    <section className="aw-panel aw-stack" aria-live="polite" aria-busy={known.waiting}>
      <Heading level={2}>{text.placeAhead.title}</Heading>
      {isNothingKnown ? null : <Loading of={known} missing={text.placeAhead.missing} quiet />}
      {coverage.some(({ poor }) => poor) ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">
            <strong>{text.placeAhead.poor}</strong>
            <br />
            {text.placeAhead.poorPlan}
          </p>
        </Alert>
      ) : null}
      {here !== null || isNothingKnown ? (
        <Facts coverage={coverage} response={here?.responseTime ?? null} />
      ) : null}
      {here === null ? null : <Sensitive of={here} />}
    </section>
  );
}

interface FactsProps {
  readonly coverage: readonly Coverage[];
  readonly response: ResponseTime | null;
}

function Facts({ coverage, response }: FactsProps) {
  const { placeAhead } = useText();
  return (
    <dl className="aw-facts">
      {coverage.length === 0 ? (
        <div className="aw-facts__fact">
          <dt>{placeAhead.coverage}</dt>
          <dd>{placeAhead.coverageUnknown}</dd>
        </div>
      ) : null}
      {coverage.map((one) => (
        <div
          key={one.floor}
          className={`aw-facts__fact aw-facts__fact--${one.silent > 0 ? 'bad' : 'good'}`}
        >
          <dt>{one.floor === '' ? placeAhead.coverage : placeAhead.coverageFloor(one.floor)}</dt>
          <dd>
            {one.silent > 0
              ? placeAhead.silent(one.silent, one.visits)
              : placeAhead.heard(one.visits)}
          </dd>
        </div>
      ))}
      <div className="aw-facts__fact">
        <dt>{placeAhead.responseTime}</dt>
        <dd>{responseWords(placeAhead, response)}</dd>
      </div>
    </dl>
  );
}

function responseWords(text: WorkerText['placeAhead'], response: ResponseTime | null): string {
  if (response === null) return text.responseUnknown;
  const say = response.scope === 'place' ? text.responseHere : text.responseNear;
  return say(responseMinutes(response), response.alarms);
}

/** What may not be read over somebody's shoulder: not on a discreet screen. */
function Sensitive({ of }: { readonly of: VisitPlace }) {
  const { settings } = useApp();
  const { placeAhead } = useText();
  const notes = notesAhead(of.place.notes);
  if (settings.discreet) return null;
  return (
    <>
      {notes.length === 0 ? null : (
        <dl className="aw-facts">
          {notes.map(({ kind, words }) => (
            <div key={kind} className="aw-facts__fact">
              <dt>{placeAhead.notes[kind]}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {of.cautionsHidden ? <p className="utrecht-paragraph">{placeAhead.cautionsHidden}</p> : null}
      {of.cautions.length === 0 ? null : <Cautions cautions={of.cautions} />}
    </>
  );
}

function Cautions({ cautions }: { readonly cautions: readonly Caution[] }) {
  const { placeAhead } = useText();
  const { language } = useLanguage();
  return (
    <>
      <Heading level={3}>{placeAhead.cautions}</Heading>
      <ul className="aw-place-ahead__cautions">
        {cautions.map((caution) => (
          <li key={caution.id}>
            {caution.behaviour}{' '}
            <span className="aw-quiet">
              {placeAhead.happened(sayDay(caution.happenedOn, language, 'long'))}
            </span>
            {caution.reply === null ? null : (
              <span className="aw-place-ahead__reply">{placeAhead.reply(caution.reply)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
