import { useState } from 'react';
import type { Calendar, CalendarProposal, Visit } from '../../../shared/src/api/types';
import { Button, Dialog, Heading, useLanguage } from '../../../shared/src/components';
import { dayOf, sayDay } from '../../../shared/src/core/local-day';
import { plainOnes } from '../core/calendar';
import { useText } from './app-context';
import { OneProposal } from './OneProposal';
import { sayCount } from './use-calendars';
import type { Decisions } from './use-decisions';

/** From so many on, one button plans them all. */
const MANY = 3;

export interface ProposalsProps {
  readonly calendars: readonly Calendar[];
  readonly isMore: boolean;
  readonly visits: readonly Visit[];
  readonly decisions: Decisions;
  readonly onAccepted: () => Promise<void>;
  readonly onComplete: (proposal: CalendarProposal) => void;
}

/** What was found and not yet answered, day by day. */
export function Proposals(props: ProposalsProps) {
  const { isMore, visits, decisions } = props;
  const text = useText();
  const { language } = useLanguage();
  const { open } = decisions;
  const plain = plainOnes(open, visits);
  const days = [...new Set(open.map((one) => dayOf(Date.parse(one.plannedStartAt))))];
  return (
    <>
      <Heading level={2}>
        {text.calendars.proposals.title(sayCount(open.length, isMore) || '0')}
      </Heading>
      <p className="utrecht-paragraph">
        {open.length === 0 ? text.calendars.proposals.none : text.calendars.proposals.ask}
      </p>
      {plain.length < MANY ? null : <AcceptAll plain={plain} {...props} />}
      {days.map((day) => (
        <section key={day} className="aw-stack aw-stack--tight">
          <h3 className="utrecht-heading-3 aw-visits__day">{sayDay(day, language, 'long')}</h3>
          <ul className="aw-visits">
            {open
              .filter((one) => dayOf(Date.parse(one.plannedStartAt)) === day)
              .map((proposal) => (
                <OneProposal key={proposal.id} proposal={proposal} {...props} />
              ))}
          </ul>
        </section>
      ))}
      {isMore ? (
        <p className="utrecht-paragraph aw-quiet">{text.calendars.proposals.more}</p>
      ) : null}
    </>
  );
}

interface AcceptAllProps extends ProposalsProps {
  readonly plain: readonly CalendarProposal[];
}

function AcceptAll({ plain, decisions, onAccepted }: AcceptAllProps) {
  const text = useText();
  const [asking, ask] = useState(false);
  const accept = async (): Promise<void> => {
    ask(false);
    await decisions.acceptAll(plain);
    await onAccepted();
  };
  return (
    <>
      <Button busy={decisions.progress !== null} onClick={() => ask(true)}>
        {text.calendars.proposals.all(plain.length)}
      </Button>
      {asking ? (
        <Dialog title={text.calendars.proposals.allTitle(plain.length)} onClose={() => ask(false)}>
          <p className="utrecht-paragraph">{text.calendars.proposals.allText}</p>
          <p className="utrecht-paragraph aw-quiet">{text.calendars.proposals.allHint}</p>
          <div className="aw-row">
            <Button look="primary" onClick={() => void accept()}>
              {text.calendars.proposals.allYes}
            </Button>
            <Button onClick={() => ask(false)}>{text.calendars.proposals.allNo}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
