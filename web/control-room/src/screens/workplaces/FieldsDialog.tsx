import { useState } from 'react';
import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';
import { TextField } from '../../../../shared/src/components';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat } from '../room-context';
import { OneField } from './OneField';
import { bodyOf, formFaults, formOf, PARTS, type Form, type Part } from './fields';
import { useAsking, useWorkplaceApi, useWorkplaceTexts } from './use-workplaces';

interface FieldsDialogProps {
  /** Null for a new one. */
  readonly workplace: LoneWorkplace | null;
  readonly part: Part;
  readonly onClose: () => void;
  readonly onSaved: (workplace: LoneWorkplace) => void;
}

/** One part of what is known of a workplace; a new one begins with the work that is done there. */
export function FieldsDialog({ workplace, part, onClose, onSaved }: FieldsDialogProps) {
  const t = useWorkplaceTexts();
  const api = useWorkplaceApi();
  const { me } = useSeat();
  const asking = useAsking();
  const [form, setForm] = useState<Form>(() =>
    workplace === null
      ? { kind: 'room', ownerId: me.id, teamId: me.teamId, method: 'fine-kinney' }
      : formOf(workplace, part),
  );
  const [reviewOn, setReviewOn] = useState('');
  const [tried, setTried] = useState(false);
  const faults = formFaults(form, part);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (faults.size > 0) return;
    const fields = bodyOf(form, part);
    const saved = await asking.run(
      workplace === null
        ? api.add({ ...fields, reviewOn: reviewOn === '' ? null : reviewOn })
        : api.change(workplace.id, { ...fields, version: workplace.version }),
    );
    if (saved !== null) onSaved(saved);
  };
  const errorOf = (name: string, own: string | undefined): string | null => {
    const code = (tried ? own : undefined) ?? asking.codes.get(name);
    if (code === undefined) return null;
    const words: Readonly<Record<string, string>> = t.faults;
    return words[code] ?? words[name] ?? code;
  };
  return (
    <DialogForm
      title={workplace === null ? t.add : t.parts[part]}
      submit={workplace === null ? t.add : t.page.save}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {PARTS[part].map((spec) => (
        <OneField
          key={spec.name}
          spec={spec}
          value={form[spec.name]}
          error={errorOf(spec.name, faults.get(spec.name))}
          onChange={(value) => setForm((before) => ({ ...before, [spec.name]: value }))}
        />
      ))}
      {workplace === null ? (
        <TextField
          label={t.fields.reviewOn}
          hint={t.hints.reviewOn}
          error={errorOf('reviewOn', undefined)}
          type="date"
          value={reviewOn}
          onChange={(event) => setReviewOn(event.target.value)}
        />
      ) : null}
    </DialogForm>
  );
}
