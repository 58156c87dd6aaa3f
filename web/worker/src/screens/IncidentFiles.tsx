import { useState } from 'react';
import { Button, Heading, TextField } from '../../../shared/src/components';
import { incidentSchema } from '../../../shared/src/api/parse-incidents';
import type { Incident } from '../../../shared/src/api/types';
import {
  base64Of,
  FILE_WITHIN_MS,
  LONGEST_FILE_NAME,
  MOST_FILE_BYTES,
} from '../../../shared/src/shell/files';
import type { WorkerText } from '../text';
import { useApp, useText } from './app-context';

interface IncidentFilesProps {
  readonly incident: Incident;
  readonly onChanged: (incident: Incident) => void;
}

/** Photos and papers of an incident, by name; a new one goes straight to the server. */
export function IncidentFiles({ incident, onChanged }: IncidentFilesProps) {
  const text = useText().incidents.files;
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Heading level={3}>{text.title}</Heading>
      {incident.attachments.length === 0 ? (
        <p className="utrecht-paragraph">{text.none}</p>
      ) : (
        <ul className="aw-visits__points">
          {incident.attachments.map((one) => (
            <li key={one.id} className="aw-visits__words">
              <a
                href={`/api/v1/incidents/${incident.id}/attachments/${one.id}`}
                download={one.name}
              >
                {one.description}
              </a>{' '}
              ({one.madeByName})
            </li>
          ))}
        </ul>
      )}
      {!incident.mayEdit ? null : adding ? (
        <Add
          incident={incident}
          onClose={() => setAdding(false)}
          onAdded={(changed) => {
            setAdding(false);
            onChanged(changed);
          }}
        />
      ) : (
        <Button onClick={() => setAdding(true)}>{text.add}</Button>
      )}
    </>
  );
}

function faultOf(status: number, text: WorkerText['incidents']['files']): string {
  if (status === 409) return text.full;
  return status >= 400 && status < 500 ? text.wrong : text.notSent;
}

interface AddProps {
  readonly incident: Incident;
  readonly onAdded: (incident: Incident) => void;
  readonly onClose: () => void;
}

function Add({ incident, onAdded, onClose }: AddProps) {
  const { shell } = useApp();
  const text = useText().incidents.files;
  const [file, setFile] = useState<File | null>(null);
  const [description, setDescription] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const words = description.trim();
  const own = file === null ? text.missing : file.size > MOST_FILE_BYTES ? text.tooLarge : null;
  const send = async (): Promise<void> => {
    setTried(true);
    if (file === null || own !== null || words === '') return;
    setBusy(true);
    setRefused(null);
    const answer = await shell.api.call({
      method: 'POST',
      path: `/incidents/${incident.id}/attachments`,
      schema: incidentSchema,
      body: {
        name: file.name.slice(-LONGEST_FILE_NAME),
        description: words,
        content: await base64Of(file),
      },
      timeoutMs: FILE_WITHIN_MS,
    });
    setBusy(false);
    if (answer.kind === 'ok') onAdded(answer.value);
    else setRefused(faultOf(answer.kind === 'problem' ? answer.status : 0, text));
  };
  return (
    <form
      className="aw-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={text.file}
        hint={text.fileHint}
        error={refused ?? (tried ? own : null)}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        onChange={(event) => {
          setFile(event.currentTarget.files?.[0] ?? null);
          setRefused(null);
        }}
      />
      <TextField
        label={text.description}
        error={tried && words === '' ? text.descriptionMissing : null}
        autoComplete="off"
        maxLength={300}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <Button type="submit" look="primary" busy={busy}>
        {busy ? text.sending : text.send}
      </Button>
      <Button onClick={onClose}>{text.cancel}</Button>
    </form>
  );
}
