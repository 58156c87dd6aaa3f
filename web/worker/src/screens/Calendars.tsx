import { useState } from 'react';
import type { CalendarProposal } from '../../../shared/src/api/types';
import { Button, Heading, useSharedText } from '../../../shared/src/components';
import { AddCalendar } from './AddCalendar';
import { go, useText } from './app-context';
import { CalendarCard } from './CalendarCard';
import { LoadFault, Loading } from './LoadFault';
import { ProposalForm } from './ProposalForm';
import { ProposalNotice } from './ProposalNotice';
import { Proposals } from './Proposals';
import { useCalendars } from './use-calendars';
import { useDecisions } from './use-decisions';
import { useVisits, visitsIn } from './use-visits';
import './calendars.css';
import './prepare.css';
import './visits.css';

/** As far as the server looks ahead. */
const WEEKS = 9;

type Doing =
  { readonly kind: 'add' } | { readonly kind: 'complete'; readonly proposal: CalendarProposal };

/** My calendars elsewhere, and what was found in them: is it a visit? Only with a connection. */
export function Calendars() {
  const text = useText();
  const shared = useSharedText();
  const parts = useCalendars();
  const decisions = useDecisions(parts);
  const plan = useVisits(WEEKS);
  const visits = visitsIn(plan.value);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [said, say] = useState('');
  const { calendars } = parts;

  if (doing?.kind === 'add') {
    return (
      <AddCalendar
        line={parts.line}
        onBack={() => setDoing(null)}
        onAdded={({ name }) => {
          setDoing(null);
          say(text.calendars.list.added(name));
          parts.expectNews();
          void parts.again();
        }}
      />
    );
  }
  if (doing?.kind === 'complete') {
    return (
      <ProposalForm
        proposal={doing.proposal}
        calendar={calendars?.find(({ id }) => id === doing.proposal.calendarId) ?? null}
        decisions={decisions}
        onDone={() => {
          setDoing(null);
          void plan.again();
        }}
      />
    );
  }
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.calendars.title}
      </Heading>
      <p className="utrecht-paragraph">{text.calendars.intro}</p>
      <Loading
        of={parts}
        loading={text.calendars.loading}
        missing={text.calendars.missing}
        stale={text.calendars.missing}
      />
      {parts.failed === null ? (
        <LoadFault of={plan} missing={text.calendars.visitsMissing} />
      ) : null}
      <ProposalNotice decisions={decisions} visits={visits} onChanged={plan.again} />
      {calendars === null || calendars.length === 0 ? null : (
        <Proposals
          calendars={calendars}
          isMore={parts.isMore}
          visits={visits}
          decisions={decisions}
          onAccepted={plan.again}
          onComplete={(proposal) => setDoing({ kind: 'complete', proposal })}
        />
      )}
      <p role="status" className="aw-said">
        {said}
      </p>
      {calendars === null ? null : (
        <>
          <Heading level={2}>{text.calendars.list.title}</Heading>
          {calendars.length === 0 ? (
            <p className="utrecht-paragraph">{text.calendars.list.none}</p>
          ) : null}
          <ul className="aw-calendars__list">
            {calendars.map((calendar) => (
              <CalendarCard key={calendar.id} calendar={calendar} parts={parts} onSaid={say} />
            ))}
          </ul>
          <Button
            look={calendars.length === 0 ? 'primary' : 'secondary'}
            large
            onClick={() => setDoing({ kind: 'add' })}
          >
            {text.calendars.list.add}
          </Button>
        </>
      )}
      <details className="aw-fold">
        <summary className="aw-fold__title">{text.calendars.explained.title}</summary>
        <ul className="aw-lines aw-fold__body">
          {text.calendars.explained.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <Button look="quiet" onClick={() => go('visits')}>
        {shared.back}
      </Button>
    </>
  );
}
