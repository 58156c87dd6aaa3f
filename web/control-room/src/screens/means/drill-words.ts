import type { Drill } from '../../../../shared/src/api/types';
import type { MeansTexts } from '../../text/means';

/** "45 sec", "6 min 30 sec". */
export function tookText(seconds: number, { drill: t }: MeansTexts): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? t.seconds(seconds) : t.minSec(minutes, seconds % 60);
}

/** Where it is or was held. */
export function nameOfDrill({ workplaceName, teamName }: Drill, { drill: t }: MeansTexts): string {
  return workplaceName ?? t.ofTeam(teamName);
}

/** How the means of alarm were found to be; null while nobody said so. */
export function resultText({ alarmResult }: Drill, { drill: t }: MeansTexts): string | null {
  switch (alarmResult) {
    case 'works':
    case 'unreliable':
    case 'fails':
      return t.results[alarmResult];
    default:
      return null;
  }
}
