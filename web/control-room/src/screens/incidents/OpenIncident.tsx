import { useState } from 'react';
import { Button } from '../../../../shared/src/components';
import type { NewIncident, Signal } from '../../../../shared/src/api/types';
import { hashOf } from '../../core/route';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useIncidentApi, useIncidentTexts } from './use-incidents';

/** Reports an incident and goes to its page; null when that was done, else what went wrong. */
function useOpening(): (incident: NewIncident) => Promise<string | null> {
  const api = useIncidentApi();
  const texts = useTexts();
  return async (incident) => {
    const answer = await api.report(incident);
    if (answer.kind !== 'ok') return faultText(answer, texts);
    location.hash = hashOf({ page: 'incident', incidentId: answer.value.id });
    return null;
  };
}

/** Opens the incident of an alarm that is closed, or the one it has already; false when it failed. */
export function useIncidentOfAlarm(alarmId: string): (what: string | null) => Promise<boolean> {
  const t = useIncidentTexts().alarm;
  const open = useOpening();
  return async (what) => {
    // A busy server is asked again: an alarm has one incident, however often it is asked for.
    for (let time = 0; time < 3; time++) {
      if ((await open({ kind: 'aggression', what: what ?? t.what, alarmId })) === null) return true;
    }
    return false;
  };
}

/** For an alarm that is closed: it becomes an incident, or shows the one it is. */
export function OpenIncident({ alarmId }: { readonly alarmId: string }) {
  const t = useIncidentTexts().alarm;
  return <Opening offer={t.offer} label={t.open} asked={{ what: t.what, alarmId }} />;
}

/** For an early signal that turns out to be one. */
export function IncidentOfSignal({ signal }: { readonly signal: Signal }) {
  const { signal: t } = useIncidentTexts();
  return (
    <Opening
      offer={t.offer}
      label={t.open}
      asked={{ what: signal.text ?? t.what, address: signal.address, signalId: signal.id }}
    />
  );
}

interface OpeningProps {
  readonly offer: string;
  readonly label: string;
  readonly asked: Omit<NewIncident, 'kind'>;
}

function Opening({ offer, label, asked }: OpeningProps) {
  const open = useOpening();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    setBusy(true);
    setFault(await open({ kind: 'aggression', ...asked }));
    setBusy(false);
  };
  return (
    <>
      <p className="utrecht-paragraph">{fault ?? offer}</p>
      <div className="aw-row">
        <Button busy={busy} onClick={() => void press()}>
          {label}
        </Button>
      </div>
    </>
  );
}
