import { useState } from 'react';
import type { MeasureCode, Preparation, VisitMeasure } from '../../../../shared/src/api/types';
import { Alert, Button, useLanguage, useSharedText } from '../../../../shared/src/components';
import { isMissing, untouched, whyWords } from '../../../../shared/src/core/measures';
import { actsOn, type MeasureAct } from '../../core/preparation';
import { mayDecideOnMeasures } from '../../core/rights';
import type { PreparationTexts } from '../../text/preparation';
import { Icon } from '../Icon';
import { useSeat } from '../room-context';
import { AskDialog } from './AskDialog';
import { momentText, proofText } from './preparation-words';
import { ProveDialog } from './ProveDialog';
import { ReasonDialog } from './ReasonDialog';
import { usePreparationTexts, type PreparationDesk } from './use-preparation';

/** What goes without, or takes back, stands less on the foreground than what arranges. */
const QUIET: readonly MeasureAct[] = ['waive', 'withdraw', 'unask'];

interface MeasureCardProps {
  readonly one: VisitMeasure;
  readonly preparation: Preparation;
  readonly act: PreparationDesk['act'];
  readonly onDone: (words: string, measure: MeasureCode) => void;
}

export function measureId(measure: MeasureCode): string {
  return `aw-measure-${measure}`;
}

/** One measure: what, why, how it stands, what shows it, and what the desk can do. */
export function MeasureCard(props: MeasureCardProps) {
  const { one, preparation } = props;
  const t = usePreparationTexts();
  const shared = useSharedText();
  const { language } = useLanguage();
  const missing = isMissing(preparation, one);
  const why = whyWords(one.reasons, { ...t.factors, ...shared.whyAsked }).join('; ');
  const proof = proofText(one, t, language);
  const untaken = one.alternatives.filter(
    (code) => !preparation.measures.some(({ measure }) => measure === code),
  );
  return (
    <li className={`aw-measure${missing ? ' aw-measure--missing' : ''}`}>
      <h3 id={measureId(one.measure)} className="utrecht-heading-3" tabIndex={-1}>
        {t.measures[one.measure]}
      </h3>
      {why === '' ? null : <p className="utrecht-paragraph">{t.because(why)}</p>}
      <p className="aw-measure__state">
        <Icon name={one.settled ? 'check' : missing ? 'overdue' : 'planned'} />
        {t.states[one.state]}
        {one.settled || one.colleagueName === null ? '' : `: ${one.colleagueName}`}
      </p>
      {one.demanded && !missing && !one.settled ? (
        <p className="utrecht-paragraph">{t.insteadOf}</p>
      ) : null}
      {proof === null ? null : <p className="utrecht-paragraph">{proof}</p>}
      {one.reason === null ? null : <p className="utrecht-paragraph">{t.reason(one.reason)}</p>}
      {one.byName === null || one.at === null ? null : (
        <p className="utrecht-paragraph aw-quiet">
          {t.by(one.byName, momentText(one.at, language))}
        </p>
      )}
      <Acts {...props} />
      {missing
        ? untaken.map((code) => (
            <div key={code} className="aw-measure__instead">
              <p className="utrecht-paragraph">{t.instead(t.measures[code])}</p>
              <Acts {...props} one={untouched(code)} />
            </div>
          ))
        : null}
    </li>
  );
}

/** What the desk can do, or who else can. */
function Acts({ one, preparation, act, onDone }: MeasureCardProps) {
  const t = usePreparationTexts();
  const { me } = useSeat();
  const [open, setOpen] = useState<MeasureAct | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const mayDecide = mayDecideOnMeasures(me.roles, me.id === preparation.worker.personId);
  const acts = preparation.cancelled ? [] : actsOn(one, mayDecide);
  const note = one.settled ? null : noteFor(one.measure, mayDecide, t);
  const approve = async (): Promise<void> => {
    setBusy(true);
    const refused = await act(one.measure, { kind: 'proofs', body: { kind: 'approved' } });
    setBusy(false);
    setFault(refused?.text ?? null);
    if (refused === null) onDone(t.done.approve, one.measure);
  };
  const dialog = {
    one,
    preparation,
    act,
    onClose: () => setOpen(null),
    onDone: (done: MeasureAct) => {
      setOpen(null);
      onDone(t.done[done], one.measure);
    },
  };
  return (
    <>
      {note === null ? null : <p className="utrecht-paragraph aw-quiet">{note}</p>}
      {acts.length === 0 ? null : (
        <div className="aw-row">
          {acts.map((kind) => (
            <Button
              key={kind}
              look={QUIET.includes(kind) ? 'quiet' : 'secondary'}
              busy={busy}
              aria-label={`${t.acts[kind]}: ${t.measures[one.measure]}`}
              onClick={() => (kind === 'approve' ? void approve() : setOpen(kind))}
            >
              {t.acts[kind]}
            </Button>
          ))}
        </div>
      )}
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      {open === 'prove' ? <ProveDialog {...dialog} /> : null}
      {open === 'ask' ? <AskDialog {...dialog} /> : null}
      {open === 'waive' || open === 'unwaive' || open === 'withdraw' || open === 'unask' ? (
        <ReasonDialog {...dialog} kind={open} />
      ) : null}
    </>
  );
}

/** Who arranges what the desk cannot note down; null when the buttons say enough. */
function noteFor(measure: MeasureCode, mayDecide: boolean, t: PreparationTexts): string | null {
  switch (measure) {
    case 'DAG':
      return t.others.DAG;
    case 'NIET':
      return t.others.NIET;
    case 'LEID':
      return mayDecide ? null : t.others.LEID;
    case 'BEREIK':
    case 'CODE':
    case 'AUTO':
    case 'PARK':
    case 'ACCU':
    case 'DEK':
    case 'PAK':
      return t.others.worker;
    default:
      return null;
  }
}
