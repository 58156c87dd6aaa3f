import type { LoneWorkplace } from '../../../shared/src/api/parse-workplaces';

/** What a list needs to know of a workplace. */
export type Listed = Pick<
  LoneWorkplace,
  | 'name'
  | 'kind'
  | 'teamId'
  | 'address'
  | 'spot'
  | 'who'
  | 'ownerName'
  | 'responseMinutes'
  | 'normMinutes'
  | 'measured'
  | 'summary'
> & { readonly review: { readonly dueAt: string | null } | null };

export interface WorkplaceFilter {
  readonly text: string;
  readonly team: string;
  readonly kind: LoneWorkplace['kind'] | 'all';
  readonly decision: 'all' | 'none' | 'allowed' | 'with-measures' | 'never';
  readonly only: 'all' | 'overdue' | 'gap';
}

export const ALL_WORKPLACES: WorkplaceFilter = {
  text: '',
  team: 'all',
  kind: 'all',
  decision: 'all',
  only: 'all',
};

/** In minutes as people say them: part of one counts as a whole one. */
export function wholeMinutes(seconds: number): number {
  return Math.ceil(seconds / 60);
}

export type Gap = 'slower' | 'sometimes' | 'aboveNorm';

/** What is wrong with how soon somebody is there; empty when nothing is. */
export function gapsOf(one: Listed): readonly Gap[] {
  const { responseMinutes: stated, normMinutes: norm, measured } = one;
  const usual = wholeMinutes(measured?.medianSeconds ?? 0);
  const worst = wholeMinutes(measured?.worstSeconds ?? 0);
  const gaps: Gap[] = [];
  if (stated !== null && worst > stated) gaps.push(usual > stated ? 'slower' : 'sometimes');
  if (norm !== null && Math.max(worst, stated ?? 0) > norm) gaps.push('aboveNorm');
  return gaps;
}

/** Whether something about it should have been done by now. */
export function isOverdue(one: Listed, nowMs: number): boolean {
  const due = one.review?.dueAt ?? null;
  return one.summary.overdueMeasures > 0 || (due !== null && Date.parse(due) <= nowMs);
}

export function shownWorkplaces<T extends Listed>(
  all: readonly T[],
  filter: WorkplaceFilter,
  nowMs: number,
): readonly T[] {
  const words = filter.text.trim().toLowerCase();
  return all.filter((one) => {
    const decision = one.summary.decision?.outcome ?? 'none';
    return (
      (words === '' || textOf(one).includes(words)) &&
      (filter.team === 'all' || one.teamId === filter.team) &&
      (filter.kind === 'all' || one.kind === filter.kind) &&
      (filter.decision === 'all' || decision === filter.decision) &&
      (filter.only !== 'overdue' || isOverdue(one, nowMs)) &&
      (filter.only !== 'gap' || gapsOf(one).length > 0)
    );
  });
}

function textOf(one: Listed): string {
  return [one.name, one.address, one.spot, one.who, one.ownerName].join(' ').toLowerCase();
}
