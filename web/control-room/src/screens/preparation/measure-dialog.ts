import { useState } from 'react';
import type { Preparation, VisitMeasure } from '../../../../shared/src/api/types';
import type { MeasureAct } from '../../core/preparation';
import type { MeasureOrder } from '../../shell/preparation-api';
import type { ActFault, PreparationDesk } from './use-preparation';

/** What each dialog about a measure works with. */
export interface MeasureDialogProps {
  readonly one: VisitMeasure;
  readonly preparation: Preparation;
  readonly act: PreparationDesk['act'];
  readonly onDone: (done: MeasureAct) => void;
  readonly onClose: () => void;
}

export interface Sending {
  readonly busy: boolean;
  readonly fault: ActFault | null;
  readonly send: (order: MeasureOrder, done: MeasureAct) => Promise<void>;
}

/** One act under way, and why it was refused. */
export function useSending({ one, act, onDone }: MeasureDialogProps): Sending {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ActFault | null>(null);
  return {
    busy,
    fault,
    send: async (order, done) => {
      setBusy(true);
      const refused = await act(one.measure, order);
      setBusy(false);
      setFault(refused);
      if (refused === null) onDone(done);
    },
  };
}
