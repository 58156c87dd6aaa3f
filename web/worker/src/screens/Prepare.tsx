import { Alert, Button, Heading, useSharedText } from '../../../shared/src/components';
import type { Preparation } from '../../../shared/src/api/types';
import { inOrder } from '../../../shared/src/core/measures';
import { toneOf } from '../core/preparation';
import { go, useText } from './app-context';
import { Cards } from './Cards';
import { MeasureItem } from './MeasureItem';
import { Questions } from './Questions';
import { StatusCard } from './StatusCard';
import { useGuidance, usePreparation, type PreparationParts } from './use-preparation';
import './prepare.css';

/** Getting ready for a visit: how risky it is, what it asks for, and the cards that fit. */
export function Prepare({ visitId }: { readonly visitId: string }) {
  const text = useText();
  const shared = useSharedText();
  const parts = usePreparation(visitId);
  const guidance = useGuidance();
  const { known, outcome } = parts;
  const factors = known.kind === 'here' ? (known.preparation.estimate?.factors ?? []) : [];
  return (
    <>
      {known.kind === 'here' ? null : (
        <Heading level={1} focusOnShow>
          {text.prepare.title}
        </Heading>
      )}
      {known.kind === 'asking' ? <p className="utrecht-paragraph">{text.prepare.loading}</p> : null}
      {known.kind === 'unreachable' ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">{text.prepare.noConnection}</p>
          <Button onClick={parts.again}>{shared.tryAgain}</Button>
        </Alert>
      ) : null}
      {outcome === 'failed' ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">{text.prepare.failed}</p>
        </Alert>
      ) : null}
      <p className="aw-visually-hidden" role="status">
        {outcome === 'done' ? text.prepare.saved : ''}
      </p>
      {known.kind === 'here' ? <Here preparation={known.preparation} parts={parts} /> : null}
      {guidance === null ? null : <Cards guidance={guidance} factors={factors} />}
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

function Here({ preparation, parts }: { preparation: Preparation; parts: PreparationParts }) {
  const text = useText();
  const { missing, companion, riskClass } = preparation;
  return (
    <>
      <StatusCard tone={toneOf(preparation)} title={text.prepare.classes[riskClass]}>
        <p>{preparation.ready ? text.prepare.ready : text.prepare.notReady(missing.length)}</p>
        {companion === null ? null : <p>{text.prepare.together(companion.name)}</p>}
        {preparation.ready ? null : <p>{text.prepare.alwaysStart}</p>}
      </StatusCard>
      <Questions
        key={preparation.judgedAt}
        preparation={preparation}
        busy={parts.busy}
        onAnswer={(estimate) => parts.tell('/risk-estimates', estimate)}
      />
      <Heading level={2}>{text.prepare.measuresTitle}</Heading>
      <ul className="aw-measures">
        {inOrder(preparation).map((one) => (
          <MeasureItem
            key={`${one.measure} ${one.state}`}
            one={one}
            preparation={preparation}
            busy={parts.busy}
            tell={parts.tell}
            refresh={parts.refresh}
          />
        ))}
      </ul>
    </>
  );
}
