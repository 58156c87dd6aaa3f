import { readable, smsLink, telLink } from '../core/links';
import { useText } from './app-context';
import './call-buttons.css';

interface CallButtonsProps {
  readonly number: string | null;
  /** What the text message says; without it there is no SMS button. */
  readonly sms?: string;
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
      {sms === undefined ? null : (
        <a className="aw-calls__call" href={smsLink(number, sms)}>
          {text.line.sms}
        </a>
      )}
    </div>
  );
}
