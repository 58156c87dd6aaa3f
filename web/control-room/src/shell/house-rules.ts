import type { Api } from '../../../shared/src/api/client';
import type { Cards, Lines, Moments, Packing, Told } from '../core/house-rules';
import { HOUSE_RULES_PARTS, type HouseRulesPart } from '../core/route';
import type { DayForm } from '../core/office-hours';
import { companionDoor, guidanceDoor, officeHoursDoor, packingDoor } from './house-rules-api';
import { SheetLine } from './sheet-line';

/**
 * What the organisation settled for its home visits. What somebody changed and has not saved stays
 * here when they go to an alarm, and when their session runs out.
 */
export class HouseRules {
  private readonly listeners = new Set<() => void>();
  private readonly told = (): void => this.listeners.forEach((listener) => listener());
  readonly cards: SheetLine<Cards>;
  readonly atTheDoor: SheetLine<Lines>;
  readonly leaveSentences: SheetLine<Lines>;
  readonly riskyMoments: SheetLine<Moments>;
  readonly packing: SheetLine<Packing>;
  readonly companion: SheetLine<Told>;
  private readonly hours = new Map<string, SheetLine<readonly DayForm[]>>();

  constructor(
    private readonly api: Api,
    readonly personId: string,
  ) {
    this.cards = new SheetLine(guidanceDoor(api, 'cards'), this.told);
    this.atTheDoor = new SheetLine(guidanceDoor(api, 'atTheDoor'), this.told);
    this.leaveSentences = new SheetLine(guidanceDoor(api, 'leaveSentences'), this.told);
    this.riskyMoments = new SheetLine(guidanceDoor(api, 'riskyMoments'), this.told);
    this.packing = new SheetLine(packingDoor(api), this.told);
    this.companion = new SheetLine(companionDoor(api), this.told);
  }

  hoursOf(teamId: string): SheetLine<readonly DayForm[]> {
    const known = this.hours.get(teamId);
    if (known !== undefined) return known;
    const line = new SheetLine(officeHoursDoor(this.api, teamId), this.told);
    this.hours.set(teamId, line);
    return line;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  isUnsavedIn(part: HouseRulesPart): boolean {
    switch (part) {
      case 'cards':
        return this.cards.isUnsaved();
      case 'at-the-door':
        return this.atTheDoor.isUnsaved();
      case 'leave-sentences':
        return this.leaveSentences.isUnsaved();
      case 'risky-moments':
        return this.riskyMoments.isUnsaved();
      case 'packing':
        return this.packing.isUnsaved();
      case 'office-hours':
        return [...this.hours.values()].some((line) => line.isUnsaved());
      case 'companion':
        return this.companion.isUnsaved();
      case 'reachability':
        // Agreed or not: nothing of it waits to be saved.
        return false;
    }
  }

  readonly isUnsaved = (): boolean => HOUSE_RULES_PARTS.some((part) => this.isUnsavedIn(part));
}

let kept: HouseRules | null = null;

/** Those of the person who sits here: somebody else begins anew. */
export function houseRulesOf(api: Api, personId: string): HouseRules {
  if (kept === null || kept.personId !== personId) {
    kept = new HouseRules(api, personId);
  }
  return kept;
}

export function forgetHouseRules(): void {
  kept = null;
}
