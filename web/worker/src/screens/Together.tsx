import type { Loaded } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { useText } from './app-context';
import { LoadFault } from './LoadFault';
import type { Company } from './use-partner';
import './together.css';

interface TogetherProps {
  readonly company: Loaded<Company>;
}

/**
 * Who is on this visit too, and how far they are. Read when looked at and never announced, also not
 * an alarm: a phone that speaks beside a colleague in need would give them away.
 */
export function Together({ company }: TogetherProps) {
  const { partner: text } = useText();
  const partner = company.value?.partner ?? null;
  if (partner === null) return null;
  const { name, stage, arrivedAt } = partner;
  return (
    <p className={`utrecht-paragraph aw-together aw-together--${stage}`}>
      {text[stage](name, arrivedAt === null ? '' : clockTime(Date.parse(arrivedAt)))}
      {stage === 'alarm' ? ` ${text.staySafe}` : ''}
    </p>
  );
}

/** When that is not known. It stands below the acts of the watch, which it may not move away. */
export function TogetherUnknown({ company }: TogetherProps) {
  const { partner: text } = useText();
  const isAlone = company.value?.partner === null;
  return isAlone ? null : (
    <LoadFault of={company} missing={text.missing} stale={text.stale} quiet />
  );
}
