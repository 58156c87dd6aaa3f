import { readable, smsLink, telLink } from '../core/links';
import { numberToCall } from '../core/phone';
import { useApp, useText } from './app-context';
import './call-buttons.css';

interface CallButtonsProps {
  readonly number: string | null;
  /** What the text message says. */
  readonly sms: string;
}

/** Links that open the dialler or a text message: they work without a network of ours. */
export function CallButtons({ number, sms }: CallButtonsProps) {
  const text = useText();
  if (number === null) return null;
  return (
    <div className="aw-calls">
      <a className="aw-calls__call" href={telLink(number)}>
        {text.line.call(readable(number))}
      </a>
      <a className="aw-calls__call" href={smsLink(number, sms)}>
        {text.line.sms}
      </a>
    </div>
  );
}

/** The way around an app that is not heard: whom to call, or to send who asks to be called. */
export function CallInstead() {
  const { shown } = useApp();
  const text = useText();
  const { phone } = shown;
  const sms = text.line.smsBody(phone.me?.name ?? text.panic.unknownName);
  return <CallButtons number={numberToCall(phone)} sms={sms} />;
}
