import { useState, type FormEvent } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  TextArea,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import { INCIDENT_KINDS } from '../../../shared/src/api/parse-incidents';
import type { NewIncident } from '../../../shared/src/api/types';
import { go, useAct, useApp, useNow, useText } from './app-context';
import { MyIncidents } from './MyIncidents';
import { Refused } from './Refused';
import './visits.css';

type Kind = NewIncident['kind'];
const ROLES = ['victim', 'witness', 'none'] as const;
type Role = (typeof ROLES)[number];
const SERIOUSNESS = ['1', '2', '3', '4'] as const;
type Seriousness = (typeof SERIOUSNESS)[number];
const STILL_ABOUT_MS = 12 * 3_600_000;

/** An incident in a few words; the rest comes later, and what follows begins at once. */
export function IncidentForm() {
  const { shown } = useApp();
  const now = useNow();
  const text = useText().incidents;
  const shared = useSharedText();
  const act = useAct();
  const { watch: latest, me } = shown.phone;
  const startedAt = latest?.startedAt ?? null;
  const isLong = startedAt === null || now - Date.parse(startedAt) > STILL_ABOUT_MS;
  const watch = latest?.state === 'closed' && isLong ? null : latest;
  const [kind, setKind] = useState<Kind>('aggression');
  const [what, setWhat] = useState('');
  const [role, setRole] = useState<Role>('victim');
  const [seriousness, setSeriousness] = useState<Seriousness | null>(null);
  const [address, setAddress] = useState(watch?.place?.address ?? '');
  const [sent, keepSent] = useState<{ what: string; seriousness: Seriousness | null } | null>(null);
  const [said, say] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (what.trim() === '') {
      say(text.whatMissing);
      return;
    }
    act({
      kind: 'incident',
      watchId: null,
      incident: {
        kind,
        what: what.trim(),
        address: address.trim() === '' ? null : address.trim(),
        seriousness: seriousness === null ? null : Number(seriousness),
        watchId: watch?.id ?? null,
        ...(me === null ? {} : { involved: role === 'none' ? [] : [{ personId: me.id, role }] }),
      },
    });
    keepSent({ what, seriousness });
    setWhat('');
    setSeriousness(null);
    say(text.written);
  };
  const putBack = (of: NonNullable<typeof sent>) => {
    setWhat(of.what);
    setSeriousness(of.seriousness);
    say('');
  };

  return (
    <>
      <Heading level={1} focusOnShow>
        {text.title}
      </Heading>
      <p className="utrecht-paragraph">{text.intro}</p>
      <form className="aw-stack" onSubmit={submit} noValidate>
        <ChipsField
          label={text.kind}
          choices={INCIDENT_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        <TextArea
          label={text.what}
          hint={text.whatHint}
          maxLength={1000}
          value={what}
          onChange={setWhat}
        />
        <ChipsField
          label={text.role}
          choices={ROLES.map((value) => ({ value, label: text.roles[value] }))}
          value={role}
          onChange={setRole}
        />
        <p role="status" className="aw-said">
          {said}
        </p>
        <Refused kind="incident" putBack={sent === null ? null : () => putBack(sent)} />
        <Button look="primary" large type="submit">
          {text.send}
        </Button>
        <ChipsField
          label={text.seriousness}
          choices={SERIOUSNESS.map((value) => ({ value, label: text.serious[value] }))}
          value={seriousness}
          onChange={setSeriousness}
        />
        <TextField
          label={text.address}
          autoComplete="off"
          maxLength={200}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </form>
      <MyIncidents waiting={shown.phone.outbox.items.length} />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}
