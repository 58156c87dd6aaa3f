import { useRef, useState, type ReactNode } from 'react';
import type { Attachment, NewAttachment } from '../../../../shared/src/api/types';
import { Button, Heading, useLanguage } from '../../../../shared/src/components';
import { dayOf, sayDay } from '../../../../shared/src/core/local-day';
import { attachmentTexts } from '../../text/attachments';
import { DialogForm } from '../preparation/DialogForm';
import type { Refused } from '../use-act';
import { AddAttachment } from './AddAttachment';
import './attachments.css';

interface AttachmentListProps {
  readonly title: string;
  /** What is said of them beforehand. */
  readonly intro?: ReactNode;
  readonly empty: string;
  /** Null as long as they are not known. */
  readonly items: readonly Attachment[] | null;
  /** Where they are on the server. */
  readonly path: string;
  readonly mayChange: boolean;
  readonly onAdd: (attachment: NewAttachment) => Promise<Refused | null>;
  readonly onRemove: (attachment: Attachment) => Promise<Refused | null>;
}

/** Photos and papers of something: seen, added with what they show, and removed when sure. */
export function AttachmentList(props: AttachmentListProps) {
  const { title, intro, empty, items, path, mayChange, onAdd, onRemove } = props;
  const t = attachmentTexts[useLanguage().language];
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Attachment | null>(null);
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <div className="aw-attachments__top" ref={list} tabIndex={-1}>
        <Heading level={2}>{title}</Heading>
        {mayChange ? <Button onClick={() => setAdding(true)}>{t.add}</Button> : null}
      </div>
      {intro}
      {items === null ? null : items.length === 0 ? (
        <p className="utrecht-paragraph">{empty}</p>
      ) : (
        <ul className="aw-attachments">
          {items.map((one) => (
            <One
              key={one.id}
              one={one}
              href={`${path}/${one.id}`}
              onRemove={mayChange ? () => setRemoving(one) : null}
            />
          ))}
        </ul>
      )}
      {adding ? <AddAttachment onAdd={onAdd} onClose={() => setAdding(false)} /> : null}
      {removing === null ? null : (
        <RemoveDialog
          name={removing.name}
          onRemove={() => onRemove(removing)}
          onClose={(isGone) => {
            setRemoving(null);
            // Its own button is gone with it.
            if (isGone) list.current?.focus();
          }}
        />
      )}
    </>
  );
}

interface OneProps {
  readonly one: Attachment;
  readonly href: string;
  readonly onRemove: (() => void) | null;
}

function One({ one, href, onRemove }: OneProps) {
  const { language } = useLanguage();
  const t = attachmentTexts[language];
  const isPicture = one.mediaType !== 'application/pdf';
  const day = dayOf(Date.parse(one.madeAt));
  return (
    <li className="aw-attachments__one">
      {isPicture ? <img src={href} alt={one.description} loading="lazy" /> : null}
      <a href={href} download={one.name}>
        {one.name}
      </a>
      {/* Whoever hears the page heard it with the picture. */}
      <span aria-hidden={isPicture}>{one.description}</span>
      <span className="aw-quiet">
        {t.by(one.madeByName, `${sayDay(day, language, 'long')} ${day.slice(0, 4)}`)}
      </span>
      {onRemove === null ? null : (
        <Button look="quiet" aria-label={t.removeThis(one.name)} onClick={onRemove}>
          {t.remove}
        </Button>
      )}
    </li>
  );
}

interface RemoveDialogProps {
  readonly name: string;
  readonly onRemove: () => Promise<Refused | null>;
  readonly onClose: (isGone: boolean) => void;
}

function RemoveDialog({ name, onRemove, onClose }: RemoveDialogProps) {
  const t = attachmentTexts[useLanguage().language];
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const refused = await onRemove();
    setBusy(false);
    if (refused === null) onClose(true);
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={t.removeTitle}
      submit={t.remove}
      busy={busy}
      fault={fault}
      onSubmit={() => void remove()}
      onClose={() => onClose(false)}
    >
      <p className="utrecht-paragraph aw-attachments__name">{t.removeText(name)}</p>
    </DialogForm>
  );
}
