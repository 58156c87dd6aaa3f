import { useState } from 'react';
import { Button, Heading, useSharedText } from '../../../shared/src/components';
import type { Ending as EndingBody, WorkerWatch } from '../../../shared/src/api/types';
import { go, useAct, useApp, useText } from './app-context';
import { CodeEntry } from './CodeEntry';
import './watched.css';

type How = EndingBody['how'];
type Where = EndingBody['where'];

/** One question, two equal buttons; then where to; then the code when it is asked. */
export function Ending({ watch }: { readonly watch: WorkerWatch }) {
  const [how, setHow] = useState<How | null>(null);
  const [where, setWhere] = useState<Where | null>(null);
  const act = useAct();
  const end = (chosen: Where, code: string | null) => {
    if (how === null) return;
    act({ kind: 'end', watchId: watch.id, how, where: chosen, code });
  };

  if (how === null) return <Done watch={watch} onChoose={setHow} />;
  if (where !== null && asksCode(watch, where)) {
    return <WithCode watchId={watch.id} onCode={(code) => end(where, code)} />;
  }
  return (
    <WhereTo
      watch={watch}
      onChoose={(chosen) => {
        if (asksCode(watch, chosen)) {
          setWhere(chosen);
        } else {
          end(chosen, null);
          go('home');
        }
      }}
    />
  );
}

const goHome = () => go('home');

/** The way home belongs to the watch, so it needs no code yet. */
function asksCode(watch: WorkerWatch, where: Where): boolean {
  return watch.codeToEnd && (where !== 'on-site' || watch.state === 'alarmed');
}

function Done({ watch, onChoose }: { watch: WorkerWatch; onChoose: (how: How) => void }) {
  const { shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const act = useAct();
  const minutes = shown.phone.me?.teamNumbers.extensionMinutes ?? 15;
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.end.question}
      </Heading>
      <div className="aw-choices">
        <Button look="primary" large onClick={() => onChoose('finished')}>
          {text.end.finished}
        </Button>
        <Button
          look="primary"
          large
          onClick={() => {
            act({ kind: 'extend', watchId: watch.id, minutes });
            go('home');
          }}
        >
          {text.end.stillBusy(minutes)}
        </Button>
      </div>
      {watch.shape === 'visit' ? (
        <Button className="aw-wide" onClick={() => onChoose('nobody-home')}>
          {text.end.nobodyHome}
        </Button>
      ) : null}
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

function WhereTo({ watch, onChoose }: { watch: WorkerWatch; onChoose: (where: Where) => void }) {
  const text = useText();
  const shared = useSharedText();
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.end.where}
      </Heading>
      {watch.shape === 'visit' && watch.leg !== 'home' ? (
        <>
          <Button look="primary" large onClick={() => onChoose('on-site')}>
            {text.end.wayHome}
          </Button>
          <p className="utrecht-paragraph aw-quiet">{text.end.wayHomeHint}</p>
        </>
      ) : null}
      <Button large onClick={() => onChoose('office')}>
        {text.end.atOffice}
      </Button>
      <Button large onClick={() => onChoose('home')}>
        {text.end.atHome}
      </Button>
      <Button large onClick={() => onChoose('elsewhere')}>
        {text.end.elsewhere}
      </Button>
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

function WithCode({ watchId, onCode }: { watchId: string; onCode: (code: string) => void }) {
  const text = useText();
  const shared = useSharedText();
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.end.codeTitle}
      </Heading>
      <CodeEntry watchId={watchId} action={text.end.codeGo} onCode={onCode} onTaken={goHome} />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}
