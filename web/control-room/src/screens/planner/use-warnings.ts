import { useEffect, useState } from 'react';
import type { VisitWarning } from '../../../../shared/src/api/types';
import { draftOf, type VisitForm } from '../../../../shared/src/core/visit-form';
import type { PlannerApi } from '../../shell/planner-api';

/** Long enough to type a time, short enough to be there before the next field. */
const AFTER_MS = 250;

/** What the visit as it is filled in would not go together with; asked anew at every change. */
export function useWarnings(
  api: PlannerApi,
  form: VisitForm,
  visitId: string | null,
): readonly VisitWarning[] {
  const [found, setFound] = useState<{ asked: string; items: readonly VisitWarning[] } | null>(
    null,
  );
  const draft = draftOf(form, visitId);
  const asked = draft === null ? null : JSON.stringify(draft);
  useEffect(() => {
    if (draft === null || asked === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      void api.check(draft).then((answer) => {
        // Without an answer nothing is said: the server warns once more in the week itself.
        if (wanted && answer.kind === 'ok') setFound({ asked, items: answer.value.items });
      });
    }, AFTER_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // The draft is made anew each time; its words say whether it is another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, asked]);
  return found !== null && found.asked === asked ? found.items : [];
}
