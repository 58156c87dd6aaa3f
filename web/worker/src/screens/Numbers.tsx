import { Heading } from '../../../shared/src/components';
import { readable, smsLink, telLink } from '../core/links';
import { useApp, useText } from './app-context';
import './numbers.css';

/** Whom to call, kept on the phone: works without a network and without signing in. */
export function Numbers() {
  const { shown } = useApp();
  const text = useText();
  const { me } = shown.phone;
  const standbys = me?.standbys ?? [];
  const others = (me?.emergencyNumbers ?? []).filter((number) => number.phone !== '112');
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.numbers.title}
      </Heading>
      <p className="utrecht-paragraph aw-quiet">{text.numbers.hint}</p>
      <ul className="aw-numbers">
        <NumberRow label={text.numbers.emergency} number="112" main />
        {standbys.map(({ personId, name, phone }) =>
          phone === null ? null : (
            <NumberRow key={personId} label={text.numbers.standby(name)} number={phone} sms />
          ),
        )}
        {others.map(({ label, phone }) => (
          <NumberRow key={`${label} ${phone}`} label={label} number={phone} />
        ))}
      </ul>
      {me === null ? <p className="utrecht-paragraph">{text.numbers.none}</p> : null}
    </>
  );
}

interface NumberRowProps {
  readonly label: string;
  readonly number: string;
  readonly main?: boolean;
  readonly sms?: boolean;
}

function NumberRow({ label, number, main = false, sms = false }: NumberRowProps) {
  const { shown } = useApp();
  const text = useText();
  const body = text.panic.smsBody(shown.phone.me?.name ?? text.panic.unknownName, '');
  return (
    <li className="aw-numbers__row">
      <a
        className={`aw-calls__call aw-numbers__call${main ? ' aw-calls__call--danger' : ''}`}
        href={telLink(number)}
      >
        <span>{label}</span>
        <strong className="aw-numbers__number">{readable(number)}</strong>
      </a>
      {sms ? (
        <a className="aw-calls__call aw-numbers__sms" href={smsLink(number, body)}>
          {text.numbers.sms}
          <span className="aw-visually-hidden"> {label}</span>
        </a>
      ) : null}
    </li>
  );
}
