import type { CompanionSetting, Preparation } from '../../../shared/src/api/types';

export type Goer = Preparation['worker'];

/** How far the other of two on one visit is, as this phone may show it. */
export type Stage = 'not-begun' | 'under-way' | 'arrived' | 'going-home' | 'ended' | 'alarm';

/** The other of the two, for who goes under `watchId`; null for whoever goes alone. */
export function partnerOf(preparation: Preparation, watchId: string): Goer | null {
  const { worker, companion } = preparation;
  if (companion === null) return null;
  if (companion.watchId === watchId) return worker;
  return worker.watchId === watchId ? companion : null;
}

/** An alarm shows only where the organisation wants companions to be told. */
export function stageOf(goer: Goer, told: CompanionSetting['companionTold']): Stage {
  switch (goer.watchState) {
    case 'planned':
      return 'not-begun';
    case 'closed':
      return 'ended';
    case 'alarmed':
      return told === 'silently' ? 'alarm' : stageOnLeg(goer);
    case 'running':
    case 'overdue':
      return stageOnLeg(goer);
  }
}

const ON_LEG = { out: 'under-way', 'on-site': 'arrived', home: 'going-home' } as const;

function stageOnLeg({ leg }: Goer): Stage {
  return ON_LEG[leg];
}
