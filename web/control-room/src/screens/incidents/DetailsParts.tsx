import { useState } from 'react';
import { Alert, ChipsField, Heading, TextField } from '../../../../shared/src/components';
import { INJURIES, MENTAL, POLICE, RELATIONS } from '../../../../shared/src/api/parse-incidents';
import type { Incident, IncidentDetails } from '../../../../shared/src/api/types';
import { OneOf, YesNo } from './choices';
import { useIncidentTexts } from './use-incidents';

interface PartProps {
  readonly details: IncidentDetails;
  readonly onChange: (some: Partial<IncidentDetails>) => void;
}

export function PerpetratorKind({ details, onChange }: PartProps) {
  const { form, words } = useIncidentTexts();
  const now = details.perpetrator ?? {};
  const change = (some: typeof now): void => onChange({ perpetrator: { ...now, ...some } });
  return (
    <>
      <Heading level={3}>{form.perpetrator}</Heading>
      <div className="aw-incidents__grid">
        <YesNo label={form.known} value={now.known} onChange={(known) => change({ known })} />
        <OneOf
          label={form.relation}
          codes={RELATIONS}
          words={words.relations}
          value={now.relation}
          onChange={(relation) => change({ relation })}
        />
        <YesNo label={form.minor} value={now.minor} onChange={(minor) => change({ minor })} />
      </div>
    </>
  );
}

export function Consequences({ details, onChange }: PartProps) {
  const { form, words } = useIncidentTexts();
  const now = details.consequences ?? {};
  const change = (some: typeof now): void => onChange({ consequences: { ...now, ...some } });
  return (
    <>
      <Heading level={3}>{form.consequences}</Heading>
      <div className="aw-incidents__grid aw-incidents__grid--answers">
        <OneOf
          label={form.injury}
          codes={INJURIES}
          words={words.injuries}
          value={now.injury}
          onChange={(injury) => change({ injury })}
        />
        <OneOf
          label={form.mental}
          codes={MENTAL}
          words={words.mental}
          value={now.mental}
          onChange={(mental) => change({ mental })}
        />
        <NumberField
          label={form.absence}
          value={now.absenceDays ?? null}
          times={1}
          onChange={(absenceDays) => change({ absenceDays })}
        />
        <NumberField
          label={form.damage}
          value={now.damageCents ?? null}
          times={100}
          onChange={(damageCents) => change({ damageCents })}
        />
        <YesNo
          label={form.workStopped}
          value={now.workStopped}
          onChange={(workStopped) => change({ workStopped })}
        />
      </div>
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** How many of what is stored go in one of what is shown. */
  readonly times: number;
  readonly onChange: (value: number | null) => void;
}

/** A number as people write it, `12,50` as well as `12.50`. */
function NumberField({ label, value, times, onChange }: NumberFieldProps) {
  const { form } = useIncidentTexts();
  const [words, setWords] = useState(value === null ? '' : String(value / times).replace('.', ','));
  const number = Math.round(Number(words.replace(',', '.')) * times);
  const isWrong = words !== '' && (Number.isNaN(number) || number < 0);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      error={isWrong ? form.numberWrong : null}
      value={words}
      onChange={(event) => {
        const typed = event.target.value;
        const next = Math.round(Number(typed.replace(',', '.')) * times);
        setWords(typed);
        if (typed === '') onChange(null);
        else if (!Number.isNaN(next) && next >= 0) onChange(next);
      }}
    />
  );
}

export function PoliceQuestions({ details, onChange }: PartProps) {
  const { form, words } = useIncidentTexts();
  const now = details.police ?? {};
  const change = (some: typeof now): void => onChange({ police: { ...now, ...some } });
  const went = now.choice === 'notification' || now.choice === 'formal-report';
  return (
    <>
      <Heading level={3}>{form.police}</Heading>
      <ChipsField
        label={form.policeChoice}
        choices={POLICE.map((value) => ({ value, label: words.police[value] }))}
        value={now.choice ?? null}
        onChange={(choice) => change({ choice })}
      />
      {went ? (
        <div className="aw-incidents__grid">
          <TextField
            label={form.policeOn}
            type="date"
            value={now.on ?? ''}
            onChange={(event) => change({ on: event.target.value || null })}
          />
          <TextField
            label={form.number}
            autoComplete="off"
            maxLength={60}
            value={now.number ?? ''}
            onChange={(event) => change({ number: event.target.value })}
          />
          <YesNo label={form.vpt} value={now.vptCode} onChange={(vptCode) => change({ vptCode })} />
          <YesNo
            label={form.domicile}
            value={now.domicile}
            onChange={(domicile) => change({ domicile })}
          />
          <TextField
            label={form.followUp}
            autoComplete="off"
            maxLength={1000}
            value={now.followUp ?? ''}
            onChange={(event) => change({ followUp: event.target.value })}
          />
        </div>
      ) : null}
    </>
  );
}

interface InspectorateProps extends PartProps {
  readonly notice: Incident['labourNotice'];
}

/** Questions only; what they come to is decided by the safety officer. */
export function InspectorateQuestions({ details, notice, onChange }: InspectorateProps) {
  const { form } = useIncidentTexts();
  const now = details.inspectorate ?? {};
  const change = (some: typeof now): void => onChange({ inspectorate: { ...now, ...some } });
  return (
    <>
      <Heading level={3}>{form.inspectorate}</Heading>
      <p className="utrecht-paragraph">{form.inspectorateHint}</p>
      <div className="aw-incidents__grid">
        <YesNo label={form.death} value={now.death} onChange={(death) => change({ death })} />
        <YesNo
          label={form.hospital}
          value={now.hospital}
          onChange={(hospital) => change({ hospital })}
        />
        <YesNo
          label={form.lasting}
          value={now.lastingInjury}
          onChange={(lastingInjury) => change({ lastingInjury })}
        />
      </div>
      {notice === 'unknown' ? null : (
        <Alert tone={notice === 'due' ? 'warning' : 'info'}>
          <p className="utrecht-paragraph">{notice === 'due' ? form.due : form.notDue}</p>
        </Alert>
      )}
      <div className="aw-incidents__grid">
        <OneOf
          label={form.decision}
          codes={['due', 'not-due'] as const}
          words={form.decisions}
          value={now.decision}
          onChange={(decision) => change({ decision })}
        />
        <TextField
          label={form.notifiedOn}
          type="date"
          value={now.notifiedOn ?? ''}
          onChange={(event) => change({ notifiedOn: event.target.value || null })}
        />
      </div>
    </>
  );
}
