import { useEffect, useState } from 'react';
import { Alert, Button, Heading, useLanguage, useSharedText } from '../../../shared/src/components';
import type { Agreement } from '../../../shared/src/api/types';
import { sayDay } from '../../../shared/src/core/local-day';
import { readAgreements, type Kept } from '../shell/together-line';
import { go, useApp, useText } from './app-context';
import { TogetherTabs } from './TogetherTabs';
import './visits.css';

/** What the team agreed on, also without a network. */
export function AgreementsScreen() {
  const { shell } = useApp();
  const text = useText().together;
  const shared = useSharedText();
  const { language } = useLanguage();
  const [known, setKnown] = useState<Kept<readonly Agreement[]> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => void readAgreements(shell.api).then(setKnown), 0);
    return () => clearTimeout(timer);
  }, [shell]);
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.agreements}
      </Heading>
      <TogetherTabs current="agreements" />
      {known === null ? <p className="utrecht-paragraph">{text.loading}</p> : null}
      {known !== null && !known.fresh ? (
        <Alert tone="info">
          <p className="utrecht-paragraph">{known.value === null ? text.missing : text.kept}</p>
        </Alert>
      ) : null}
      {known?.value?.length === 0 ? <p className="utrecht-paragraph">{text.noAgreements}</p> : null}
      <ul className="aw-visits">
        {(known?.value ?? []).map((one) => (
          <li key={one.id} className="aw-visits__visit">
            <div className="aw-visits__facts">
              <strong>{one.words}</strong>
              <span>{text.agreement(one.ownerName, sayDay(one.reviewOn, language, 'long'))}</span>
            </div>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}
