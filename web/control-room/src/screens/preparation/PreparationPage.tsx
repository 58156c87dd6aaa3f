import { useEffect, useState } from 'react';
import type { MeasureCode, Preparation, VisitMeasure } from '../../../../shared/src/api/types';
import {
  Alert,
  Button,
  Heading,
  useAnnounce,
  useLanguage,
} from '../../../../shared/src/components';
import { groupsOf } from '../../core/preparation';
import { hashOf } from '../../core/route';
import { Facts } from '../Facts';
import { Loading } from '../LoadFault';
import { useTitle } from '../use-title';
import { MeasureCard, measureId } from './MeasureCard';
import { placeText, whenOf } from './preparation-words';
import { RiskClass } from './RiskClass';
import { usePreparation, usePreparationTexts, type PreparationDesk } from './use-preparation';
import './preparation.css';

/** One visit: what it asks for and why, how far that is, and what the desk can do about it. */
export default function PreparationPage({ visitId }: { readonly visitId: string }) {
  const t = usePreparationTexts();
  const desk = usePreparation(visitId);
  const preparation = desk.loaded.value;
  useTitle(t.title);
  return (
    <div className="aw-preparations">
      <a className="aw-preparations__link" href={hashOf({ page: 'preparations' })}>
        {t.back}
      </a>
      <Loading of={desk.loaded} unknown={t.notFound} />
      {preparation === null ? null : <Shown preparation={preparation} desk={desk} />}
    </div>
  );
}

interface ShownProps {
  readonly preparation: Preparation;
  readonly desk: PreparationDesk;
}

function Shown({ preparation, desk }: ShownProps) {
  const t = usePreparationTexts();
  const announce = useAnnounce();
  const [acted, setActed] = useState<{ readonly measure: MeasureCode } | null>(null);
  // What was pressed may be gone; whoever pressed it goes on at the measure, wherever it now stands.
  useEffect(() => {
    if (acted !== null) document.getElementById(measureId(acted.measure))?.focus();
  }, [acted]);
  const { toDo, arranged, extra } = groupsOf(preparation);
  const group = (title: string, measures: readonly VisitMeasure[]) =>
    measures.length === 0 ? null : (
      <section className="aw-stack">
        <Heading level={2}>{title}</Heading>
        <ul className="aw-preparations__list">
          {measures.map((one) => (
            <MeasureCard
              key={one.measure}
              one={one}
              preparation={preparation}
              act={desk.act}
              onDone={(words, measure) => {
                announce(words);
                setActed({ measure });
              }}
            />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <div className="aw-preparations__top">
        <Heading level={1} focusOnShow>
          {t.visitOf(preparation.worker.name)}
        </Heading>
        <Button look="quiet" onClick={() => void desk.loaded.again()}>
          {t.refresh}
        </Button>
      </div>
      <Standing preparation={preparation} />
      <VisitFacts preparation={preparation} />
      <p className="utrecht-paragraph aw-quiet">{t.lookedAt}</p>
      {group(t.toDo, toDo)}
      {group(t.arranged, arranged)}
      {group(t.extra, extra)}
    </>
  );
}

function Standing({ preparation }: { readonly preparation: Preparation }) {
  const t = usePreparationTexts();
  const { cancelled, ready, missing, worker } = preparation;
  const hasBegun = worker.watchState !== 'planned' && worker.watchState !== 'closed';
  if (cancelled) {
    return (
      <Alert tone="info">
        <p className="utrecht-paragraph">{t.cancelled}</p>
      </Alert>
    );
  }
  return (
    <Alert tone={ready ? 'ok' : 'warning'}>
      <p className="utrecht-paragraph">
        <strong>{ready ? t.ready : `${t.missing(missing.length)}.`}</strong>
        {hasBegun ? ` ${t.hasBegun}` : ''}
      </p>
    </Alert>
  );
}

function VisitFacts({ preparation }: { readonly preparation: Preparation }) {
  const t = usePreparationTexts();
  const { language } = useLanguage();
  return (
    <Facts
      facts={[
        { name: t.when, value: whenOf(preparation, language) },
        { name: t.where, value: placeText(preparation) },
        { name: t.risk, value: <RiskClass of={preparation.riskClass} /> },
        { name: t.companion, value: preparation.companion?.name ?? t.alone },
      ]}
    />
  );
}
