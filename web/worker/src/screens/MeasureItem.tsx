import { Button, useSharedText } from '../../../shared/src/components';
import type { MeasureCode, Preparation, VisitMeasure } from '../../../shared/src/api/types';
import { isMissing, untouched, whyWords } from '../../../shared/src/core/measures';
import { ActFault } from './ActFault';
import { useText } from './app-context';
import { MeasureProof } from './MeasureProof';

export interface MeasureProps {
  readonly one: VisitMeasure;
  readonly preparation: Preparation;
  readonly busy: boolean;
  readonly tell: (path: string, body: unknown) => void;
  /** Why the last act under this path was not taken. */
  readonly faultAt: (path: string) => string | null;
  /** Asks the server how it stands now. */
  readonly refresh: () => Promise<void>;
}

/** One measure: what, why, how it stands, and how to prove it. */
export function MeasureItem(props: MeasureProps) {
  const { one, preparation, busy, tell } = props;
  const text = useText();
  const missing = isMissing(preparation, one);
  const shared = useSharedText();
  const words = { ...text.prepare.factors, ...shared.whyAsked };
  const why = whyWords(one.reasons, words).join('; ');
  return (
    <li className={`aw-measures__one${missing ? ' aw-measures__one--missing' : ''}`}>
      <strong>{text.prepare.measures[one.measure]}</strong>
      {why === '' ? null : (
        <span className="aw-quiet">
          {text.prepare.because} {why}
        </span>
      )}
      <span className="aw-measures__state">
        {text.prepare.states[one.state]}
        {one.colleagueName === null ? '' : `: ${one.colleagueName}`}
        {one.settled && one.byName !== null ? `, ${text.prepare.by(one.byName)}` : ''}
      </span>
      {one.reason === null ? null : <span>{text.prepare.reason(one.reason)}</span>}
      {one.settled ? <TakeBack one={one} busy={busy} tell={tell} /> : <MeasureProof {...props} />}
      <ActFault words={props.faultAt(`/measures/${one.measure}/`)} />
      {missing
        ? one.alternatives.map((code) => <Instead key={code} {...props} code={code} />)
        : null}
    </li>
  );
}

/** Another measure that will do, as long as nobody has touched it; then it has a place of its own. */
function Instead({ code, ...props }: MeasureProps & { readonly code: MeasureCode }) {
  const text = useText();
  const { measures } = props.preparation;
  const isListed = measures.some(({ measure }) => measure === code);
  const name = `${text.prepare.instead} ${text.prepare.measures[code]}`;
  if (isListed) return <span className="aw-quiet">{name}</span>;
  return (
    <details className="aw-fold">
      <summary className="aw-fold__title">{name}</summary>
      <div className="aw-stack aw-fold__body">
        <MeasureProof {...props} one={untouched(code)} />
        <ActFault words={props.faultAt(`/measures/${code}/`)} />
      </div>
    </details>
  );
}

// Somebody else decided it, or it follows from times or an agreement.
const NOT_TAKEN_BACK: readonly MeasureCode[] = ['DAG', 'LEID', 'BEREIK'];

type TakeBackProps = Pick<MeasureProps, 'one' | 'busy' | 'tell'>;

function TakeBack({ one, busy, tell }: TakeBackProps) {
  const text = useText();
  if (one.state !== 'proven' || NOT_TAKEN_BACK.includes(one.measure)) return null;
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
