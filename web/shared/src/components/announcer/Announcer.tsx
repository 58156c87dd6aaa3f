import { useCallback, useState, type ReactNode } from 'react';
import { AnnouncerContext, type Announce } from './announcer-context';

interface Said {
  readonly message: string;
  /** Makes the same words count as new, so that they are read out again. */
  readonly turn: number;
}

const NOTHING: Said = { message: '', turn: 0 };

/**
 * The two live regions of an app: one that waits its turn, one that interrupts. They are on the page
 * from the start, since a region that appears together with its text is often not read out.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [polite, sayPolitely] = useState(NOTHING);
  const [assertive, sayAtOnce] = useState(NOTHING);
  const announce = useCallback<Announce>((message, urgency = 'polite') => {
    const [say, hush] = urgency === 'polite' ? [sayPolitely, sayAtOnce] : [sayAtOnce, sayPolitely];
    say((before) => ({ message, turn: before.turn + 1 }));
    // What was said before may be no longer true, and would still be found by reading on.
    hush((before) => ({ message: '', turn: before.turn + 1 }));
  }, []);
  return (
    <AnnouncerContext.Provider value={announce}>
      {children}
      <div className="aw-visually-hidden" role="status" aria-live="polite">
        <span key={polite.turn}>{polite.message}</span>
      </div>
      <div className="aw-visually-hidden" role="alert" aria-live="assertive">
        <span key={assertive.turn}>{assertive.message}</span>
      </div>
    </AnnouncerContext.Provider>
  );
}
