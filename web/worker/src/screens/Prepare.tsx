import { Button, Heading, useSharedText } from '../../../shared/src/components';
import type { Preparation } from '../../../shared/src/api/types';
import { inOrder } from '../../../shared/src/core/measures';
import { toneOf } from '../core/preparation';
import { go, useText } from './app-context';
import { GuidanceCards } from './Cards';
import { Loading } from './LoadFault';
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
  const { value: preparation } = parts.known;
  const { missing, cardsThough } = text.prepare;
  return (
    <>
      {preparation !== null ? null : (
        <Heading level={1} focusOnShow>
          {text.prepare.title}
        </Heading>
      )}
      <Loading
        of={parts.known}
        missing={guidance.value === null ? missing : `${missing} ${cardsThough}`}
      />
      <p className="aw-visually-hidden" role="status">
        {parts.isSaved ? text.prepare.saved : ''}
      </p>
      {preparation === null ? null : <Here preparation={preparation} parts={parts} />}
      <GuidanceCards guidance={guidance} factors={preparation?.estimate?.factors ?? []} />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

const ESTIMATES = '/risk-estimates';

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
        fault={parts.faultAt(ESTIMATES)}
        onAnswer={(estimate) => parts.tell(ESTIMATES, estimate)}
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
            faultAt={parts.faultAt}
            refresh={parts.known.again}
          />
        ))}
      </ul>
    </>
  );
}
