import { useState } from 'react';
import type {
  NewWorkplaceRisk,
  WorkplaceAssessment,
  WorkplaceRisk,
} from '../../../../shared/src/api/types';
import { type LoneWorkplace, HAZARDS } from '../../../../shared/src/api/parse-workplaces';
import {
  SelectField,
  SwitchField,
  TextField,
  useLanguage,
} from '../../../../shared/src/components';
import { EFFECTS, EXPOSURES, ONE_TO_FIVE, PROBABILITIES, type Factors } from '../../core/risk';
import { DialogForm } from '../preparation/DialogForm';
import { Score } from './Score';
import { useAsking, useWorkplaceApi, useWorkplaceTexts } from './use-workplaces';

interface RiskDialogProps {
  readonly workplace: LoneWorkplace;
  /** Null for a new one. */
  readonly risk: WorkplaceRisk | null;
  readonly onClose: () => void;
  readonly onDone: (assessment: WorkplaceAssessment) => void;
}

const OF_FINE_KINNEY: Factors = { effect: 7, exposure: 3, probability: 1 };
const OF_MATRIX: Factors = { effect: 3, exposure: null, probability: 3 };

/** What can happen, scored without and with measures; each value of a scale says what it means. */
export function RiskDialog({ workplace, risk, onClose, onDone }: RiskDialogProps) {
  const t = useWorkplaceTexts();
  const api = useWorkplaceApi();
  const asking = useAsking();
  const usual = workplace.method === 'matrix' ? OF_MATRIX : OF_FINE_KINNEY;
  const isMatrix = risk === null ? workplace.method === 'matrix' : risk.before.exposure === null;
  const [hazard, setHazard] = useState(risk?.hazard ?? 'aggression');
  const [scenario, setScenario] = useState(risk?.scenario ?? '');
  const [scoredWith, setScoredWith] = useState(risk?.scoredWith ?? '');
  const [before, setBefore] = useState<Factors>(risk?.before ?? usual);
  const [after, setAfter] = useState<Factors | null>(risk?.after ?? null);
  const [tried, setTried] = useState(false);
  const words = scenario.trim();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (words === '') return;
    const body: NewWorkplaceRisk = {
      hazard,
      scenario: words,
      before: factorsOf(before),
      after: after === null ? null : factorsOf(after),
      scoredWith: scoredWith.trim() === '' ? null : scoredWith.trim(),
      version: risk?.version ?? null,
    };
    const next = await asking.run(
      risk === null ? api.addRisk(workplace.id, body) : api.changeRisk(workplace.id, risk.id, body),
    );
    if (next !== null) onDone(next);
  };
  return (
    <DialogForm
      title={risk === null ? t.risk.add : t.risk.change}
      submit={t.page.save}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        label={t.risk.hazard}
        choices={HAZARDS.map((value) => ({ value, label: t.hazards[value] }))}
        value={hazard}
        onChange={setHazard}
      />
      <TextField
        label={t.risk.scenario}
        hint={t.risk.scenarioHint}
        error={tried && words === '' ? t.risk.scenarioMissing : null}
        autoComplete="off"
        maxLength={500}
        value={scenario}
        onChange={(event) => setScenario(event.target.value)}
      />
      <Scales title={t.risk.before} factors={before} isMatrix={isMatrix} onChange={setBefore} />
      <SwitchField
        label={t.risk.withAfter}
        on={after !== null}
        onChange={(on) => setAfter(on ? before : null)}
      />
      {after === null ? null : (
        <Scales title={t.risk.after} factors={after} isMatrix={isMatrix} onChange={setAfter} />
      )}
      <TextField
        label={t.risk.scoredWith}
        hint={t.risk.scoredWithHint}
        autoComplete="off"
        maxLength={200}
        value={scoredWith}
        onChange={(event) => setScoredWith(event.target.value)}
      />
    </DialogForm>
  );
}

function factorsOf({ effect, exposure, probability }: Factors): Factors {
  return { effect, exposure, probability };
}

interface ScalesProps {
  readonly title: string;
  readonly factors: Factors;
  readonly isMatrix: boolean;
  readonly onChange: (factors: Factors) => void;
}

function Scales({ title, factors, isMatrix, onChange }: ScalesProps) {
  const t = useWorkplaceTexts().risk;
  return (
    <fieldset className="aw-workplaces__scales">
      <legend className="utrecht-form-label">{title}</legend>
      <Scale
        label={t.effect}
        steps={isMatrix ? ONE_TO_FIVE : EFFECTS}
        words={isMatrix ? t.effectsOfFive : t.effects}
        value={factors.effect}
        onChange={(effect) => onChange({ ...factors, effect })}
      />
      {factors.exposure === null ? null : (
        <Scale
          label={t.exposure}
          steps={EXPOSURES}
          words={t.exposures}
          value={factors.exposure}
          onChange={(exposure) => onChange({ ...factors, exposure })}
        />
      )}
      <Scale
        label={t.probability}
        steps={isMatrix ? ONE_TO_FIVE : PROBABILITIES}
        words={isMatrix ? t.probabilitiesOfFive : t.probabilities}
        value={factors.probability}
        onChange={(probability) => onChange({ ...factors, probability })}
      />
      <p className="aw-workplaces__result" role="status">
        <Score score={factors} />
      </p>
    </fieldset>
  );
}

interface ScaleProps {
  readonly label: string;
  readonly steps: readonly number[];
  readonly words: Readonly<Record<number, string>>;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Scale({ label, steps, words, value, onChange }: ScaleProps) {
  const { language } = useLanguage();
  return (
    <SelectField
      label={label}
      choices={steps.map((step) => ({
        value: String(step),
        label: `${step.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')}: ${words[step] ?? ''}`,
      }))}
      value={String(value)}
      onChange={(step) => onChange(Number(step))}
    />
  );
}
