import { useState } from 'react';
import type { NewAttachment } from '../../../../shared/src/api/types';
import { TextField, useLanguage } from '../../../../shared/src/components';
import { base64Of, LONGEST_FILE_NAME, MOST_FILE_BYTES } from '../../../../shared/src/shell/files';
import { attachmentTexts } from '../../text/attachments';
import { DialogForm } from '../preparation/DialogForm';
import type { Refused } from '../use-act';

interface AddAttachmentProps {
  readonly onAdd: (attachment: NewAttachment) => Promise<Refused | null>;
  readonly onClose: () => void;
}

/** Asks for a file and what it shows; what is wrong with the file stands at the file. */
export function AddAttachment({ onAdd, onClose }: AddAttachmentProps) {
  const t = attachmentTexts[useLanguage().language];
  const [file, setFile] = useState<File | null>(null);
  const [description, setDescription] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const words = description.trim();
  const faults: Readonly<Record<string, string>> = t.faults;
  const own =
    file === null ? t.missing : file.size > MOST_FILE_BYTES ? t.faults['too-large'] : null;
  const ofFile = refused?.codes.map((code) => faults[code]).find((fault) => fault !== undefined);
  const other = refused?.codes.includes('too-many') === true ? t['too-many'] : refused?.text;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (file === null || own !== null || words === '') return;
    setBusy(true);
    const content = await base64Of(file);
    const name = file.name.slice(-LONGEST_FILE_NAME);
    const answer = await onAdd({ name, description: words, content });
    setBusy(false);
    if (answer === null) onClose();
    else setRefused(answer);
  };
  return (
    <DialogForm
      title={t.add}
      submit={t.add}
      busy={busy}
      fault={ofFile === undefined ? (other ?? null) : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.file}
        hint={t.fileHint}
        error={ofFile ?? (tried ? own : null)}
        type="file"
        accept="image/png,image/jpeg,application/pdf"
        onChange={(event) => {
          setFile(event.currentTarget.files?.[0] ?? null);
          setRefused(null);
        }}
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
