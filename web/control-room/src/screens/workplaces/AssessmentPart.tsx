import { useCallback, useState } from 'react';
import type { WorkplaceAssessment, WorkplaceRisk } from '../../../../shared/src/api/types';
import { Alert, Button, Heading, useLoaded } from '../../../../shared/src/components';
import { Loading } from '../LoadFault';
import { DecisionPart } from './DecisionPart';
import { MeasuresPart } from './MeasuresPart';
import { RiskDialog } from './RiskDialog';
import { Score } from './Score';
import {
  useAsking,
  useDay,
  useWorkplaceApi,
  useWorkplaceTexts,
  type Shown,
} from './use-workplaces';

/** What can happen, what was decided, and what is done about it. */
export function AssessmentPart(shown: Shown) {
  const t = useWorkplaceTexts();
  const api = useWorkplaceApi();
  const { id } = shown.workplace;
  const read = useLoaded(useCallback(() => api.assessment(id), [api, id]));
  const take = (next: WorkplaceAssessment) => {
    read.set(next);
    shown.onTouched();
  };
  if (read.value === null) {
    return (
      <section className="aw-workplaces__part">
        <Heading level={2}>{t.parts.risks}</Heading>
        <Loading of={read} />
      </section>
    );
  }
  return (
    <>
      <DecisionPart {...shown} assessment={read.value} onAssessed={take} />
      <RisksPart {...shown} assessment={read.value} onAssessed={take} />
      <MeasuresPart {...shown} assessment={read.value} onAssessed={take} />
    </>
  );
}

/** A part of the assessment, and what to do with the assessment as an act left it. */
export interface Assessed extends Shown {
  readonly assessment: WorkplaceAssessment;
  readonly onAssessed: (assessment: WorkplaceAssessment) => void;
}

function RisksPart(part: Assessed) {
  const { workplace, mayChange, assessment, onAssessed } = part;
  const t = useWorkplaceTexts();
  const [dialog, setDialog] = useState<WorkplaceRisk | 'new' | null>(null);
  return (
    <section className="aw-workplaces__part">
      <div className="aw-workplaces__top">
        <Heading level={2}>{t.parts.risks}</Heading>
        {mayChange ? <Button onClick={() => setDialog('new')}>{t.risk.add}</Button> : null}
      </div>
      {assessment.risks.length === 0 ? (
        <p className="utrecht-paragraph">{t.risk.empty}</p>
      ) : (
        <ul className="aw-workplaces__cards">
          {assessment.risks.map((risk) => (
            <Risk key={risk.id} risk={risk} part={part} onChange={() => setDialog(risk)} />
          ))}
        </ul>
      )}
      {dialog === null ? null : (
        <RiskDialog
          workplace={workplace}
          risk={dialog === 'new' ? null : dialog}
          onClose={() => setDialog(null)}
          onDone={(next) => {
            setDialog(null);
            onAssessed(next);
          }}
        />
      )}
    </section>
  );
}

interface RiskProps {
  readonly risk: WorkplaceRisk;
  readonly part: Assessed;
  readonly onChange: () => void;
}

function Risk({ risk, part, onChange }: RiskProps) {
  const t = useWorkplaceTexts();
  const day = useDay();
  const api = useWorkplaceApi();
  const asking = useAsking();
  const remove = async (): Promise<void> => {
    const next = await asking.run(api.removeRisk(part.workplace.id, risk.id));
    if (next !== null) part.onAssessed(next);
  };
  const together = risk.scoredWith === null ? '' : ` ${t.risk.together(risk.scoredWith)}`;
  return (
    <li className="aw-workplaces__card">
      <Heading level={3}>{risk.scenario}</Heading>
      <p className="utrecht-paragraph">{t.hazards[risk.hazard]}</p>
      <dl className="aw-workplaces__scores">
        <div>
          <dt>{t.risk.before}</dt>
          <dd>
            <Score score={risk.before} />
          </dd>
        </div>
        <div>
          <dt>{t.risk.after}</dt>
          <dd>{risk.after === null ? t.risk.notYet : <Score score={risk.after} />}</dd>
        </div>
      </dl>
      <p className="utrecht-paragraph aw-quiet">
        {t.risk.by(risk.scoredByName, day(risk.scoredAt)) + together}
      </p>
      {asking.fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{asking.fault}</p>
        </Alert>
      )}
      {part.mayChange ? (
        <div className="aw-row">
          <Button aria-label={t.risk.changeThis(risk.scenario)} onClick={onChange}>
            {t.risk.change}
          </Button>
          <Button
            look="quiet"
            busy={asking.busy}
            aria-label={t.risk.removeThis(risk.scenario)}
            onClick={() => void remove()}
          >
            {t.risk.remove}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
