import { useState } from 'react';
import type { Calendar } from '../../../shared/src/api/types';
import { Alert, Button, Dialog, Heading, useLanguage } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { dayOf, sayDay } from '../../../shared/src/core/local-day';
import { standingOf } from '../core/calendar';
import { useText } from './app-context';
import { CalendarRules } from './CalendarRules';
import type { CalendarParts } from './use-calendars';
import './settings.css';

export interface CalendarCardProps {
  readonly calendar: Calendar;
  readonly parts: CalendarParts;
  readonly onSaid: (words: string) => void;
}

/** One calendar: whether we can read it, what we do with it, and how to stop that. */
export function CalendarCard({ calendar, parts, onSaid }: CalendarCardProps) {
  const { list: text } = useText().calendars;
  const [removing, remove] = useState(false);
  const { name, kind, host, userName, keepsTitles, unreadable } = calendar;
  const facts = [text.kinds[kind], host, userName === null ? null : text.asUser(userName)];
  return (
    <li className="aw-panel aw-stack">
      <div className="aw-stack aw-stack--tight">
        <Heading level={3}>{name}</Heading>
        <p className="utrecht-paragraph aw-quiet">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </p>
        <Standing calendar={calendar} />
        {unreadable === 0 ? null : (
          <Alert tone="warning">
            <p className="utrecht-paragraph">{text.unreadable(unreadable)}</p>
          </Alert>
        )}
        <p className="utrecht-paragraph aw-quiet">
          {keepsTitles ? text.titlesKept : text.titlesNotKept}
        </p>
      </div>
      <CalendarRules calendar={calendar} parts={parts} onSaid={onSaid} />
      <Button look="quiet" aria-label={text.removeThis(name)} onClick={() => remove(true)}>
        {text.remove}
      </Button>
      {removing ? (
        <RemoveDialog
          calendar={calendar}
          parts={parts}
          onSaid={onSaid}
          onClose={() => remove(false)}
        />
      ) : null}
    </li>
  );
}

function Standing({ calendar }: { readonly calendar: Calendar }) {
  const { list: text } = useText().calendars;
  const { language } = useLanguage();
  const { answeredAt, trouble } = calendar;
  const readMs = answeredAt === null ? null : Date.parse(answeredAt);
  const read =
    readMs === null
      ? text.neverRead
      : text.readAt(`${sayDay(dayOf(readMs), language, 'long')} ${clockTime(readMs)}`);
  return (
    <div role="status" className="aw-stack aw-stack--tight">
      <p className="utrecht-paragraph">
        {standingOf(calendar) === 'reading' ? text.reading : read}
      </p>
      {trouble === null ? null : (
        <Alert tone="error">
          <p className="utrecht-paragraph">
            <strong>{text.troubles[trouble]}</strong>
          </p>
          <p className="utrecht-paragraph">{text.stays}</p>
        </Alert>
      )}
    </div>
  );
}

interface RemoveDialogProps extends CalendarCardProps {
  readonly onClose: () => void;
}

function RemoveDialog({ calendar, parts, onSaid, onClose }: RemoveDialogProps) {
  const { list: text, notDone, notSent } = useText().calendars;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const answer = await parts.line.remove(calendar.id);
    setBusy(false);
    const gone = answer.kind === 'ok' || (answer.kind === 'problem' && answer.status === 404);
    if (!gone) {
      setFault(answer.kind === 'problem' ? notDone : notSent);
      return;
    }
    onClose();
    onSaid(text.removed(calendar.name));
    await parts.again();
  };
  return (
    <Dialog title={text.removeTitle(calendar.name)} onClose={onClose}>
      <p className="utrecht-paragraph">{text.removeText}</p>
      <p className="utrecht-paragraph">{text.removeAgain}</p>
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <div className="aw-row">
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          {text.removeYes}
        </Button>
        <Button onClick={onClose}>{text.keep}</Button>
      </div>
    </Dialog>
  );
}
