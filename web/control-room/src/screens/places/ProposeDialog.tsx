import { useState } from 'react';
import {
  Button,
  Dialog,
  SelectField,
  TextArea,
  TextField,
} from '../../../../shared/src/components';
import type { Caution, NewCaution } from '../../../../shared/src/api/types';
import { FaultLine } from '../FaultLine';
import { useTexts } from '../room-context';
import { usePlaceApi, usePlaceTexts, useRequest } from './use-places';

interface ProposeDialogProps {
  readonly placeId: string;
  readonly onProposed: (caution: Caution) => void;
  readonly onClose: () => void;
}

const KINDS = ['aggression', 'weapon', 'dog', 'substances', 'other'] as const;
const SOURCES = [
  'incident',
  'early-signal',
  'police',
  'colleague',
  'own-experience',
  'other',
] as const;

/** Proposes a caution: what was done, when, and how we know. A second person confirms it. */
export function ProposeDialog({ placeId, onProposed, onClose }: ProposeDialogProps) {
  const t = usePlaceTexts();
  const app = useTexts().app;
  const places = usePlaceApi();
  const request = useRequest();
  const [said, setSaid] = useState<NewCaution>({
    kind: 'aggression',
    behaviour: '',
    source: 'own-experience',
    evidence: '',
    happenedOn: '',
  });
  const isWhole =
    said.behaviour.trim() !== '' && said.evidence.trim() !== '' && said.happenedOn !== '';
  const send = async (): Promise<void> => {
    const proposed = isWhole ? await request.run(places.propose(placeId, said)) : null;
    if (proposed !== null) onProposed(proposed);
  };
  return (
    <Dialog title={t.propose} onClose={onClose}>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <SelectField
          label={t.kind}
          choices={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={said.kind}
          onChange={(kind) => setSaid({ ...said, kind })}
        />
        <TextArea
          label={t.behaviour}
          hint={t.behaviourHint}
          value={said.behaviour}
          maxLength={500}
          isInvalid={false}
          onChange={(behaviour) => setSaid({ ...said, behaviour })}
        />
        <TextField
          label={t.happenedOn}
          type="date"
          value={said.happenedOn}
          onChange={(event) => setSaid({ ...said, happenedOn: event.target.value })}
        />
        <SelectField
          label={t.source}
          choices={SOURCES.map((source) => ({ value: source, label: t.sources[source] }))}
          value={said.source}
          onChange={(source) => setSaid({ ...said, source })}
        />
        <TextField
          label={t.evidence}
          maxLength={500}
          autoComplete="off"
          value={said.evidence}
          onChange={(event) => setSaid({ ...said, evidence: event.target.value })}
        />
        <FaultLine act={{ ...request, canRetry: false }} />
        <div className="aw-row">
          <Button look="primary" type="submit" disabled={!isWhole} busy={request.busy}>
            {request.busy ? app.working : t.proposeSend}
          </Button>
          <Button onClick={onClose}>{app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
