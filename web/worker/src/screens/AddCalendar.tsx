import { useRef, useState, type FormEvent } from 'react';
import { codeOf } from '../../../shared/src/api/answer';
import type { Calendar } from '../../../shared/src/api/types';
import {
  Alert,
  Button,
  ChipsField,
  Heading,
  SwitchField,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import {
  calendarFaults,
  calendarOf,
  EMPTY_CALENDAR,
  type CalendarField,
  type CalendarForm,
} from '../core/calendar';
import type { CalendarLine } from '../shell/calendar-line';
import { useApp, useText } from './app-context';

const KINDS: readonly Calendar['kind'][] = ['caldav', 'feed'];

interface AddCalendarProps {
  readonly line: CalendarLine;
  readonly onBack: () => void;
  readonly onAdded: (calendar: Calendar) => void;
}

/** Where a calendar is, and how we get in. */
export function AddCalendar({ line, onBack, onAdded }: AddCalendarProps) {
  const { shell } = useApp();
  const { adding: text, notDone, notSent } = useText().calendars;
  const shared = useSharedText();
  const [form, setForm] = useState(EMPTY_CALENDAR);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<CalendarField | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const key = useRef<{ readonly of: string; readonly key: string } | null>(null);
  const faults = tried ? calendarFaults(form) : new Set<CalendarField>();
  const change = (part: Partial<CalendarForm>): void => setForm({ ...form, ...part });
  const errorAt = (field: CalendarField): string | null =>
    faults.has(field) || refused === field ? text.faults[field] : null;

  const save = async (): Promise<void> => {
    setTried(true);
    setFault(null);
    setRefused(null);
    if (calendarFaults(form).size > 0) return;
    const asked = calendarOf(form);
    const words = JSON.stringify(asked);
    if (key.current?.of !== words) key.current = { of: words, key: shell.newWatchId() };
    setBusy(true);
    const answer = await line.add(asked, key.current.key);
    setBusy(false);
    if (answer.kind === 'ok') {
      onAdded(answer.value);
    } else if (answer.kind !== 'problem') {
      setFault(notSent);
    } else {
      const { errors } = answer.problem;
      const code = codeOf(answer.problem);
      setRefused(fieldAt(errors?.[0]?.location));
      if (code === 'no-key') setFault(text.faults.noKey);
      else if (code === 'too-many') setFault(text.faults.tooMany);
      else if (answer.status !== 400) setFault(notDone);
    }
  };

  return (
    <form
      className="aw-stack"
      noValidate
      autoComplete="off"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <Heading level={1} focusOnShow>
        {text.title}
      </Heading>
      <ChipsField
        label={text.kind}
        hint={text.kindHint}
        choices={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={text.name}
        hint={text.nameHint}
        error={errorAt('name')}
        autoComplete="off"
        maxLength={80}
        value={form.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={text.url}
        hint={text.urlHint}
        error={errorAt('url')}
        type="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={2000}
        value={form.url}
        onChange={(event) => change({ url: event.target.value })}
      />
      <TextField
        label={text.userName}
        error={errorAt('userName')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        value={form.userName}
        onChange={(event) => change({ userName: event.target.value })}
      />
      <TextField
        label={text.password}
        hint={text.passwordHint}
        error={errorAt('password')}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={form.password}
        onChange={(event) => change({ password: event.target.value })}
      />
      <SwitchField
        label={text.titles}
        hint={text.titlesHint}
        on={form.keepsTitles}
        onChange={(keepsTitles) => change({ keepsTitles })}
      />
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <Button look="primary" large type="submit" busy={busy}>
        {text.go}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {shared.back}
      </Button>
    </form>
  );
}

function fieldAt(location: string | undefined): CalendarField | null {
  switch (location) {
    case '/name':
      return 'name';
    case '/url':
      return 'url';
    case '/userName':
      return 'userName';
    default:
      return null;
  }
}
