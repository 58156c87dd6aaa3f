import { useCallback, useState } from 'react';
import type { Attachment, Attachments } from '../../../../shared/src/api/types';
import { Button, Heading, TextField } from '../../../../shared/src/components';
import { base64Of } from '../../shell/base64';
import { DialogForm } from '../preparation/DialogForm';
import {
  useAsking,
  useDay,
  useRead,
  useWorkplaceApi,
  useWorkplaceTexts,
  type Shown,
} from './use-workplaces';

const MOST_BYTES = 10 * 1024 * 1024;

/** Photos and a plan: where the button is, where the way out is. */
export function AttachmentsPart({ workplace, mayChange, onTouched }: Shown) {
  const t = useWorkplaceTexts();
  const api = useWorkplaceApi();
  const asking = useAsking();
  const { id } = workplace;
  const read = useRead(useCallback(() => api.attachments(id), [api, id]));
  const [adding, setAdding] = useState(false);
  const items = read.value?.items ?? [];
  const remove = async (attachment: Attachment): Promise<void> => {
    const gone = await asking.run(api.detach(id, attachment.id));
    if (gone === null && asking.fault !== null) return;
    read.refresh();
    onTouched();
  };
  return (
    <section className="aw-workplaces__part">
      <div className="aw-workplaces__top">
        <Heading level={2}>{t.parts.attachments}</Heading>
        {mayChange ? <Button onClick={() => setAdding(true)}>{t.attachment.add}</Button> : null}
      </div>
      {items.length === 0 ? <p className="utrecht-paragraph">{t.attachment.empty}</p> : null}
      <ul className="aw-workplaces__pictures">
        {items.map((one) => (
          <Shot
            key={one.id}
            one={one}
            href={`/api/v1/workplaces/${id}/attachments/${one.id}`}
            onRemove={mayChange ? () => void remove(one) : null}
          />
        ))}
      </ul>
      {adding ? (
        <AddDialog
          workplaceId={id}
          onClose={() => setAdding(false)}
          onDone={(next) => {
            setAdding(false);
            read.set(next);
            onTouched();
          }}
        />
      ) : null}
    </section>
  );
}

interface ShotProps {
  readonly one: Attachment;
  readonly href: string;
  readonly onRemove: (() => void) | null;
}

function Shot({ one, href, onRemove }: ShotProps) {
  const t = useWorkplaceTexts().attachment;
  const day = useDay();
  const isPicture = one.mediaType !== 'application/pdf';
  return (
    <li className="aw-workplaces__picture">
      {isPicture ? <img src={href} alt={one.description} loading="lazy" /> : null}
      <a href={href} download={one.name}>
        {one.name}
      </a>
      {isPicture ? null : <span>{one.description}</span>}
      <span className="aw-quiet">{t.by(one.madeByName, day(one.madeAt))}</span>
      {onRemove === null ? null : (
        <Button look="quiet" aria-label={t.removeThis(one.name)} onClick={onRemove}>
          {t.remove}
        </Button>
      )}
    </li>
  );
}

interface AddDialogProps {
  readonly workplaceId: string;
  readonly onClose: () => void;
  readonly onDone: (attachments: Attachments) => void;
}

function AddDialog({ workplaceId, onClose, onDone }: AddDialogProps) {
  const t = useWorkplaceTexts().attachment;
  const api = useWorkplaceApi();
  const asking = useAsking();
  const [file, setFile] = useState<File | null>(null);
  const [description, setDescription] = useState('');
  const [tried, setTried] = useState(false);
  const words = description.trim();
  const codes: Readonly<Record<string, string>> = {
    'too-large': t['too-large'],
    'no-picture-or-pdf': t['no-picture-or-pdf'],
    broken: t.broken,
  };
  const own = file === null ? t.missing : file.size > MOST_BYTES ? t['too-large'] : null;
  const refused = asking.codes.get('content');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (file === null || own !== null || words === '') return;
    const content = await base64Of(file);
    const name = file.name.slice(-120);
    const next = await asking.run(api.attach(workplaceId, { name, description: words, content }));
    if (next !== null) onDone(next);
  };
  return (
    <DialogForm
      title={t.add}
      submit={t.add}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.file}
        hint={t.fileHint}
        error={
          refused === undefined ? (tried ? own : null) : (codes[refused] ?? t['no-picture-or-pdf'])
        }
        type="file"
        accept="image/png,image/jpeg,application/pdf"
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
      />
      <TextField
        label={t.description}
        hint={t.descriptionHint}
        error={tried && words === '' ? t.descriptionMissing : null}
        autoComplete="off"
        maxLength={300}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
    </DialogForm>
  );
}
