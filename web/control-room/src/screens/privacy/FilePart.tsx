import { useCallback, useEffect, useState } from 'react';
import {
  Button,
  Heading,
  SelectField,
  useAnnounce,
  useLanguage,
} from '../../../../shared/src/components';
import { maySetHouseRules } from '../../core/rights';
import { fileOf } from '../../shell/privacy-api';
import type { Colleague } from '../../shell/preparation-api';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { usePrivacyApi, usePrivacyTexts } from './use-privacy';

/** What is held about somebody, to hand over; and somebody who leaves. */
export function FilePart() {
  const t = usePrivacyTexts();
  const api = usePrivacyApi();
  const { language } = useLanguage();
  const { me } = useSeat();
  const announce = useAnnounce();
  const [everybody, setEverybody] = useState<readonly Colleague[]>([]);
  const [personId, setPersonId] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const load = useCallback(async (): Promise<void> => {
    const answer = await api.colleagues();
    if (answer.kind === 'ok') setEverybody(answer.value.items);
  }, [api]);
  useEffect(() => {
    const timer = setTimeout(() => void load(), 0);
    return () => clearTimeout(timer);
  }, [load]);
  const chosen = everybody.find(({ id }) => id === personId) ?? null;
  const link = 'utrecht-link utrecht-link--html-a aw-privacy__link';
  const own = (
    <a className={link} href={`/api/v1/me/personal-file?language=${language}`} download>
      {t.file.mine}
    </a>
  );
  if (!maySetHouseRules(me.roles)) {
    return (
      <section className="aw-privacy__part">
        <Heading level={2}>{t.file.title}</Heading>
        {own}
      </section>
    );
  }
  return (
    <section className="aw-privacy__part">
      <Heading level={2}>{t.file.title}</Heading>
      <p className="utrecht-paragraph">{t.file.intro}</p>
      <SelectField
        label={t.file.who}
        choices={everybody.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      <div className="aw-row">
        {chosen === null ? null : (
          <a className={link} href={fileOf('people', chosen.id, language)} download>
            {t.file.download}: {chosen.name}
          </a>
        )}
        {own}
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
            void load();
          }}
        />
      )}
    </section>
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
