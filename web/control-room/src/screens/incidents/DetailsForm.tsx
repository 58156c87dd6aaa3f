import { useEffect, useRef, useState } from 'react';
import { Alert, ChipsField, Heading, TextArea, TextField } from '../../../../shared/src/components';
import {
  FORMS,
  CAUSES,
  INCIDENT_KINDS,
  SETTINGS,
} from '../../../../shared/src/api/parse-incidents';
import type { Incident, IncidentDetails } from '../../../../shared/src/api/types';
import { wallAt } from '../../../../shared/src/core/local-day';
import { useSeat } from '../room-context';
import { Behaviours, OneOf, YesNo } from './choices';
import {
  Consequences,
  InspectorateQuestions,
  PerpetratorKind,
  PoliceQuestions,
} from './DetailsParts';
import { momentIn } from './ReportDialog';
import type { Refused } from '../use-act';
import { useIncidentTexts, type OneIncident } from './use-incidents';

const SAVE_AFTER_MS = 1200;
const SERIOUS = ['1', '2', '3', '4'] as const;

interface Draft {
  readonly kind: Incident['kind'];
  readonly day: string;
  readonly time: string;
  readonly address: string;
  readonly seriousness: number | null;
  readonly details: IncidentDetails;
}

/** While something is being saved, more may be typed: that waits until the answer is there. */
type Saving = 'rest' | 'waiting' | 'saving' | 'saving-more' | 'saved' | 'failed' | 'changed';

function draftOf(incident: Incident): Draft {
  const wall = wallAt(Date.parse(incident.happenedAt));
  return {
    kind: incident.kind,
    ...wall,
    address: incident.address ?? '',
    seriousness: incident.seriousness,
    details: incident.details,
  };
}

