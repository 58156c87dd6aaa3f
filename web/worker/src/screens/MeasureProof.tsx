import { useState, type FormEvent } from 'react';
import { Button, SelectField, SwitchField, TextField } from '../../../shared/src/components';
import { OUTCOMES } from '../../../shared/src/api/parse-preparation';
import type { Proof } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { callBackTimes } from '../../../shared/src/core/measures';
import { isoOf } from '../core/act';
import { serverNow, type Phone } from '../core/phone';
import { wayOf } from '../core/preparation';
import { Agree } from './Agree';
import { useApp, useText } from './app-context';
import { AskColleague } from './AskColleague';
import type { MeasureProps } from './MeasureItem';

/** How this measure is proven: one tap where that will do, else a few words. */
export function MeasureProof(props: MeasureProps) {
  const { one, busy, tell } = props;
  const { shown } = useApp();
  const text = useText();
  const prove = (proof: Proof) => tell(`/measures/${one.measure}/proofs`, proof);
  const { phone } = shown;
  switch (wayOf(one.measure)) {
    case 'tick':
      return (
        <Button look="secondary" busy={busy} onClick={() => prove({ kind: 'ticked' })}>
          {text.prepare.done}
          <span className="aw-visually-hidden">: {text.prepare.measures[one.measure]}</span>
        </Button>
      );
    case 'phone':
      return (
        <fieldset className="aw-measures__choices">
          <legend>{text.prepare.called}</legend>
          {OUTCOMES.map((outcome) => (
            <Button
              key={outcome}
              look="secondary"
              busy={busy}
              onClick={() => prove({ kind: 'phoned', phonedAt: nowOn(phone), outcome })}
            >
              {text.prepare.outcomes[outcome]}
            </Button>
          ))}
        </fieldset>
      );
    case 'colleague':
      return <AskColleague {...props} />;
    case 'inform':
      return <Inform busy={busy} prove={prove} />;
    case 'call-back':
      return <CallBack {...props} prove={prove} />;
    case 'reachable':
      return <Reachable {...props} />;
    case 'office':
      return (
        <Words
          busy={busy}
          labels={[text.prepare.address, text.prepare.room]}
          onWords={([address = '', room = '']) => prove({ kind: 'office', address, room })}
        />
      );
    case 'police':
      return (
        <Words
          busy={busy}
          labels={[text.prepare.policeName, text.prepare.reference]}
          onWords={([name = '', reference = '']) =>
            prove({ kind: 'police-told', name, reference, toldAt: nowOn(phone) })
          }
        />
      );
    case 'escort':
      return (
        <Words
          busy={busy}
          labels={[text.prepare.confirmedBy]}
          onWords={([confirmedBy = '']) =>
            prove({ kind: 'escort', confirmedBy, confirmedAt: nowOn(phone) })
          }
        />
      );
    case 'call-off':
      return <CallOff busy={busy} prove={prove} />;
    case 'others':
      return (
        <span>{one.measure === 'DAG' ? text.prepare.others.DAG : text.prepare.others.LEID}</span>
      );
  }
}

function nowOn(phone: Phone): string {
  return isoOf(serverNow(phone, Date.now()));
}

interface ProveProps {
  readonly busy: boolean;
  readonly prove: (proof: Proof) => void;
}

interface WordsProps {
  readonly busy: boolean;
  readonly labels: readonly string[];
  readonly onWords: (words: readonly string[]) => void;
}

/** Some lines of text, all of which are needed. */
function Words({ busy, labels, onWords }: WordsProps) {
  const text = useText();
  const [words, setWords] = useState<readonly string[]>(() => labels.map(() => ''));
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const filled = words.map((word) => word.trim());
    const empty = filled.some((word) => word === '');
    setMissing(empty);
    if (!empty) onWords(filled);
  };
  return (
    <form className="aw-stack" onSubmit={submit} noValidate>
      {labels.map((label, index) => (
        <TextField
          key={label}
          label={label}
          error={missing && words[index]?.trim() === '' ? text.prepare.fillIn : null}
          autoComplete="off"
          maxLength={60}
          value={words[index] ?? ''}
          onChange={(event) =>
            setWords(words.map((word, i) => (i === index ? event.target.value : word)))
          }
        />
      ))}
      <Button look="secondary" type="submit" busy={busy}>
        {text.prepare.note}
      </Button>
    </form>
  );
}

function Inform({ busy, prove }: ProveProps) {
  const text = useText();
  const [answered, setAnswered] = useState(true);
  return (
    <>
      <SwitchField label={text.prepare.answered} on={answered} onChange={setAnswered} />
      <Words
        busy={busy}
        labels={[text.prepare.askedOf]}
        onWords={([askedOf = '']) => prove({ kind: 'informed', askedOf, answered })}
      />
    </>
  );
}

function CallBack({ preparation, busy, prove }: MeasureProps & ProveProps) {
  const text = useText();
  const times = callBackTimes(preparation);
  const [chosen, setChosen] = useState(String(times[0] ?? ''));
  return (
    <>
      <SelectField
        label={text.prepare.callAt}
        choices={times.map((at) => ({ value: String(at), label: clockTime(at) }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        look="secondary"
        busy={busy}
        onClick={() => prove({ kind: 'call-back', callAt: isoOf(Number(chosen)) })}
      >
        {text.prepare.note}
      </Button>
    </>
  );
}

// A preparation does not tell how far it is; who answers is there until the worker is home.
const WAY_HOME_MINUTES = 60;

function Reachable({ preparation, refresh }: MeasureProps) {
  const visit = {
    id: preparation.visitId,
    plannedStartAt: preparation.plannedStartAt,
    plannedEndAt: preparation.plannedEndAt,
    travelMinutes: WAY_HOME_MINUTES,
  };
  return <Agree visit={visit} onAgreed={() => void refresh()} />;
}

function CallOff({ busy, prove }: ProveProps) {
  const text = useText();
  const [sure, setSure] = useState(false);
  return sure ? (
    <Button look="danger" busy={busy} onClick={() => prove({ kind: 'called-off' })}>
      {text.prepare.callOffSure}
    </Button>
  ) : (
    <Button look="secondary" onClick={() => setSure(true)}>
      {text.prepare.callOff}
    </Button>
  );
}
