import type { Caution } from '../../../../shared/src/api/types';
import type { CautionAct } from '../../shell/place-api';

export type ActKind = CautionAct['kind'];

/** What can be done to a caution as it stands; the server has the last word. */
export function actsOn(caution: Caution, isOwn: boolean): readonly ActKind[] {
  switch (caution.state) {
    case 'proposed': {
      const isTold = caution.letterSentOn !== null || caution.noLetterReason !== null;
      return [
        ...(isOwn || !isTold ? [] : (['confirmations'] as const)),
        'letters',
        'replies',
        'endings',
      ];
    }
    case 'in-force':
      return ['replies', 'reviews', 'renewals', 'endings'];
    case 'ended':
      return [];
  }
}

/** What is typed in the dialog of an act. */
export interface ActFields {
  readonly day: string;
  readonly words: string;
}

/** The act, or null while something is missing. */
export function actOf(kind: ActKind, { day, words }: ActFields): CautionAct | null {
  const text = words.trim();
  switch (kind) {
    case 'confirmations':
    case 'reviews':
      return { kind };
    case 'letters':
      if (day !== '' && text === '') return { kind, sentOn: day };
      return day === '' && text !== '' ? { kind, notSentBecause: text } : null;
    case 'replies':
      return day === '' || text === '' ? null : { kind, text, receivedOn: day };
    case 'renewals':
      return day === '' || text === '' ? null : { kind, endsOn: day, reason: text };
    case 'endings':
      return text === '' ? null : { kind, reason: text };
  }
}
