import { useState, type FormEvent } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { BoundariesLoaded } from '../../../../shared/src/api/types';
import { Alert, Button, Heading, TextField, useLanguage } from '../../../../shared/src/components';
import { MOST_BYTES } from '../../core/boundaries';
import { mayLoadBoundaries } from '../../core/rights';
import type { Boundaries } from '../../shell/area-api';
import { dayText } from '../places/say-day';
import { useSeat, useTexts } from '../room-context';
import { refusalOf } from './refusal';
import { useAreaApi, useHotSpotsTexts } from './use-hot-spots';

interface BoundariesPartProps {
  readonly boundaries: Boundaries;
  readonly onLoaded: () => Promise<void>;
}

/** What was loaded last; the administrator loads another file here. */
export function BoundariesPart({ boundaries, onLoaded }: BoundariesPartProps) {
  const t = useHotSpotsTexts().boundaries;
  const { language } = useLanguage();
  const { me } = useSeat();
  const { loadedAt, areas } = boundaries;
  return (
    <section className="aw-hot-spots__part">
      <Heading level={2}>{t.title}</Heading>
      <p className="utrecht-paragraph">
        {loadedAt === null ? t.none : t.last(dayText(loadedAt, language), areas)}
      </p>
      {mayLoadBoundaries(me.roles) ? <LoadForm onLoaded={onLoaded} /> : null}
    </section>
  );
}

type Outcome =
  | { readonly kind: 'loaded'; readonly loaded: BoundariesLoaded }
  | { readonly kind: 'refused'; readonly answer: ApiAnswer<unknown> };

function LoadForm({ onLoaded }: Pick<BoundariesPartProps, 'onLoaded'>) {
  const t = useHotSpotsTexts().boundaries;
  const texts = useTexts();
  const api = useAreaApi();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setOutcome(null);
    setError(faultOf(file, t));
    if (file === null || file.size > MOST_BYTES || busy) return;
    setBusy(true);
    const answer = await api.load(file);
    if (answer.kind === 'ok') {
      setOutcome({ kind: 'loaded', loaded: answer.value });
      await onLoaded();
    } else {
      setOutcome({ kind: 'refused', answer });
    }
    setBusy(false);
  };

  return (
    <form className="aw-hot-spots__load" noValidate onSubmit={(event) => void send(event)}>
      <p className="utrecht-paragraph">{t.intro}</p>
      <TextField
        label={t.choose}
        hint={t.chooseHint}
        error={error}
        type="file"
        accept=".geojson,.json,application/geo+json"
        onChange={(event) => {
          setFile(event.currentTarget.files?.[0] ?? null);
          setError(null);
        }}
      />
      <div className="aw-row">
        <Button look="primary" type="submit" busy={busy}>
          {busy ? texts.app.working : t.send}
        </Button>
      </div>
      <div className="aw-hot-spots__outcome" aria-live="polite">
        {busy ? (
          <>
            <progress className="aw-hot-spots__progress" aria-label={t.sending} />
            <p className="utrecht-paragraph">{t.sending}</p>
          </>
        ) : null}
        {outcome === null ? null : <Told outcome={outcome} />}
      </div>
    </form>
  );
}

function Told({ outcome }: { readonly outcome: Outcome }) {
  const t = useHotSpotsTexts().boundaries;
  const texts = useTexts();
  if (outcome.kind === 'refused') {
    return (
      <Alert tone="error">
        {[t.refused, ...refusalOf(outcome.answer, t, texts)].map((line) => (
          <p key={line} className="utrecht-paragraph">
            {line}
          </p>
        ))}
      </Alert>
    );
  }
  const { areas, withoutShape } = outcome.loaded;
  return (
    <Alert tone="ok">
      <p className="utrecht-paragraph">{t.loaded(areas)}</p>
      {withoutShape === 0 ? null : (
        <p className="utrecht-paragraph">{t.withoutShape(withoutShape)}</p>
      )}
    </Alert>
  );
}

function faultOf(
  file: File | null,
  t: { missing: string; reasons: { 'too-large': string } },
): string | null {
  if (file === null) return t.missing;
  return file.size > MOST_BYTES ? t.reasons['too-large'] : null;
}
