import { useState } from 'react';
import { OUTCOMES } from '../../../../shared/src/api/parse-workplaces';
import {
  Alert,
  Button,
  ChipsField,
  Heading,
  TextArea,
  TextField,
} from '../../../../shared/src/components';
import { DialogForm } from '../preparation/DialogForm';
import type { Assessed } from './AssessmentPart';
import { useAsking, useDay, useWorkplaceApi, useWorkplaceTexts } from './use-workplaces';

/** Whether somebody may be alone there, who decided so, when and why. */
export function DecisionPart(part: Assessed) {
  const t = useWorkplaceTexts();
  const day = useDay();
  const [deciding, setDeciding] = useState(false);
  const [inForce, ...earlier] = part.assessment.decisions;
  return (
    <section className="aw-workplaces__part">
      <div className="aw-workplaces__top">
        <Heading level={2}>{t.parts.decision}</Heading>
        {part.mayChange ? (
          <Button look="primary" onClick={() => setDeciding(true)}>
            {t.decision.open}
          </Button>
        ) : null}
      </div>
      {inForce === undefined ? (
        <p className="utrecht-paragraph">{t.decision.empty}</p>
      ) : (
        <>
          <p className="utrecht-paragraph">
            <strong>{t.outcomes[inForce.outcome]}</strong>
          </p>
          <p className="utrecht-paragraph aw-workplaces__words">{inForce.reason}</p>
          <p className="utrecht-paragraph aw-quiet">
            {t.decision.by(inForce.byName, day(inForce.at))}
          </p>
        </>
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{t.decision.earlier}</summary>
          <ul>
            {earlier.map(({ outcome, reason, byName, at }) => (
              <li key={at}>
                {`${t.outcomes[outcome]}. ${reason} (${t.decision.by(byName, day(at))})`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {deciding ? <DecisionDialog part={part} onClose={() => setDeciding(false)} /> : null}
    </section>
  );
}

function DecisionDialog({ part, onClose }: { readonly part: Assessed; onClose: () => void }) {
  const t = useWorkplaceTexts();
  const api = useWorkplaceApi();
  const asking = useAsking();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('with-measures');
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState('');
  const [tried, setTried] = useState(false);
  const words = reason.trim();
  const missing = tried && words === '';
  const { 'no-measure': noMeasure, 'risk-too-high': tooHigh } = t.decision;
  const faults: Readonly<Record<string, string>> = {
    ...t.faults,
    'no-measure': noMeasure,
    'risk-too-high': tooHigh,
  };
  const refused = asking.codes.get('outcome');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (words === '') return;
    const body = { outcome, reason: words, reviewOn: reviewOn === '' ? null : reviewOn };
    const next = await asking.run(api.decide(part.workplace.id, body));
    if (next !== null) {
      onClose();
      part.onAssessed(next);
    }
  };
  return (
    <DialogForm
      title={t.decision.open}
      submit={t.decision.open}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ChipsField
        label={t.decision.outcome}
        choices={OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
        value={outcome}
        onChange={setOutcome}
      />
      {refused === undefined ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{faults[refused] ?? refused}</p>
        </Alert>
      )}
      <TextArea
        label={t.decision.reason}
        hint={t.decision.reasonHint}
        maxLength={1000}
        isInvalid={missing}
        error={missing ? t.page.reasonMissing : null}
        value={reason}
        onChange={setReason}
      />
      <TextField
        label={t.fields.reviewOn}
        hint={t.hints.reviewOn}
        error={faults[asking.codes.get('reviewOn') ?? ''] ?? null}
        type="date"
        value={reviewOn}
        onChange={(event) => setReviewOn(event.target.value)}
      />
    </DialogForm>
  );
}
