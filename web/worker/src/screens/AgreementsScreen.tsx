import { useCallback } from 'react';
import { Button, Heading, useLanguage, useSharedText } from '../../../shared/src/components';
import { sayDay } from '../../../shared/src/core/local-day';
import { keptAgreements, readAgreements } from '../shell/together-line';
import { go, useApp, useText } from './app-context';
import { Loading } from './LoadFault';
import { TogetherTabs } from './TogetherTabs';
import { useKept } from './use-kept';
import './visits.css';

/** What the team agreed on, also without a network. */
export function AgreementsScreen() {
  const { shell } = useApp();
  const text = useText().together;
  const shared = useSharedText();
  const { language } = useLanguage();
  const ask = useCallback(() => readAgreements(shell.api), [shell]);
  const known = useKept(ask, keptAgreements);
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.agreements}
      </Heading>
      <TogetherTabs current="agreements" />
      <Loading of={known} missing={text.missing} />
      {known.value?.items.length === 0 ? (
        <p className="utrecht-paragraph">{text.noAgreements}</p>
      ) : null}
      <ul className="aw-visits">
        {(known.value?.items ?? []).map((one) => (
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
