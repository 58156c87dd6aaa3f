import { useRef, useState, type FormEvent } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { DrawnNeighbourhood } from '../../../../shared/src/api/types';
import { Alert, Button, ChipsField, Dialog } from '../../../../shared/src/components';
import {
  hotSpotFaults,
  hotSpotFieldAt,
  newHotSpotOf,
  type HotSpotField,
  type HotSpotForm,
} from '../../core/hot-spot-form';
import { newAreaKey } from '../../shell/area-api';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { HotSpotFields } from './HotSpotFields';
import { useAreaApi, useHotSpotsTexts } from './use-hot-spots';

interface AddHotSpotDialogProps {
  readonly drawn: readonly DrawnNeighbourhood[];
  /** The neighbourhood that was chosen, if any. */
  readonly code: string | null;
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}

const KINDS = ['neighbourhood', 'street'] as const;

/** Names a neighbourhood or a street, with a reason and an end. */
export function AddHotSpotDialog({ drawn, code, onAdded, onClose }: AddHotSpotDialogProps) {
  const texts = useTexts();
  const words = useHotSpotsTexts();
  const t = words.form;
  const api = useAreaApi();
  const [form, setForm] = useState<HotSpotForm>({
    kind: drawn.length === 0 ? 'street' : 'neighbourhood',
    code,
    street: '',
    town: '',
    reason: '',
    endsOn: '',
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<HotSpotField, string>>(new Map());
  const keyFor = useKey();
  const faults = tried ? hotSpotFaults(form) : new Set<HotSpotField>();

  const change = (part: Partial<HotSpotForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setRefused(new Map());
  };
  const fail = (answer: ApiAnswer<unknown>): void => {
    const found = refusedFields(answer, t.refused);
    setRefused(found);
    setFault(found.size === 0 ? faultText(answer, texts) : null);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setFault(null);
    if (hotSpotFaults(form).size > 0) return;
    setBusy(true);
    const wanted = newHotSpotOf(form);
    const answer = await api.add(wanted, keyFor(wanted));
    setBusy(false);
    if (answer.kind === 'ok') onAdded(answer.value.area.name ?? '');
    else fail(answer);
  };
  const errorAt = (field: HotSpotField): string | null =>
    refused.get(field) ?? (faults.has(field) ? t.faults[field] : null);

  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="aw-stack" noValidate onSubmit={(event) => void send(event)}>
        {drawn.length === 0 ? (
          <p className="utrecht-paragraph">{t.noBoundaries}</p>
        ) : (
          <ChipsField
            label={t.kind}
            choices={KINDS.map((kind) => ({ value: kind, label: words.kindOf[kind] }))}
            value={form.kind}
            onChange={(kind) => change({ kind })}
          />
        )}
        <HotSpotFields form={form} drawn={drawn} errorAt={errorAt} onChange={change} />
        {fault === null ? null : (
          <Alert tone="error" urgent>
            <p className="utrecht-paragraph">{fault}</p>
          </Alert>
        )}
        <div className="aw-row">
          <Button look="primary" type="submit" busy={busy}>
            {busy ? texts.app.working : t.send}
          </Button>
          <Button onClick={onClose}>{texts.app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The same form again is the same act: after a broken line it counts once. */
function useKey(): (what: unknown) => string {
  const last = useRef<{ readonly what: string; readonly key: string } | null>(null);
  return (what) => {
    const text = JSON.stringify(what);
    if (last.current?.what !== text) last.current = { what: text, key: newAreaKey() };
    return last.current.key;
  };
}

function refusedFields(
  answer: ApiAnswer<unknown>,
  words: Readonly<Record<string, string>>,
): ReadonlyMap<HotSpotField, string> {
  const found = new Map<HotSpotField, string>();
  if (answer.kind !== 'problem' || answer.status !== 400) return found;
  for (const { location, code } of answer.problem.errors ?? []) {
    const field = hotSpotFieldAt(location);
    if (field !== null) found.set(field, words[code] ?? words['unknown'] ?? code);
  }
  return found;
}
