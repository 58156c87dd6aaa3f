import { useEffect, useRef } from 'react';
import { Alert, Button } from '../../../../shared/src/components';
import { differencesOf, type Difference, type Entry } from '../../core/differences';
import type { HouseRulesTexts } from '../../text/house-rules';
import { useHouseRulesTexts } from './use-house-rules';

interface MeanwhileAlertProps {
  readonly before: readonly Entry[];
  readonly now: readonly Entry[];
  readonly onTakeOver: () => void;
}

/** Somebody saved it while it was changed here: says what, and leaves the choice. */
export function MeanwhileAlert({ before, now, onTakeOver }: MeanwhileAlertProps) {
  const t = useHouseRulesTexts();
  const words = useRef<HTMLParagraphElement>(null);
  // Save is pressed below the list; this stands above it.
  useEffect(() => words.current?.focus(), []);
  return (
    <Alert tone="warning" urgent>
      <p className="utrecht-paragraph" tabIndex={-1} ref={words}>
        <strong>{t.meanwhile.title}</strong> {t.meanwhile.text}
      </p>
      <ul>
        {differencesOf(before, now).map((difference, at) => (
          <li key={at}>
            {headOf(difference, t)}
            {'words' in difference && difference.words !== '' ? (
              <div className="aw-quiet">{difference.words}</div>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph">{t.meanwhile.hint}</p>
      <Button onClick={onTakeOver}>{t.meanwhile.takeOver}</Button>
    </Alert>
  );
}

function headOf(difference: Difference, t: HouseRulesTexts): string {
  return difference.kind === 'order'
    ? t.meanwhile.order
    : t.meanwhile[difference.kind](difference.name);
}
