import { useCallback, useState, type FormEvent } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  SwitchField,
  TextArea,
  TextField,
  useLanguage,
  useLoaded,
  useSharedText,
} from '../../../shared/src/components';
import { allPages, idOf } from '../../../shared/src/api/pages';
import { signalsSchema, SIGNAL_KINDS } from '../../../shared/src/api/parse-tasks';
import type { NewSignal, Signal } from '../../../shared/src/api/types';
import { keptCard } from '../shell/workplace-cards';
import { aboutNow, go, useAct, useApp, useNow, useText } from './app-context';
import { Loading } from './LoadFault';
import { Refused } from './Refused';
import { useAgainAt } from './use-kept';
import './visits.css';

type Kind = NewSignal['kind'];
const SEVERITIES = ['1', '2', '3'] as const;
type Severity = (typeof SEVERITIES)[number];

/** What somebody noticed, in three taps; more only for who wants to tell more. */
export function SignalForm() {
  const { shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const act = useAct();
  const watch = shown.phone.watch?.state === 'closed' ? null : shown.phone.watch;
  const [kind, setKind] = useState<Kind | null>(null);
  const [severity, setSeverity] = useState<Severity>('1');
  const [words, setWords] = useState('');
  const [address, setAddress] = useState(() => addressAhead(watch?.place?.address));
  const [anonymous, setAnonymous] = useState(false);
  const [sent, keepSent] = useState<{ kind: Kind; severity: Severity; words: string } | null>(null);
  const [said, say] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kind === null) {
      say(text.signals.chooseKind);
      return;
    }
    act({
      kind: 'signal',
      watchId: null,
      signal: {
        kind,
        severity: Number(severity),
        text: filled(words),
        address: filled(address),
        watchId: anonymous ? null : (watch?.id ?? null),
        anonymous,
      },
    });
    keepSent({ kind, severity, words });
    setKind(null);
    setSeverity('1');
    setWords('');
    say(text.signals.written);
  };
  const putBack = (of: NonNullable<typeof sent>) => {
    setKind(of.kind);
    setSeverity(of.severity);
    setWords(of.words);
    say('');
  };

  return (
    <>
      <Heading level={1} focusOnShow>
        {text.signals.title}
      </Heading>
      <p className="utrecht-paragraph">{text.signals.intro}</p>
      <form className="aw-stack" onSubmit={submit} noValidate>
        <ChipsField
          label={text.signals.kind}
          choices={SIGNAL_KINDS.map((value) => ({ value, label: text.signals.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        <p role="status" className="aw-said">
          {said}
        </p>
        <Refused kind="signal" putBack={sent === null ? null : () => putBack(sent)} />
        <Button look="primary" large type="submit">
          {text.signals.send}
        </Button>
        <ChipsField
          label={text.signals.severity}
          choices={SEVERITIES.map((value) => ({ value, label: text.signals.severities[value] }))}
          value={severity}
          onChange={setSeverity}
        />
        <TextArea
          label={text.signals.text}
          hint={text.signals.textHint}
          maxLength={1000}
          value={words}
          onChange={setWords}
        />
        <TextField
          label={text.signals.address}
          autoComplete="off"
          maxLength={200}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <SwitchField
          label={text.signals.anonymous}
          hint={text.signals.anonymousHint}
          on={anonymous}
          onChange={setAnonymous}
        />
      </form>
      <MySignals waiting={shown.phone.outbox.items.length} />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

/** What I reported, and what was done with it. Kept nowhere on the phone. */
function MySignals({ waiting }: { readonly waiting: number }) {
  const { shell } = useApp();
  const text = useText();
  const ask = useCallback(() => allPages(shell.api, '/signals', signalsSchema, idOf), [shell]);
  const signals = useLoaded(ask);
  // What went out may have been the signal.
  useAgainAt(waiting, signals.again);
  return (
    <>
      <Heading level={2}>{text.signals.mine}</Heading>
      <Loading of={signals} loading={text.signals.loading} missing={text.signals.missing} />
      {signals.value?.items.length === 0 ? (
        <p className="utrecht-paragraph">{text.signals.none}</p>
      ) : null}
      <ul className="aw-visits">
        {(signals.value?.items ?? []).map((signal) => (
          <OneSignal key={signal.id} signal={signal} />
        ))}
      </ul>
    </>
  );
}

function OneSignal({ signal }: { readonly signal: Signal }) {
  const { settings } = useApp();
  const text = useText();
  const now = useNow();
  const { language } = useLanguage();
  const day = (moment: string) =>
    new Date(moment).toLocaleDateString(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'Europe/Amsterdam',
    });
  const { task } = signal;
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts">
        <strong>
          {text.signals.kinds[signal.kind]}, {day(signal.madeAt)}
        </strong>
        {settings.discreet || signal.address === null ? null : <span>{signal.address}</span>}
        {task === null ? null : <span>{stateOf(task)}</span>}
      </div>
    </li>
  );

  function stateOf(of: NonNullable<Signal['task']>): string {
    if (of.state !== 'open') return text.signals.answered(of.endedByName ?? '', of.answer ?? '');
    const owner = of.ownerName ?? '';
    return of.dueAt !== null && Date.parse(of.dueAt) < now
      ? text.signals.late(owner)
      : text.signals.waiting(owner, of.dueAt === null ? '' : day(of.dueAt));
  }
}

/** Of the workplace that it was opened from, else of the watch. */
function addressAhead(ofWatch: string | undefined): string {
  const workplaceId = aboutNow();
  const card = workplaceId === null ? null : (keptCard(workplaceId).read()?.value ?? null);
  return card === null ? (ofWatch ?? '') : (card.address ?? card.name);
}

function filled(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}
