import { useState } from 'react';
import { TextArea, TextField } from '../../../../shared/src/components';
import type { Agreement } from '../../../../shared/src/api/types';
import { addDays, dayOf } from '../../../../shared/src/core/local-day';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useColleagues } from '../use-colleagues';
import { TeamField } from './TeamField';
import { useMeetingApi, useTogetherTexts } from './use-together';

export type AgreementChangeKind = 'make' | 'change' | 'review' | 'end';

const LONGEST = 1000;
const LONGEST_REASON = 500;
const LOOK_AGAIN_DAYS = 180;
const YEAR_DAYS = 366;

interface AgreementDialogProps {
  readonly kind: AgreementChangeKind;
  /** Null when it is to be made. */
  readonly agreement: Agreement | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Makes an agreement, changes it, says that it is still right, or ends it. */
export function AgreementDialog({ kind, agreement, onClose, onDone }: AgreementDialogProps) {
  const t = useTogetherTexts();
  const texts = useTexts();
  const { me, room } = useSeat();
  const api = useMeetingApi();
  const everybody = useColleagues();
  const today = dayOf(room.serverNowMs());
  const [words, setWords] = useState(agreement?.words ?? '');
  const [ownerId, setOwnerId] = useState(agreement?.ownerId ?? me.id);
  const [reviewOn, setReviewOn] = useState(
    kind === 'change' && agreement !== null && agreement.reviewOn > today
      ? agreement.reviewOn
      : addDays(today, LOOK_AGAIN_DAYS),
  );
  const [reason, setReason] = useState('');
  const [teamId, setTeamId] = useState(me.teamId);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const asksWords = kind === 'make' || kind === 'change';
  const asksDay = kind !== 'end';
  const asksReason = kind !== 'make';
  const wordsFit = !asksWords || words.trim() !== '';
  const dayFits = !asksDay || (reviewOn > today && reviewOn <= addDays(today, YEAR_DAYS));
  const reasonFits = !asksReason || reason.trim() !== '';
  const title = {
    make: t.agreements.add,
    change: t.agreements.change,
    review: t.agreements.stillRightTitle,
    end: t.agreements.end,
  }[kind];

  const send = () => {
    const version = agreement?.version ?? 0;
    const id = agreement?.id ?? '';
    const terms = { words: words.trim(), ownerId, reviewOn };
    const why = reason.trim();
    switch (kind) {
      case 'make':
        return api.addAgreement({ teamId, ...terms });
      case 'change':
        return api.actOnAgreement(id, { kind: 'changes', version, ...terms, reason: why });
      case 'review':
        return api.actOnAgreement(id, { kind: 'reviews', version, reviewOn, reason: why });
      case 'end':
        return api.actOnAgreement(id, { kind: 'endings', version, reason: why });
    }
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!wordsFit || !dayFits || !reasonFits) return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (answer.kind === 'ok') onDone();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={title}
      submit={kind === 'end' ? t.agreements.end : t.agreements.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {kind === 'make' ? <TeamField value={teamId} onChange={setTeamId} /> : null}
      {asksWords ? (
        <>
          <TextArea
            label={t.agreements.words}
            hint={t.noNames}
            error={tried && !wordsFit ? t.agreements.wordsMissing : null}
            maxLength={LONGEST}
            value={words}
            isInvalid={tried && !wordsFit}
            onChange={setWords}
          />
          <NamedField of={everybody} label={t.owner} value={ownerId} onChange={setOwnerId} />
        </>
      ) : (
        <p className="utrecht-paragraph">{agreement?.words}</p>
      )}
      {asksDay ? (
        <TextField
          label={t.agreements.review}
          error={tried && !dayFits ? t.dayMissing : null}
          type="date"
          value={reviewOn}
          onChange={(event) => setReviewOn(event.target.value)}
        />
      ) : null}
      {asksReason ? (
        <TextField
          label={kind === 'review' ? t.agreements.what : t.reason}
          error={tried && !reasonFits ? t.reasonMissing : null}
          autoComplete="off"
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </DialogForm>
  );
}
