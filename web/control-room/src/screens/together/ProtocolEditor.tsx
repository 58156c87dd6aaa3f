import { useState } from 'react';
import {
  Alert,
  Button,
  ChipsField,
  Heading,
  MarkdownText,
  TextArea,
  useAnnounce,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { ProtocolDraft } from '../../../../shared/src/api/types';
import { sayDay } from '../../../../shared/src/core/local-day';
import { FaultLine } from '../FaultLine';
import { LoadFault, Loading } from '../LoadFault';
import { DialogForm } from '../preparation/DialogForm';
import { momentText } from '../preparation/preparation-words';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { ForceProtocolDialog } from './ForceProtocolDialog';
import { Card } from './ProtocolReading';
import { keepWords, useUnsavedWords } from './unsaved-protocol';
import { useMeetingApi, useTogetherTexts } from './use-together';

const LONGEST = 200_000;

/** The draft of the next version, or what waits for its day. */
export function ProtocolEditor() {
  const t = useTogetherTexts().edit;
  const { language } = useLanguage();
  const api = useMeetingApi();
  const texts = useTexts();
  const draft = useLoaded(api.draft);
  const [fault, setFault] = useState<string | null>(null);
  if (draft.value === null) return <Loading of={draft} />;
  if (draft.value.standing === 'planned') {
    const takeBack = async (): Promise<void> => {
      const answer = await api.takeBack();
      setFault(answer.kind === 'ok' ? null : faultText(answer, texts));
      if (answer.kind === 'ok') draft.set(answer.value);
    };
    return (
      <Alert tone="info">
        <p className="utrecht-paragraph">
          {t.planned(sayDay(draft.value.inForceFrom ?? '', language, 'long'))}
        </p>
        <FaultLine act={{ fault, canRetry: false, busy: false }} />
        <Button onClick={() => void takeBack()}>{t.takeBack}</Button>
      </Alert>
    );
  }
  return (
    <>
      <LoadFault of={draft} />
      <Editing draft={draft.value} onChanged={draft.set} onReload={draft.again} />
    </>
  );
}

interface EditingProps {
  readonly draft: ProtocolDraft;
  readonly onChanged: (draft: ProtocolDraft) => void;
  readonly onReload: () => Promise<void>;
}

type Asking = 'force' | 'discard' | null;

function Editing({ draft, onChanged, onReload }: EditingProps) {
  const { edit: t, protocol } = useTogetherTexts();
  const texts = useTexts();
  const { me } = useSeat();
  const { language } = useLanguage();
  const api = useMeetingApi();
  const announce = useAnnounce();
  const guidance = useLoaded(api.guidance);
  const unsaved = useUnsavedWords(me.id);
  const [of, setOf] = useState<'nl' | 'en'>(language);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [stale, setStale] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const nl = unsaved?.nl ?? draft.words.nl;
  const en = unsaved?.en ?? draft.words.en ?? '';
  const shown = of === 'nl' ? nl : en;

  const write = (text: string): void => {
    const next = of === 'nl' ? { nl: text, en } : { nl, en: text };
    const isSame = next.nl === draft.words.nl && next.en === (draft.words.en ?? '');
    const revision = unsaved?.revision ?? draft.revision;
    keepWords(isSame ? null : { ...next, personId: me.id, revision });
  };
  const save = async (revision: number): Promise<void> => {
    setBusy(true);
    const words = { nl, en: en.trim() === '' ? null : en };
    const answer = await api.saveDraft({ words, revision });
    setBusy(false);
    const isStale = answer.kind === 'problem' && answer.status === 409;
    setStale(isStale);
    setFault(answer.kind === 'ok' || isStale ? null : faultText(answer, texts));
    if (answer.kind !== 'ok') return;
    keepWords(null);
    onChanged(answer.value);
    announce(t.saved);
  };
  const takeTheirs = async (): Promise<void> => {
    keepWords(null);
    setStale(false);
    await onReload();
  };
  const keepMine = async (): Promise<void> => {
    const now = await api.draft();
    if (now.kind === 'ok') await save(now.value.revision);
    else setFault(faultText(now, texts));
  };

  return (
    <>
      <p className="utrecht-paragraph">{t.intro}</p>
      {draft.madeByName === null || draft.madeAt === null ? null : (
        <p className="utrecht-paragraph aw-quiet">
          {t.by(draft.madeByName, momentText(draft.madeAt, language))}
        </p>
      )}
      <ChipsField
        label={t.language}
        choices={(['nl', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
        value={of}
        onChange={setOf}
      />
      <div className="aw-together__columns aw-together__columns--equal">
        <TextArea
          label={t.words}
          rows={24}
          maxLength={LONGEST}
          value={shown}
          isInvalid={false}
          lang={of}
          onChange={write}
        />
        <section className="aw-together__preview" aria-label={t.preview}>
          <Heading level={2}>{t.preview}</Heading>
          <LoadFault of={guidance} words={protocol.noCards} />
          {shown.trim() === '' ? (
            <p className="utrecht-paragraph aw-quiet">{t.noEnglish}</p>
          ) : (
            <MarkdownText
              words={shown}
              card={(code) => <Card code={code} guidance={guidance.value?.guidance ?? null} />}
            />
          )}
        </section>
      </div>
      {stale ? (
        <Alert tone="warning" urgent>
          <p className="utrecht-paragraph">{t.changed}</p>
          <div className="aw-row">
            <Button onClick={() => void keepMine()}>{t.keepMine}</Button>
            <Button onClick={() => void takeTheirs()}>{t.takeTheirs}</Button>
          </div>
        </Alert>
      ) : null}
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <div className="aw-row aw-together__save">
        <Button
          look="primary"
          busy={busy}
          onClick={() => void save(unsaved?.revision ?? draft.revision)}
        >
          {t.save}
        </Button>
        <Button onClick={() => setAsking('force')}>{t.force}</Button>
        {draft.standing === 'draft' ? (
          <Button look="quiet" onClick={() => setAsking('discard')}>
            {t.discard}
          </Button>
        ) : null}
        <span role="status">{unsaved === null ? '' : t.unsaved}</span>
      </div>
      {asking === 'force' ? (
        <ForceProtocolDialog
          draft={draft}
          unsaved={unsaved !== null}
          onClose={() => setAsking(null)}
          onForced={() => {
            setAsking(null);
            announce(t.forced);
            void onReload();
          }}
        />
      ) : null}
      {asking === 'discard' ? (
        <DiscardDialog
          onClose={() => setAsking(null)}
          onDiscarded={() => {
            setAsking(null);
            void takeTheirs();
          }}
        />
      ) : null}
    </>
  );
}

interface DiscardDialogProps {
  readonly onClose: () => void;
  readonly onDiscarded: () => void;
}

function DiscardDialog({ onClose, onDiscarded }: DiscardDialogProps) {
  const t = useTogetherTexts().edit;
  const texts = useTexts();
  const api = useMeetingApi();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const discard = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.discardDraft();
    setBusy(false);
    if (answer.kind === 'ok') onDiscarded();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.discard}
      submit={t.discard}
      busy={busy}
      fault={fault}
      onSubmit={() => void discard()}
      onClose={onClose}
    >
      <p className="utrecht-paragraph">{t.discardSure}</p>
    </DialogForm>
  );
}
