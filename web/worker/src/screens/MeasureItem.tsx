import { Button } from '../../../shared/src/components';
import type { Preparation, VisitMeasure } from '../../../shared/src/api/types';
import { isMissing } from '../core/preparation';
import type { WorkerText } from '../text';
import { useText } from './app-context';
import { MeasureProof } from './MeasureProof';

export interface MeasureProps {
  readonly one: VisitMeasure;
  readonly preparation: Preparation;
  readonly busy: boolean;
  readonly tell: (path: string, body: unknown) => void;
}

/** One measure: what, why, how it stands, and how to prove it. */
export function MeasureItem(props: MeasureProps) {
  const { one, preparation, busy, tell } = props;
  const text = useText();
  const missing = isMissing(preparation, one);
  const why = reasonsOf(text, one);
  return (
    <li className={`aw-measures__one${missing ? ' aw-measures__one--missing' : ''}`}>
      <strong>{text.prepare.measures[one.measure]}</strong>
      {why === '' ? null : (
        <span className="aw-quiet">
          {text.prepare.because} {why}
        </span>
      )}
      {one.alternatives.length === 0 ? null : (
        <span className="aw-quiet">
          {text.prepare.instead}{' '}
          {one.alternatives.map((code) => text.prepare.measures[code]).join(', ')}
        </span>
      )}
      <span className="aw-measures__state">
        {text.prepare.states[one.state]}
        {one.colleagueName === null ? '' : `: ${one.colleagueName}`}
        {one.settled && one.byName !== null ? `, ${text.prepare.by(one.byName)}` : ''}
      </span>
      {one.reason === null ? null : <span>{text.prepare.reason(one.reason)}</span>}
      {one.settled ? <TakeBack one={one} busy={busy} tell={tell} /> : <MeasureProof {...props} />}
    </li>
  );
}

/** Names of the risk factors; what the phone has no word for stays out. */
function reasonsOf(text: WorkerText, one: VisitMeasure): string {
  return Object.entries(text.prepare.factors)
    .filter(([code]) => one.reasons.includes(code))
    .map(([, name]) => name)
    .join('; ');
}

type TakeBackProps = Pick<MeasureProps, 'one' | 'busy' | 'tell'>;

function TakeBack({ one, busy, tell }: TakeBackProps) {
  const text = useText();
  // What somebody else decided, or the times tell, is not the worker's to take back.
  if (one.state !== 'proven' || one.measure === 'DAG' || one.measure === 'LEID') return null;
  return (
    <Button
      look="quiet"
      busy={busy}
      onClick={() => tell(`/measures/${one.measure}/withdrawals`, {})}
    >
      {text.prepare.takeBack}
    </Button>
  );
}
