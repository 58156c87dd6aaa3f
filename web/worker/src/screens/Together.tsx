import type { WorkerWatch } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { useText } from './app-context';
import { usePartner } from './use-partner';
import './together.css';

/**
 * Who is on this visit too, and how far they are. Read when looked at and never announced, also not
 * an alarm: a phone that speaks beside a colleague in need would give them away.
 */
export function Together({ watch }: { readonly watch: WorkerWatch }) {
  const { partner: text } = useText();
  const partner = usePartner(watch);
  if (partner === null) return null;
  const { name, stage, arrivedAt } = partner;
  return (
    <p className={`utrecht-paragraph aw-together aw-together--${stage}`}>
      {text[stage](name, arrivedAt === null ? '' : clockTime(Date.parse(arrivedAt)))}
      {stage === 'alarm' ? ` ${text.staySafe}` : ''}
    </p>
  );
}
