import { useState } from 'react';
import { MEASURE_KINDS, MEASURE_LEVELS } from '../../../../shared/src/api/parse-workplaces';
import type { WorkplaceMeasure } from '../../../../shared/src/api/types';
import { SelectField, TextField } from '../../../../shared/src/components';
import { alongOf, askedOf, isNameMissing, NOT_CHOSEN } from '../../core/companion';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useColleagues } from '../use-colleagues';
import type { Assessed } from './AssessmentPart';
import { CompanionField } from './CompanionField';
import { useAsking, useWorkplaceApi, useWorkplaceTexts } from './use-workplaces';

type Kind = (typeof MEASURE_KINDS)[number];
type Level = (typeof MEASURE_LEVELS)[number];

/** Where each of the usual measures works; working together takes the loneliness itself away. */
const LEVEL_OF: Readonly<Record<Kind, Level>> = {
  colleague: 'source',
  'safe-room': 'collective',
  'personal-alarm': 'personal',
  transport: 'collective',
  own: 'collective',
};

interface MeasureDialogProps {
  readonly part: Assessed;
  readonly onClose: () => void;
}

/** A new measure: what, who does it, and before when. */
export function MeasureDialog({ part, onClose }: MeasureDialogProps) {
  const texts = useWorkplaceTexts();
  const t = texts.measure;
  const api = useWorkplaceApi();
  const asking = useAsking();
  const everybody = useColleagues();
  const [kind, setKind] = useState<Kind>('colleague');
  const [level, setLevel] = useState<Level>(LEVEL_OF.colleague);
  const [what, setWhat] = useState(t.kinds.colleague);
  const [along, setAlong] = useState(NOT_CHOSEN);
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const [cost, setCost] = useState('');
  const [tried, setTried] = useState(false);
  const words = what.trim();
  const isWith = kind === 'colleague';
  const isNameless = isWith && isNameMissing(along);
  const isCost = /^\d{0,8}$/.test(cost.trim());
  const faults: Readonly<Record<string, string>> = texts.faults;
  const dueFault = asking.codes.get('dueOn');
  const choose = (next: Kind): void => {
    setKind(next);
    setLevel(LEVEL_OF[next]);
    // What was typed stays; what was put there for the other kind goes.
    if (words === '' || words === t.kinds[kind]) setWhat(next === 'own' ? '' : t.kinds[next]);
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (words === '' || ownerId === null || dueOn === '' || !isCost || isNameless) return;
    const next = await asking.run(
      api.addMeasure(part.workplace.id, {
        kind,
        level,
        what: words,
        ...(isWith ? askedOf(along) : {}),
        costEuros: cost.trim() === '' ? null : Number(cost.trim()),
        ownerId,
        dueOn,
      }),
    );
    if (next !== null) {
      onClose();
      part.onAssessed(next);
    }
  };
  return (
    <DialogForm
      title={t.add}
      submit={t.add}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        label={t.kind}
        choices={MEASURE_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        value={kind}
        onChange={choose}
      />
      <TextField
        label={t.what}
        error={tried && words === '' ? t.whatMissing : null}
        autoComplete="off"
        maxLength={500}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      {isWith ? <CompanionField value={along} tried={tried} onChange={setAlong} /> : null}
      <LevelField value={level} onChange={setLevel} />
      <NamedField
        of={everybody}
        label={t.owner}
        error={tried && ownerId === null ? t.ownerMissing : null}
        value={ownerId}
        onChange={setOwnerId}
      />
      <TextField
        label={t.due}
        error={
          tried && dueOn === ''
            ? t.dueMissing
            : dueFault === undefined
              ? null
              : (faults[dueFault] ?? dueFault)
        }
        type="date"
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <CostField value={cost} isWrong={tried && !isCost} onChange={setCost} />
    </DialogForm>
  );
}

interface EffectDialogProps extends MeasureDialogProps {
  readonly measure: WorkplaceMeasure;
}

/** What a measure brought, seen afterwards, what it cost, and who is along from now on. */
export function EffectDialog({ part, measure, onClose }: EffectDialogProps) {
  const t = useWorkplaceTexts().measure;
  const api = useWorkplaceApi();
  const asking = useAsking();
  const [level, setLevel] = useState<Level>(measure.level);
  const isWith = measure.kind === 'colleague';
  const [along, setAlong] = useState(alongOf(measure));
  const [tried, setTried] = useState(false);
  const [effect, setEffect] = useState(measure.effect ?? '');
  const [cost, setCost] = useState(measure.costEuros === null ? '' : String(measure.costEuros));
  const isCost = /^\d{0,8}$/.test(cost.trim());
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isCost || isNameMissing(along)) return;
    const next = await asking.run(
      api.changeMeasure(part.workplace.id, measure.id, {
        level,
        ...(isWith ? askedOf(along) : {}),
        effect: effect.trim() === '' ? null : effect.trim(),
        costEuros: cost.trim() === '' ? null : Number(cost.trim()),
      }),
    );
    if (next !== null) {
      onClose();
      part.onAssessed(next);
    }
  };
  return (
    <DialogForm
      title={measure.what}
      submit={isWith ? t.change : t.effectOpen}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {isWith ? <CompanionField value={along} tried={tried} onChange={setAlong} /> : null}
      <TextField
        label={t.effect}
        autoComplete="off"
        maxLength={500}
        value={effect}
        onChange={(event) => setEffect(event.target.value)}
      />
      <LevelField value={level} onChange={setLevel} />
      <CostField value={cost} isWrong={!isCost} onChange={setCost} />
    </DialogForm>
  );
}

function LevelField({ value, onChange }: { value: Level; onChange: (level: Level) => void }) {
  const t = useWorkplaceTexts().measure;
  return (
    <SelectField
      label={t.level}
      hint={t.levelHint}
      choices={MEASURE_LEVELS.map((level) => ({ value: level, label: t.levels[level] }))}
      value={value}
      onChange={onChange}
    />
  );
}

interface CostFieldProps {
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (cost: string) => void;
}

function CostField({ value, isWrong, onChange }: CostFieldProps) {
  const t = useWorkplaceTexts().measure;
  return (
    <TextField
      label={t.cost}
      error={isWrong ? t.costFault : null}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
