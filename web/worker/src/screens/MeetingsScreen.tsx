import { useCallback } from 'react';
import {
  Button,
  Heading,
  useLanguage,
  useLoaded,
  useSharedText,
} from '../../../shared/src/components';
import { allPages, idOf } from '../../../shared/src/api/pages';
import { meetingSchema, meetingsSchema } from '../../../shared/src/api/parse-meetings';
import type { Meeting } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { dayOf, sayDay } from '../../../shared/src/core/local-day';
import type { Language } from '../../../shared/src/core/language';
import { aboutNow, go, useApp, useText } from './app-context';
import { Loading } from './LoadFault';
import { TogetherTabs } from './TogetherTabs';
import './visits.css';

/** The team's meetings, or the agenda and minutes of one. Nothing of them stays on the phone. */
export function MeetingsScreen() {
  const text = useText().together;
  const shared = useSharedText();
  const about = aboutNow();
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.meetings}
      </Heading>
      <TogetherTabs current="meetings" />
      {about === null ? <All /> : <One key={about} id={about} />}
      <Button look="quiet" onClick={() => go(about === null ? 'home' : 'meetings')}>
        {about === null ? shared.back : text.allMeetings}
      </Button>
    </>
  );
}

function All() {
  const { shell } = useApp();
  const text = useText().together;
  const { language } = useLanguage();
  const ask = useCallback(() => allPages(shell.api, '/meetings', meetingsSchema, idOf), [shell]);
  const all = useLoaded(ask);
  if (all.value === null) return <Loading of={all} missing={text.meetingsMissing} />;
  if (all.value.items.length === 0) return <p className="utrecht-paragraph">{text.noMeetings}</p>;
  return (
    <ul className="aw-visits">
      {all.value.items.map((one) => (
        <li key={one.id} className="aw-visits__visit">
          <div className="aw-visits__facts">
            <strong>{say(one.startsAt, language)}</strong>
            <span>{one.state === 'planned' ? text.planned : text.held}</span>
            {one.room === null ? null : <span>{one.room}</span>}
          </div>
          <Button
            aria-label={`${one.state === 'planned' ? text.agenda : text.minutes}: ${say(one.startsAt, language)}`}
            onClick={() => go('meetings', one.id)}
          >
            {one.state === 'planned' ? text.agenda : text.minutes}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function One({ id }: { readonly id: string }) {
  const { shell } = useApp();
  const text = useText().together;
  const { language } = useLanguage();
  const ask = useCallback(
    () => shell.api.call({ method: 'GET', path: `/meetings/${id}`, schema: meetingSchema }),
    [shell, id],
  );
  const known = useLoaded(ask);
  const meeting = known.value;
  if (meeting === null) {
    return <Loading of={known} missing={text.meetingsMissing} unknown={text.meetingGone} />;
  }
  const kind = meeting.state === 'finished' ? 'minutes' : 'agenda';
  return (
    <>
      <p className="utrecht-paragraph">
        {say(meeting.startsAt, language)}
        {meeting.room === null ? '' : ` · ${meeting.room}`}
      </p>
      <a
        className="utrecht-link aw-protocol__link"
        href={`/api/v1/meetings/${id}/${kind}-pdf?language=${language}`}
        download
      >
        {text.pdf}
      </a>
      {meeting.items.map((item) => (
        <section key={item.id} className="aw-stack">
          <Heading level={2}>{item.title ?? text.kinds[item.kind]}</Heading>
          {item.minutes === '' ? null : (
            <p className="utrecht-paragraph aw-protocol__minutes">{item.minutes}</p>
          )}
          {item.decisions.length === 0 ? null : (
            <>
              <strong>{text.decided}</strong>
              <ul className="aw-lines">
                {item.decisions.map((one) => (
                  <li key={one.id}>
                    {one.words} ({one.ownerName}, {sayDay(one.dueOn, language, 'short')})
                  </li>
                ))}
              </ul>
            </>
          )}
          {item.minutes === '' && item.decisions.length === 0 && item.lines.length === 0 ? (
            <p className="utrecht-paragraph aw-quiet">{text.nothing}</p>
          ) : null}
          <ul className="aw-lines">
            {item.lines.map((line, at) => (
              <li key={`${line.subject ?? ''} ${at}`}>{wordsOf(line, language)}</li>
            ))}
          </ul>
          {item.more === 0 ? null : (
            <p className="utrecht-paragraph aw-quiet">{text.more(item.more)}</p>
          )}
        </section>
      ))}
    </>
  );
}

function wordsOf(line: Meeting['items'][number]['lines'][number], language: Language): string {
  const when = line.at === null ? '' : sayDay(dayOf(Date.parse(line.at)), language, 'short');
  return [line.words, line.who ?? '', when].filter((part) => part !== '').join(', ');
}

function say(moment: string, language: Language): string {
  const atMs = Date.parse(moment);
  return `${sayDay(dayOf(atMs), language, 'long')} ${clockTime(atMs)}`;
}
