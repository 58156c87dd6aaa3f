import { useState } from 'react';
import { Button, Heading } from '../../../shared/src/components';
import type { Debrief, WorkerWatch } from '../../../shared/src/api/types';
import { go, useAct, useApp, useText } from './app-context';
import { GoHome } from './GoHome';
import { StatusCard } from './StatusCard';
import './watched.css';

const ANSWERS: readonly Debrief['answer'][] = ['as-expected', 'tense', 'incident'];
const THANKS_FOR_MS = 1500;

/** The watch is over, and says so; then one tap of debrief. */
export function Ended({ watch }: { readonly watch: WorkerWatch }) {
  const { shell } = useApp();
  const text = useText();
  const act = useAct();
  const [thanked, thank] = useState(false);
  const answer = (chosen: Debrief['answer']) => {
    act({ kind: 'debrief', watchId: watch.id, answer: chosen });
    if (chosen === 'incident') {
      go('incident');
      void shell.putAway(watch.id);
      return;
    }
    thank(true);
    setTimeout(() => void shell.putAway(watch.id), THANKS_FOR_MS);
  };
  return (
    <>
      <StatusCard tone="calm" title={text.ended.title}>
        <p>{text.ended.nobody}</p>
      </StatusCard>
      {watch.shape === 'journey' ? null : <GoHome before={() => void shell.putAway(watch.id)} />}
      {thanked ? (
        <p className="utrecht-paragraph" role="status">
          {text.ended.thanks}
        </p>
      ) : (
        <>
          <Heading level={2}>{text.ended.how}</Heading>
          <div className="aw-choices">
            {ANSWERS.map((chosen) => (
              <Button key={chosen} large onClick={() => answer(chosen)}>
                {text.ended.answers[chosen]}
              </Button>
            ))}
          </div>
          <Button look="quiet" onClick={() => void shell.putAway(watch.id)}>
            {text.ended.skip}
          </Button>
        </>
      )}
    </>
  );
}
