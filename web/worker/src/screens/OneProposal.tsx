import { useState, type MouseEvent } from 'react';
import type { CalendarProposal, Visit } from '../../../shared/src/api/types';
import { Button } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { alarmAfter, clashOf, gapsOf } from '../core/calendar';
import { useApp, useText } from './app-context';
import type { ProposalsProps } from './Proposals';
import { useTimes, useWhen } from './use-when';

interface OneProposalProps extends ProposalsProps {
  readonly proposal: CalendarProposal;
}

/** One appointment: a visit with one tap, or no visit, or first something to fill in. */
export function OneProposal(props: OneProposalProps) {
  const { proposal, visits, decisions, onAccepted, onComplete } = props;
  const { proposals: text } = useText().calendars;
  const when = useWhen()(proposal);
  const [busy, setBusy] = useState(false);
  const isComplete = gapsOf(proposal).length === 0;

  const accept = async (event: MouseEvent): Promise<void> => {
    const row = event.currentTarget.closest('li');
    setBusy(true);
    const answer = await decisions.accept(proposal, {});
    setBusy(false);
    if (answer.kind === 'ok') {
      focusNeighbour(row);
      await onAccepted();
    } else if (answer.kind === 'problem' && answer.status === 400) {
      onComplete(proposal);
    }
  };
  return (
    <li className="aw-visits__visit">
      <Facts {...props} clash={clashOf(proposal, visits)} />
      <div className="aw-row aw-calendars__answers">
        {isComplete ? (
          <Button
            look="primary"
            busy={busy || decisions.progress !== null}
            aria-label={text.yesThis(when)}
            onClick={(event) => void accept(event)}
          >
            {text.yes}
          </Button>
        ) : (
          <Button
            look="primary"
            aria-label={text.completeThis(when)}
            onClick={() => onComplete(proposal)}
          >
            {text.complete}
          </Button>
        )}
        <Button
          aria-label={text.noThis(when)}
          onClick={(event) => {
            focusNeighbour(event.currentTarget.closest('li'));
            decisions.dismiss([proposal]);
          }}
        >
          {text.no}
        </Button>
        {isComplete ? (
          <Button
            look="quiet"
            aria-label={text.changeThis(when)}
            onClick={() => onComplete(proposal)}
          >
            {text.change}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

interface FactsProps extends OneProposalProps {
  readonly clash: Visit | null;
}

function Facts({ proposal, calendars, clash }: FactsProps) {
  const { settings, shown } = useApp();
  const text = useText();
  const times = useTimes()(proposal);
  const gaps = gapsOf(proposal);
  const numbers = shown.phone.me?.teamNumbers ?? null;
  const endMs = Date.parse(proposal.plannedEndAt);
  const from = calendars.find(({ id }) => id === proposal.calendarId)?.name ?? '';
  return (
    <div className="aw-visits__facts">
      <strong>{times}</strong>
      {proposal.address === null ? null : (
        <span>{settings.discreet ? text.start.hidden : proposal.address}</span>
      )}
      {proposal.title === null || settings.discreet ? null : <span>{proposal.title}</span>}
      {gaps.map((gap) => (
        <span key={gap} className="aw-calendars__gap">
          {text.calendars.proposals.gaps[gap]}
        </span>
      ))}
      {clash === null ? null : (
        <span className="aw-calendars__gap">
          {text.calendars.proposals.clash(clockTime(Date.parse(clash.plannedStartAt)))}
        </span>
      )}
      {gaps.includes('times') || numbers === null ? null : (
        <span className="aw-quiet">
          {text.calendars.proposals.watch(
            clockTime(endMs),
            clockTime(alarmAfter(endMs, numbers, false)),
          )}
        </span>
      )}
      {calendars.length > 1 ? <span className="aw-quiet">{from}</span> : null}
    </div>
  );
}

/** A row that goes away takes the focus with it: the next one, or the one before, gets it. */
function focusNeighbour(row: Element | null): void {
  const rows = [...document.querySelectorAll('.aw-visits > li')];
  const at = rows.findIndex((one) => one === row);
  const next = rows[at + 1] ?? rows[at - 1];
  (next?.querySelector('button') ?? document.querySelector('h1'))?.focus();
}
