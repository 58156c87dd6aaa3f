import type { ScriptStep } from './model';

/** How far the handler is with the call script. */
export interface ScriptProgress {
  readonly done: number;
  readonly total: number;
  /** The first step that is not ticked, or null when all are. */
  readonly nextNumber: number | null;
}

export function scriptProgress(steps: readonly ScriptStep[]): ScriptProgress {
  const open = steps.filter((step) => step.tickedAt === null);
  return {
    done: steps.length - open.length,
    total: steps.length,
    nextNumber: open[0]?.number ?? null,
  };
}

/** Seconds from opening the alarm to the tick: shown beside the step, and the measure of a drill. */
export function secondsToTick(step: ScriptStep, openedAt: string): number | null {
  if (step.tickedAt === null) {
    return null;
  }
  return Math.max(0, Math.round((Date.parse(step.tickedAt) - Date.parse(openedAt)) / 1000));
}
