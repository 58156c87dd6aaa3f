import { useEffect, useRef, useState } from 'react';
import { Alert, Button, TextArea } from '../../../../shared/src/components';
import type { Meeting, MeetingItem } from '../../../../shared/src/api/types';
import { useMeetingApi, useTogetherTexts } from './use-together';

const SAVE_AFTER_MS = 1000;
const AGAIN_AFTER_MS = 5000;
const LONGEST = 10_000;

interface MinutesProps {
  readonly meeting: Meeting;
  readonly item: MeetingItem;
  readonly name: string;
}

/** What was said: written while the meeting goes on, to be read once it is finished. */
export function Minutes({ meeting, item, name }: MinutesProps) {
  if (meeting.mayChange) return <Writing meeting={meeting} item={item} name={name} />;
  return item.minutes === '' ? null : (
    <p className="utrecht-paragraph aw-together__minutes">{item.minutes}</p>
  );
}

type Saving = 'saved' | 'waiting' | 'saving' | 'failed';

/**
 * Saves itself a second after typing. What is not saved yet is kept in this tab, so that a reload or
 * a network that is away loses nothing.
 */
function Writing({ meeting, item, name }: MinutesProps) {
  const t = useTogetherTexts().meeting;
  const api = useMeetingApi();
  const keptAs = `achterwacht-minutes-${item.id}`;
  const [text, setText] = useState(() => sessionStorage.getItem(keptAs) ?? item.minutes);
  const [saving, setSaving] = useState<Saving>(text === item.minutes ? 'saved' : 'waiting');
  const [theirs, setTheirs] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const revision = useRef(item.revision);
  const saved = useRef(item.minutes);

  useEffect(() => {
    if (text === saved.current || theirs !== null) return undefined;
    let shown = true;
    const save = async (): Promise<void> => {
      setSaving('saving');
      const answer = await api.saveMinutes(meeting.id, item.id, revision.current, text);
      if (answer.kind === 'ok') {
        revision.current = answer.value.revision;
        saved.current = text;
        if (sessionStorage.getItem(keptAs) === text) sessionStorage.removeItem(keptAs);
        if (shown) setSaving('saved');
        return;
      }
      if (!shown) return;
      setSaving('failed');
      if (answer.kind === 'problem' && answer.status === 409) {
        const now = await api.meeting(meeting.id);
        const there =
          now.kind === 'ok' ? now.value.items.find(({ id }) => id === item.id) : undefined;
        if (there === undefined) return;
        revision.current = there.revision;
        saved.current = there.minutes;
        // The answer to an earlier save may have been lost on the way.
        if (there.minutes === text) setSaving('saved');
        else setTheirs(there.minutes);
      } else {
        setTimeout(() => setTurn((before) => before + 1), AGAIN_AFTER_MS);
      }
    };
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    return () => {
      shown = false;
      clearTimeout(timer);
    };
  }, [api, item.id, keptAs, meeting.id, text, theirs, turn]);

  const write = (next: string): void => {
    sessionStorage.setItem(keptAs, next);
    setText(next);
    setSaving(next === saved.current ? 'saved' : 'waiting');
  };
  const takeTheirs = (): void => {
    sessionStorage.removeItem(keptAs);
    setText(theirs ?? '');
    setTheirs(null);
    setSaving('saved');
  };
  return (
    <div className="aw-together__writing">
      <TextArea
        label={t.minutes}
        ariaLabel={t.minutesOf(name)}
        maxLength={LONGEST}
        isInvalid={false}
        value={text}
        onChange={write}
      />
      <span role="status" className="aw-quiet">
        {saving === 'failed' ? t.notSaved : text === '' && saving === 'saved' ? '' : said(saving)}
      </span>
      {theirs === null ? null : (
        <Alert tone="warning" urgent>
          <p className="utrecht-paragraph">{t.conflict}</p>
          <p className="utrecht-paragraph aw-together__minutes">{theirs}</p>
          <div className="aw-row">
            <Button onClick={() => setTheirs(null)}>{t.keepMine}</Button>
            <Button onClick={takeTheirs}>{t.takeTheirs}</Button>
          </div>
        </Alert>
      )}
    </div>
  );

  function said(state: Saving): string {
    return state === 'saved' ? t.saved : t.saving;
  }
}
