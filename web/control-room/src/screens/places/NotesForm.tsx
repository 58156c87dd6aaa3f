import { useState } from 'react';
import { Button, Heading, TextField, useAnnounce } from '../../../../shared/src/components';
import type { KnownPlace } from '../../../../shared/src/api/types';
import { FaultLine } from '../FaultLine';
import { useTexts } from '../room-context';
import { usePlaceApi, usePlaceTexts, useRequest } from './use-places';

interface NotesFormProps {
  readonly place: KnownPlace;
  readonly onChanged: (place: KnownPlace) => void;
}

const FIELDS = ['floor', 'howToGetIn', 'secondExit', 'parking'] as const;
const LONGEST = { floor: 80, howToGetIn: 500, secondExit: 500, parking: 500 } as const;

/** How to get into the building and out of it. */
export function NotesForm({ place, onChanged }: NotesFormProps) {
  const t = usePlaceTexts();
  const app = useTexts().app;
  const announce = useAnnounce();
  const places = usePlaceApi();
  const request = useRequest();
  const [notes, setNotes] = useState(place.notes);
  const save = async (): Promise<void> => {
    const { id, version, address } = place;
    const changed = await request.run(places.change(id, { version, address, notes }));
    if (changed !== null) {
      announce(t.saved);
      onChanged(changed);
    }
  };
  return (
    <form
      className="aw-places__form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Heading level={2}>{t.notes}</Heading>
      <p className="utrecht-paragraph">{t.notesHint}</p>
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={t[field]}
          maxLength={LONGEST[field]}
          autoComplete="off"
          value={notes[field] ?? ''}
          onChange={(event) => setNotes({ ...notes, [field]: event.target.value })}
        />
      ))}
      <FaultLine act={{ ...request, canRetry: false }} />
      <div className="aw-row">
        <Button type="submit" busy={request.busy}>
          {request.busy ? app.working : t.save}
        </Button>
      </div>
    </form>
  );
}
