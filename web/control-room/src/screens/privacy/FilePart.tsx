import { useState } from 'react';
import { Button, Heading, useAnnounce, useLanguage } from '../../../../shared/src/components';
import { maySetHouseRules } from '../../core/rights';
import { fileOf } from '../../shell/privacy-api';
import type { Colleague } from '../../shell/people-api';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useColleagues } from '../use-colleagues';
import { usePrivacyApi, usePrivacyTexts } from './use-privacy';

const LINK = 'utrecht-link utrecht-link--html-a aw-privacy__link';

/** What is held about somebody, to hand over; and somebody who leaves. */
export function FilePart() {
  const { file: t } = usePrivacyTexts();
  const { me } = useSeat();
  return (
    <section className="aw-privacy__part">
      <Heading level={2}>{t.title}</Heading>
      {maySetHouseRules(me.roles) ? <OfSomebody /> : <OwnFile />}
    </section>
  );
}

function OwnFile() {
  const { file: t } = usePrivacyTexts();
  const { language } = useLanguage();
  return (
    <a className={LINK} href={`/api/v1/me/personal-file?language=${language}`} download>
      {t.mine}
    </a>
  );
}

function OfSomebody() {
  const t = usePrivacyTexts();
  const { language } = useLanguage();
  const { me } = useSeat();
  const announce = useAnnounce();
  const everybody = useColleagues();
  const [personId, setPersonId] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const chosen = everybody.value?.items.find(({ id }) => id === personId) ?? null;
  return (
    <>
      <p className="utrecht-paragraph">{t.file.intro}</p>
      <NamedField of={everybody} label={t.file.who} value={personId} onChange={setPersonId} />
      <div className="aw-row">
        {chosen === null ? null : (
          <a className={LINK} href={fileOf('people', chosen.id, language)} download>
            {t.file.download}: {chosen.name}
          </a>
        )}
        <OwnFile />
        {chosen !== null && chosen.id !== me.id && me.roles.includes('administrator') ? (
          <Button look="quiet" onClick={() => setLeaving(chosen)}>
            {t.leaving.open}
          </Button>
        ) : null}
      </div>
      <p className="utrecht-paragraph aw-quiet">{t.file.place}</p>
      {leaving === null ? null : (
        <LeavingDialog
          person={leaving}
          onClose={() => setLeaving(null)}
          onLeft={() => {
            announce(t.leaving.done(leaving.name));
            setLeaving(null);
            setPersonId(null);
            void everybody.again();
          }}
        />
      )}
    </>
  );
}

interface LeavingDialogProps {
  readonly person: Colleague;
  readonly onClose: () => void;
  readonly onLeft: () => void;
}

function LeavingDialog({ person, onClose, onLeft }: LeavingDialogProps) {
  const t = usePrivacyTexts().leaving;
  const texts = useTexts();
  const api = usePrivacyApi();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.letGo(person.id);
    setBusy(false);
    if (answer.kind === 'ok') onLeft();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.confirm(person.name)}
      submit={t.open}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="utrecht-paragraph">{t.intro}</p>
      <p className="utrecht-paragraph">{t.sure}</p>
    </DialogForm>
  );
}
