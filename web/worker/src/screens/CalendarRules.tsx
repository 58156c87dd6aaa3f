import { useState, type FormEvent } from 'react';
import type { CalendarRule } from '../../../shared/src/api/types';
import { codeOf } from '../../../shared/src/api/answer';
import {
  Alert,
  Button,
  ChipsField,
  Dialog,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import { SHORTEST_WORD } from '../core/calendar';
import { useText } from './app-context';
import type { CalendarCardProps } from './CalendarCard';

/** What the worker said once and for all: such appointments are visits. */
export function CalendarRules(props: CalendarCardProps) {
  const { calendar, parts, onSaid } = props;
  const { rules: text, notDone, notSent } = useText().calendars;
  const [adding, add] = useState(false);
  const nameOf = ({ word }: CalendarRule): string =>
    word === null ? text.everything : text.word(word);
  const remove = async (rule: CalendarRule): Promise<void> => {
    const answer = await parts.line.removeRule(calendar.id, rule.id);
    const gone = answer.kind === 'ok' || (answer.kind === 'problem' && answer.status === 404);
    onSaid(gone ? text.removed : answer.kind === 'problem' ? notDone : notSent);
    await parts.again();
  };
  return (
    <div className="aw-stack aw-stack--tight">
      <p className="utrecht-paragraph">
        <strong>{text.title}</strong>
      </p>
      {calendar.rules.length === 0 ? <p className="utrecht-paragraph">{text.none}</p> : null}
      <ul className="aw-calendars__rules">
        {calendar.rules.map((rule) => (
          <li key={rule.id} className="aw-calendars__rule">
            <span>{nameOf(rule)}</span>
            <Button aria-label={text.removeThis(nameOf(rule))} onClick={() => void remove(rule)}>
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph aw-quiet">{text.hint}</p>
      <Button aria-label={text.addThis(calendar.name)} onClick={() => add(true)}>
        {text.add}
      </Button>
      {adding ? <RuleDialog {...props} onClose={() => add(false)} /> : null}
    </div>
  );
}

const KINDS = ['word', 'everything'] as const;

interface RuleDialogProps extends CalendarCardProps {
  readonly onClose: () => void;
}

function RuleDialog({ calendar, parts, onSaid, onClose }: RuleDialogProps) {
  const { rules: text, notDone, notSent } = useText().calendars;
  const shared = useSharedText();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('word');
  const [word, setWord] = useState('');
  const [wordFault, setWordFault] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (): Promise<void> => {
    const bare = word.trim();
    const tooShort = kind === 'word' && bare.length < SHORTEST_WORD;
    setWordFault(tooShort ? text.wordFault : null);
    setFault(null);
    if (tooShort) return;
    setBusy(true);
    const answer = await parts.line.addRule(calendar.id, kind === 'word' ? bare : null);
    setBusy(false);
    if (answer.kind !== 'ok') {
      const tooMany = answer.kind === 'problem' && codeOf(answer.problem) === 'too-many';
      setFault(tooMany ? text.tooMany : answer.kind === 'problem' ? notDone : notSent);
      return;
    }
    onClose();
    onSaid(text.made);
    parts.expectNews();
    await parts.again();
  };

  return (
    <Dialog title={text.add} onClose={onClose}>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <ChipsField
          label={text.which}
          choices={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'word' ? (
          <TextField
            label={text.wordLabel}
            hint={text.wordHint}
            error={wordFault}
            autoComplete="off"
            maxLength={80}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        ) : null}
        <p className="utrecht-paragraph aw-quiet">
          {text.text} {text.hint}
        </p>
        {fault === null ? null : (
          <Alert tone="error" urgent>
            <p className="utrecht-paragraph">{fault}</p>
          </Alert>
        )}
        <div className="aw-row">
          <Button look="primary" type="submit" busy={busy}>
            {text.go}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
