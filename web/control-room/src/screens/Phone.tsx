import { sayNumber } from '../core/say-number';
import { Icon } from './Icon';
import { useTexts } from './room-context';
import './phone.css';

interface PhoneProps {
  readonly name: string;
  readonly number: string | null;
}

/** A number that is one press away from being called. */
export function Phone({ name, number }: PhoneProps) {
  const t = useTexts();
  return number === null ? (
    <span className="aw-quiet">{t.alarm.noPhone}</span>
  ) : (
    <a className="aw-phone" href={`tel:${number}`}>
      <Icon name="phone" /> <span className="aw-visually-hidden">{t.alarm.call(name)}, </span>
      {sayNumber(number)}
    </a>
  );
}
