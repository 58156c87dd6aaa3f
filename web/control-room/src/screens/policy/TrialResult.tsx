import { useEffect, useRef } from 'react';
import type { PolicyTrial } from '../../../../shared/src/api/types';
import { dayAndTime } from './say-moment';
import { usePolicyWords } from './use-policy';

/** What the draft would change, in numbers and visit by visit. */
export function TrialResult({ trial }: { readonly trial: PolicyTrial }) {
  const words = usePolicyWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [trial]);
  return (
    <section className="aw-stack" aria-labelledby="aw-trial">
      <h2 id="aw-trial" className="utrecht-heading-2" tabIndex={-1} ref={heading}>
        {words.trial.title}
      </h2>
      <p className="utrecht-paragraph">
        {trial.examples ? `${words.trial.examples} ` : ''}
        {words.trial.summary(trial.changed, trial.cases)}
      </p>
      {trial.changed === 0 ? null : <Numbers trial={trial} />}
      {trial.changed === 0 ? null : <Visits trial={trial} />}
    </section>
  );
}

function Numbers({ trial }: { readonly trial: PolicyTrial }) {
  const words = usePolicyWords();
  return (
    <>
      <table className="aw-policy__numbers">
        <caption>{words.trial.moves}</caption>
        <thead>
          <tr>
            <th scope="col">{words.trial.now}</th>
            <th scope="col">{words.trial.then}</th>
            <th scope="col">{words.trial.count}</th>
          </tr>
        </thead>
        <tbody>
          {trial.moves.map(({ from, to, cases }) => (
            <tr key={`${from} ${to}`}>
              <td>{words.riskClass[from]}</td>
              <td>{words.riskClass[to]}</td>
              <td>{cases}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="aw-policy__numbers">
        <caption>{words.trial.measures}</caption>
        <thead>
          <tr>
            <th scope="col">{words.trial.measures}</th>
            <th scope="col">{words.trial.now}</th>
            <th scope="col">{words.trial.then}</th>
          </tr>
        </thead>
        <tbody>
          {trial.measures.map(({ measure, name, now, then }) => (
            <tr key={measure}>
              <th scope="row">{name}</th>
              <td>{now}</td>
              <td>{then}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Visits({ trial }: { readonly trial: PolicyTrial }) {
  const words = usePolicyWords();
  return (
    <table className="aw-policy__visits">
      <caption>{words.trial.visits}</caption>
      <thead>
        <tr>
          <th scope="col">{words.trial.factors}</th>
          <th scope="col">{words.trial.now}</th>
          <th scope="col">{words.trial.then}</th>
        </tr>
      </thead>
      <tbody>
        {trial.changes.map(({ judgedAt, example, factors, now, then }, index) => (
          <tr key={index}>
            <td>
              {factors.length === 0 ? words.trial.noFactors : factors.join(', ')}
              <br />
              <small>{example ?? (judgedAt === null ? '' : dayAndTime(judgedAt))}</small>
            </td>
            <td>
              <Outcome {...now} unlike={then.demands} />
            </td>
            <td>
              <Outcome {...then} unlike={now.demands} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OutcomeProps {
  readonly summary: string;
  readonly demands: readonly string[];
  readonly unlike: readonly string[];
}

/** The class, and the demands that the other outcome does not have. */
function Outcome({ summary, demands, unlike }: OutcomeProps) {
  return (
    <>
      <strong>{summary}</strong>
      <ul>
        {demands
          .filter((demand) => !unlike.includes(demand))
          .map((demand) => (
            <li key={demand}>{demand}</li>
          ))}
      </ul>
    </>
  );
}
