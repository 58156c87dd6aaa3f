import type { ReactNode } from 'react';
import { Button, ChipsField, Heading } from '../../../shared/src/components';
import { batteryWord, type PhoneFacts } from '../core/packing';
import { numberToCall } from '../core/phone';
import { go, useApp, useText } from './app-context';
import { CallButtons } from './CallButtons';
import './settings.css';

interface PhoneCheckProps {
  readonly facts: PhoneFacts;
  readonly ticked: ReadonlySet<string>;
  readonly onBattery: (enough: boolean) => void;
}

/** Whether this phone is fit to go: seen here, not at somebody's door. */
export function PhoneCheck({ facts, ticked, onBattery }: PhoneCheckProps) {
  const { shown } = useApp();
  const text = useText();
  const { line } = shown.phone;
  const heard = line.kind === 'open';
  return (
    <section className="aw-panel aw-stack">
      <Heading level={2}>{text.beforeLeaving.phone}</Heading>
      <dl className="aw-facts">
        <Battery facts={facts} ticked={ticked} onBattery={onBattery} />
        <Fact label={text.beforeLeaving.numbers} good={facts.numbersKnown}>
          {facts.numbersKnown ? text.beforeLeaving.numbersKnown : text.beforeLeaving.numbersUnknown}
        </Fact>
        <Fact label={text.beforeLeaving.coverage} good={heard}>
          {heard ? text.beforeLeaving.coverageNow : text.beforeLeaving.coverageNone}
        </Fact>
        <Fact label={text.settings.push} good={facts.noticesOn}>
          {facts.noticesOn ? text.beforeLeaving.noticesOn : text.beforeLeaving.noticesOff}
          {facts.noticesOn ? null : (
            <Button onClick={() => go('settings')}>{text.beforeLeaving.toSettings}</Button>
          )}
        </Fact>
      </dl>
    </section>
  );
}

function Battery({ facts, ticked, onBattery }: PhoneCheckProps) {
  const { shown } = useApp();
  const text = useText();
  const word = batteryWord(facts, ticked);
  const { phone } = shown;
  const { batteryPercent, batteryEnough } = facts;
  return (
    <Fact label={text.settings.battery} good={word === 'ask' ? undefined : word === 'enough'}>
      {batteryPercent === null ? (
        <ChipsField
          label={text.beforeLeaving.batteryAsk}
          choices={[
            { value: 'yes', label: text.beforeLeaving.batteryYes },
            { value: 'no', label: text.beforeLeaving.batteryNo },
          ]}
          value={batteryEnough === null ? null : batteryEnough ? 'yes' : 'no'}
          onChange={(answer) => onBattery(answer === 'yes')}
        />
      ) : (
        text.settings.batteryLevel(batteryPercent)
      )}
      <span role="status">{word === 'low' ? text.beforeLeaving.batteryLow : ''}</span>
      {word === 'low' ? (
        <CallButtons
          number={numberToCall(phone)}
          sms={text.beforeLeaving.batterySms(phone.me?.name ?? text.panic.unknownName)}
        />
      ) : null}
    </Fact>
  );
}

interface FactProps {
  readonly label: string;
  readonly good: boolean | undefined;
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
