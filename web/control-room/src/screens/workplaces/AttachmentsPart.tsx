import { useCallback } from 'react';
import type { Attachments } from '../../../../shared/src/api/types';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { useLoaded } from '../../../../shared/src/components';
import { AttachmentList } from '../attachments/AttachmentList';
import { Loading } from '../LoadFault';
import { useTexts } from '../room-context';
import { refusedOf, type Refused } from '../use-act';
import { useWorkplaceApi, useWorkplaceTexts, type Shown } from './use-workplaces';

/** Photos and a plan: where the button is, where the way out is. */
export function AttachmentsPart({ workplace, mayChange, onTouched }: Shown) {
  const t = useWorkplaceTexts();
  const texts = useTexts();
  const api = useWorkplaceApi();
  const { id } = workplace;
  const read = useLoaded(useCallback(() => api.attachments(id), [api, id]));
  const taken = (answer: ApiAnswer<unknown>): Refused | null => {
    if (answer.kind !== 'ok') return refusedOf(answer, texts);
    onTouched();
    return null;
  };
  return (
    <section className="aw-workplaces__part">
      <AttachmentList
        title={t.parts.attachments}
        empty={t.noAttachments}
        items={read.value?.items ?? null}
        intro={<Loading of={read} />}
        path={`/api/v1/workplaces/${id}/attachments`}
        mayChange={mayChange}
        onAdd={async (attachment) => {
          const answer: ApiAnswer<Attachments> = await api.attach(id, attachment);
          if (answer.kind === 'ok') read.set(answer.value);
          return taken(answer);
        }}
        onRemove={async ({ id: attachmentId }) => {
          const answer = await api.detach(id, attachmentId);
          if (answer.kind === 'ok') await read.again();
          return taken(answer);
        }}
      />
    </section>
  );
}