/** The form of an incident. It saves by itself, so that it can be filled in bit by bit. */
export function DetailsForm({ one, incident }: { one: OneIncident; incident: Incident }) {
  const t = useIncidentTexts();
  const { form, words } = t;
  const { room } = useSeat();
  const [draft, setDraft] = useState<Draft>(() => draftOf(incident));
  const [saving, setSaving] = useState<Saving>('rest');
  const { put } = one;
  const latest = useRef({ put, version: incident.version });
  useEffect(() => {
    latest.current = { put, version: incident.version };
  });
  const happenedAt = momentIn(draft.day, draft.time, room.serverNowMs());
  const isWrong = draft.details.what.trim() === '' || happenedAt === null;

  useEffect(() => {
    if (saving !== 'waiting' || isWrong || happenedAt === null) return undefined;
    const timer = setTimeout(() => {
      setSaving('saving');
      void latest.current
        .put({
          path: 'details',
          body: {
            version: latest.current.version,
            kind: draft.kind,
            happenedAt: keptSeconds(incident, happenedAt),
            address: draft.address.trim() === '' ? null : draft.address.trim(),
            seriousness: draft.seriousness,
            details: draft.details,
          },
        })
        .then((refused) => {
          setSaving((now) => afterwards(now, refused));
        });
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [saving, draft, isWrong, happenedAt, incident]);

  const change = (some: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...some }));
    setSaving(typed);
  };
  const detail = (some: Partial<IncidentDetails>): void => {
    change({ details: { ...draft.details, ...some } });
  };
  const { details } = draft;
  return (
    <section className="aw-incidents__card">
      <div className="aw-incidents__top">
        <Heading level={2}>{form.title}</Heading>
        <p role="status" className="aw-quiet">
          {said(saving, isWrong, t)}
        </p>
      </div>
      {saving === 'changed' ? (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{form.changed}</p>
        </Alert>
      ) : null}
      <ChipsField
        label={form.kind}
        choices={INCIDENT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextArea
        label={form.what}
        hint={form.whatHint}
        maxLength={4000}
        isInvalid={details.what.trim() === ''}
        error={details.what.trim() === '' ? form.whatMissing : null}
        value={details.what}
        onChange={(what) => detail({ what })}
      />
      <div className="aw-incidents__grid">
        <TextField
          label={form.day}
          type="date"
          error={happenedAt === null ? form.momentWrong : null}
          value={draft.day}
          onChange={(event) => change({ day: event.target.value })}
        />
        <TextField
          label={form.time}
          type="time"
          value={draft.time}
          onChange={(event) => change({ time: event.target.value })}
        />
        <TextField
          label={form.address}
          autoComplete="off"
          maxLength={200}
          value={draft.address}
          onChange={(event) => change({ address: event.target.value })}
        />
        <OneOf
          label={form.setting}
          codes={SETTINGS}
          words={words.settings}
          value={details.setting}
          onChange={(setting) => detail({ setting })}
        />
      </div>
      <ChipsField
        label={form.seriousness}
        choices={SERIOUS.map((value) => ({
          value,
          label: words.seriousness[Number(value)] ?? value,
        }))}
        value={SERIOUS.find((value) => Number(value) === draft.seriousness) ?? null}
        onChange={(value) => change({ seriousness: Number(value) })}
      />
      {draft.kind === 'aggression' ? (
        <>
          <Behaviours
            label={form.behaviours}
            value={details.behaviours}
            onChange={(behaviours) => detail({ behaviours: [...behaviours] })}
          />
          <div className="aw-incidents__grid">
            <OneOf
              label={form.form}
              codes={FORMS}
              words={words.forms}
              value={details.form}
              onChange={(value) => detail({ form: value })}
            />
            <OneOf
              label={form.cause}
              codes={CAUSES}
              words={words.causes}
              value={details.cause}
              onChange={(cause) => detail({ cause })}
            />
          </div>
          <PerpetratorKind details={details} onChange={detail} />
        </>
      ) : null}
      <div className="aw-incidents__grid">
        <YesNo label={form.alone} value={details.alone} onChange={(alone) => detail({ alone })} />
        <TextField
          label={form.with}
          autoComplete="off"
          maxLength={300}
          value={details.with ?? ''}
          onChange={(event) => detail({ with: event.target.value })}
        />
      </div>
      <Consequences details={details} onChange={detail} />
      <TextArea
        label={form.evidence}
        hint={form.evidenceHint}
        maxLength={2000}
        isInvalid={false}
        value={details.evidence ?? ''}
        onChange={(evidence) => detail({ evidence })}
      />
      {draft.kind === 'aggression' ? <PoliceQuestions details={details} onChange={detail} /> : null}
      {draft.kind === 'near-miss' ? null : (
        <InspectorateQuestions details={details} notice={incident.labourNotice} onChange={detail} />
      )}
      <TextArea
        label={form.lesson}
        maxLength={2000}
        isInvalid={false}
        value={details.lesson ?? ''}
        onChange={(lesson) => detail({ lesson })}
      />
    </section>
  );
}

function typed(now: Saving): Saving {
  if (now === 'changed') return now;
  return now === 'saving' || now === 'saving-more' ? 'saving-more' : 'waiting';
}

function afterwards(now: Saving, refused: Refused | null): Saving {
  if (refused?.codes.includes('changed-meanwhile') === true) return 'changed';
  if (now === 'saving-more') return 'waiting';
  return refused === null ? 'saved' : 'failed';
}

/** A form knows minutes; what was not touched keeps its seconds. */
function keptSeconds(incident: Incident, happenedAt: string): string {
  const minute = (iso: string): number => Math.floor(Date.parse(iso) / 60_000);
  return minute(incident.happenedAt) === minute(happenedAt) ? incident.happenedAt : happenedAt;
}

function said(
  saving: Saving,
  isWrong: boolean,
  { form }: ReturnType<typeof useIncidentTexts>,
): string {
  if (isWrong) return form.notSaved;
  switch (saving) {
    case 'rest':
      return '';
    case 'waiting':
      return form.unsaved;
    case 'saving':
    case 'saving-more':
      return form.saving;
    case 'saved':
      return form.saved;
    case 'failed':
    case 'changed':
      return form.notSaved;
  }
}
