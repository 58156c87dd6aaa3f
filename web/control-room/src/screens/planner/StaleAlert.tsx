import type { PlannerWeek, Visit } from '../../../../shared/src/api/types';
import { Alert, Button, useLanguage } from '../../../../shared/src/components';
import { differences, type Difference } from '../../../../shared/src/core/visit-form';
import { useTexts } from '../room-context';
import { staleText, usePlannerTexts, vehicleText, whenOf } from './planner-words';

interface StaleAlertProps {
  readonly week: PlannerWeek;
  /** As it was when it was opened here. */
  readonly mine: Visit;
  readonly now: Visit;
  readonly onTakeOver: () => void;
}

/** Somebody changed the visit while it was open here: says what, and leaves the choice. */
export function StaleAlert({ week, mine, now, onTakeOver }: StaleAlertProps) {
  const t = usePlannerTexts();
  const texts = useTexts();
  const { language } = useLanguage();
  const value = (what: Difference): string => {
    switch (what) {
      case 'who':
        return now.workerName;
      case 'when':
        return whenOf(now, language);
      case 'where':
        return [now.place.address, now.place.floor ?? ''].filter(Boolean).join(', ');
      case 'purpose':
        return now.purpose ?? '–';
      case 'travel':
        return [texts.words.travel[now.travelMode], vehicleText(week, now)]
          .filter(Boolean)
          .join(' · ');
      case 'risk':
        return now.highRisk ? t.risky : t.form.no;
    }
  };
  return (
    <Alert tone="warning" urgent>
      <p className="utrecht-paragraph">
        <strong>{staleText(now, t)}</strong> {t.form.staleText}
      </p>
      <ul>
        {differences(mine, now).map((what) => (
          <li key={what}>
            {t.form.differences[what]}: {value(what)}
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph">{t.form.staleHint}</p>
      <Button onClick={onTakeOver}>{t.form.takeOver}</Button>
    </Alert>
  );
}
