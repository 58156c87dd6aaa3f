import { useServerTicking } from './room-context';

interface CountdownProps {
  /** Words for this second; drawn again only when they change. */
  readonly say: (serverNowMs: number) => string;
}

/** Words that count. Not a live region: a screen reader would talk without end. */
export function Countdown({ say }: CountdownProps) {
  return <>{useServerTicking(say)}</>;
}
