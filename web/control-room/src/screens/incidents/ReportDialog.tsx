import { useState } from 'react';
import { ChipsField, TextArea, TextField } from '../../../../shared/src/components';
import { INCIDENT_KINDS } from '../../../../shared/src/api/parse-incidents';
import type { NewIncident } from '../../../../shared/src/api/types';
import { momentOf, wallAt } from '../../../../shared/src/core/local-day';
import { hashOf } from '../../core/route';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useIncidentApi, useIncidentTexts } from './use-incidents';

/** Very little is enough to begin with; the rest is filled in on its page. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useIncidentTexts();
  const texts = useTexts();
  const api = useIncidentApi();
  const { room } = useSeat();
  const [kind, setKind] = useState<NewIncident['kind']>('aggression');
  const [what, setWhat] = useState('');
  const [wall, setWall] = useState(() => wallAt(room.serverNowMs()));
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const happenedAt = momentIn(wall.day, wall.time, room.serverNowMs());
  const submit = async (): Promise<void> => {
    setTried(true);
    if (what.trim() === '' || happenedAt === null) return;
    setBusy(true);
    const answer = await api.report({
      kind,
      what: what.trim(),
      happenedAt,
      address: address.trim() === '' ? null : address.trim(),
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      location.hash = hashOf({ page: 'incident', incidentId: answer.value.id });
    } else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.report}
      submit={t.report}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ChipsField
        label={t.form.kind}
        choices={INCIDENT_KINDS.map((value) => ({ value, label: t.words.kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <TextArea
        label={t.form.what}
        hint={t.form.whatHint}
        maxLength={4000}
        isInvalid={tried && what.trim() === ''}
        error={tried && what.trim() === '' ? t.form.whatMissing : null}
        value={what}
        onChange={setWhat}
      />
      <TextField
        label={t.form.day}
        type="date"
        error={tried && happenedAt === null ? t.form.momentWrong : null}
        value={wall.day}
        onChange={(event) => setWall({ ...wall, day: event.target.value })}
      />
      <TextField
        label={t.form.time}
        type="time"
        value={wall.time}
        onChange={(event) => setWall({ ...wall, time: event.target.value })}
      />
      <TextField
        label={t.form.address}
        autoComplete="off"
        maxLength={200}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
    </DialogForm>
  );
}

/** The moment on the wall; null when it is none, or has not come yet. */
export function momentIn(day: string, time: string, nowMs: number): string | null {
  if (day === '' || time === '') return null;
  const at = momentOf(day, time);
  return Number.isNaN(at) || at > nowMs + 60_000 ? null : new Date(at).toISOString();
}
