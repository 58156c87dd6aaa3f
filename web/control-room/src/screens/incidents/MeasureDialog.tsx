import { useState } from 'react';
import { Alert, SelectField, TextArea, TextField } from '../../../../shared/src/components';
import {
  MEASURES_TOWARD,
  OBJECTIONS,
  type Behaviour,
} from '../../../../shared/src/api/parse-incidents';
import type { Incident, MeasureToward } from '../../../../shared/src/api/types';
import { addDays, dayOf } from '../../../../shared/src/core/local-day';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat } from '../room-context';
import { Behaviours } from './choices';
import { useIncidentTexts, type OneIncident } from './use-incidents';

interface MeasureDialogProps {
  readonly one: OneIncident;
  readonly incident: Incident;
  /** Null for a new one. */
  readonly measure: MeasureToward | null;
  readonly onClose: () => void;
}

const LONGEST_DAYS = 365;

/** A measure, as fair as its form makes it: behaviour, a hearing, an end, a second look. */
export function MeasureDialog({ one, incident, measure, onClose }: MeasureDialogProps) {
  const { measures: t, words } = useIncidentTexts();
  const { room } = useSeat();
  const today = dayOf(room.serverNowMs());
  const [kind, setKind] = useState<MeasureToward['kind']>(measure?.kind ?? 'warning-letter');
  const [behaviours, setBehaviours] = useState<readonly Behaviour[]>([]);
  const [terms, setTerms] = useState(measure?.terms ?? '');
  const [startsOn, setStarts] = useState(measure?.startsOn ?? today);
  const [endsOn, setEnds] = useState(measure?.endsOn ?? '');
  const [reviewOn, setReview] = useState(measure?.reviewOn ?? '');
  const [heardOn, setHeard] = useState(measure?.heardOn ?? '');
  const [notHeard, setNotHeard] = useState(measure?.notHeardBecause ?? '');
  const [objection, setObjection] = useState(measure?.objection ?? 'possible');
  const [objectionOn, setObjectionOn] = useState(measure?.objectionOn ?? '');
  const [toldTo, setToldTo] = useState(measure?.toldTo ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const faults = {
    behaviours: measure === null && behaviours.length === 0,
    endsOn: endsOn <= startsOn || endsOn < today || endsOn > addDays(startsOn, LONGEST_DAYS),
    reviewOn:
      reviewOn === '' || reviewOn > endsOn || (reviewOn < today && reviewOn !== measure?.reviewOn),
    heard: heardOn === '' && notHeard.trim() === '',
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    const change = {
      terms: terms.trim(),
      endsOn,
      reviewOn,
      heardOn: heardOn === '' ? null : heardOn,
      notHeardBecause: notHeard.trim() === '' ? null : notHeard.trim(),
      objection,
      objectionOn: objectionOn === '' ? null : objectionOn,
      toldTo: toldTo.trim() === '' ? null : toldTo.trim(),
    };
    setBusy(true);
    const refused =
      measure === null
        ? await one.act({
            path: 'measures',
            body: { ...change, kind, behaviours: [...behaviours], startsOn },
          })
        : await one.put({ path: `measures/${measure.id}`, body: change });
    setBusy(false);
    if (refused === null) onClose();
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={measure === null ? t.take : words.measures[measure.kind]}
      submit={t.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {measure === null ? (
        <>
          <SelectField
            label={t.kind}
            choices={MEASURES_TOWARD.map((value) => ({ value, label: words.measures[value] }))}
            value={kind}
            onChange={setKind}
          />
          {incident.details.behaviours.length === 0 ? (
            <Alert tone="warning">
              <p className="utrecht-paragraph">{t.behavioursNone}</p>
            </Alert>
          ) : (
            <Behaviours
              label={t.behaviours}
              among={incident.details.behaviours}
              value={behaviours}
              onChange={setBehaviours}
            />
          )}
          <p role="alert" className="utrecht-form-field-error-message">
            {tried && faults.behaviours ? t.behavioursMissing : null}
          </p>
        </>
      ) : null}
      <TextArea
        label={t.terms}
        hint={t.termsHint}
        maxLength={1000}
        isInvalid={false}
        value={terms}
        onChange={setTerms}
      />
      <div className="aw-incidents__grid">
        {measure === null ? (
          <TextField
            label={t.startsOn}
            type="date"
            value={startsOn}
            onChange={(event) => setStarts(event.target.value)}
          />
        ) : null}
        <TextField
          label={t.endsOn}
          type="date"
          error={tried && faults.endsOn ? t.endsWrong : null}
          value={endsOn}
          onChange={(event) => setEnds(event.target.value)}
        />
        <TextField
          label={t.reviewOn}
          type="date"
          error={tried && faults.reviewOn ? t.reviewWrong : null}
          value={reviewOn}
          onChange={(event) => setReview(event.target.value)}
        />
        <TextField
          label={t.heardOn}
          type="date"
          max={today}
          error={tried && faults.heard ? t.heardMissing : null}
          value={heardOn}
          onChange={(event) => setHeard(event.target.value)}
        />
        {heardOn === '' ? (
          <TextField
            label={t.notHeard}
            autoComplete="off"
            maxLength={500}
            value={notHeard}
            onChange={(event) => setNotHeard(event.target.value)}
          />
        ) : null}
        <SelectField
          label={t.objection}
          choices={OBJECTIONS.map((value) => ({ value, label: words.objections[value] }))}
          value={objection}
          onChange={setObjection}
        />
        {objection === 'possible' || objection === 'not-possible' ? null : (
          <TextField
            label={t.objectionOn}
            type="date"
            max={today}
            value={objectionOn}
            onChange={(event) => setObjectionOn(event.target.value)}
          />
        )}
        <TextField
          label={t.toldTo}
          autoComplete="off"
          maxLength={500}
          value={toldTo}
          onChange={(event) => setToldTo(event.target.value)}
        />
      </div>
    </DialogForm>
  );
}
