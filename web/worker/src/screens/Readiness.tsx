import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Button, Heading, useLoaded } from '../../../shared/src/components';
import { contactsSchema } from '../../../shared/src/api/parse-worker';
import { pushState, turnPushOn, type PushState } from '../../../shared/src/shell/web-push';
import { batteryPercent, leaveToLocate, whereAmI } from '../shell/senses';
import { serviceWorker } from '../shell/service-worker';
import { useApp, useText } from './app-context';
import { LoadFault } from './LoadFault';

const LOW_PERCENT = 30;

/** Whether this phone can be asked and heard: seen here, not discovered at night. */
export function Readiness() {
  const text = useText();
  return (
    <section className="aw-panel aw-stack">
      <Heading level={2}>{text.settings.ready}</Heading>
      <dl className="aw-facts">
        <Push />
        <Place />
        <Battery />
        <Contacts />
      </dl>
    </section>
  );
}

function Push() {
  const { shell, shown } = useApp();
  const text = useText();
  const [state, setState] = useState<PushState>('impossible');
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    void serviceWorker().then(async (registration) => {
      if (registration !== null) setState(await pushState(registration));
    });
  }, []);

  const turnOn = async () => {
    const registration = await serviceWorker();
    if (registration === null) {
      setFailed(true);
      return;
    }
    const device = text.settings.device(shown.phone.me?.name ?? '');
    const outcome = await turnPushOn(shell.api, registration, device);
    setFailed(outcome === 'failed');
    if (outcome !== 'failed') setState(outcome);
  };

  return (
    <Fact label={text.settings.push} good={state === 'on'}>
      {text.settings.pushStates[state]}
      {state === 'not-asked' ? (
        <Button look="primary" onClick={() => void turnOn()}>
          {text.settings.pushOn}
        </Button>
      ) : null}
      <span role="status">{failed ? text.settings.pushFailed : ''}</span>
    </Fact>
  );
}

/** Only the leave is asked here: where the phone is, is told with an act. */
function Place() {
  const text = useText();
  const [leave, setLeave] = useState<PermissionState | null>(null);
  useEffect(() => {
    void leaveToLocate().then(setLeave);
  }, []);
  if (leave === null) return null;
  const ask = async () => {
    await whereAmI();
    setLeave(await leaveToLocate());
  };
  return (
    <Fact label={text.settings.place} good={leave === 'granted'}>
      {text.settings.placeStates[leave]}
      {leave === 'prompt' ? (
        <Button onClick={() => void ask()}>{text.settings.placeAllow}</Button>
      ) : null}
    </Fact>
  );
}

function Battery() {
  const text = useText();
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    void batteryPercent().then(setPercent);
  }, []);
  if (percent === null) {
    return <Fact label={text.settings.battery}>{text.settings.batteryUnknown}</Fact>;
  }
  const low = percent < LOW_PERCENT;
  return (
    <Fact label={text.settings.battery} good={!low}>
      {low ? text.settings.batteryLow(percent) : text.settings.batteryLevel(percent)}
    </Fact>
  );
}

function Contacts() {
  const { shell } = useApp();
  const text = useText();
  const ask = useCallback(
    () => shell.api.call({ method: 'GET', path: '/me/contacts', schema: contactsSchema }),
    [shell],
  );
  const contacts = useLoaded(ask);
  if (contacts.failed !== null) {
    return (
      <Fact label={text.settings.contacts}>
        <LoadFault of={contacts} missing={text.settings.contactsMissing} />
      </Fact>
    );
  }
  return contacts.value?.items.map((contact) => (
    <Fact key={contact.id} label={contact.label} good={contact.verifiedAt !== null}>
      {contact.verifiedAt === null
        ? text.settings.notVerified
        : text.settings.verified(day(contact.verifiedAt))}
    </Fact>
  ));
}

function day(moment: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(Date.parse(moment));
}

interface FactProps {
  readonly label: string;
  readonly good?: boolean;
  readonly children: ReactNode;
}

function Fact({ label, good, children }: FactProps) {
  const mark = good === undefined ? '' : good ? ' aw-facts__fact--good' : ' aw-facts__fact--bad';
  return (
    <div className={`aw-facts__fact${mark}`}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
