import type { TodayTexts } from './nl';

/** What the page of today says in English. */
export const en: TodayTexts = {
  title: 'Today',
  intro: 'Everything that waits, with who does it and until when.',
  scope: 'Whose?',
  scopes: { mine: 'Mine', team: 'My team', all: 'All teams' },
  refresh: 'Refresh',
  failed: 'Not everything can be loaded. What stands here may be old.',
  cautionsFailed: 'The cautions that ask for a decision cannot be loaded. They are missing here.',
  nothingTitle: 'Nothing to do',
  nothingText: 'Nothing waits for an answer or a decision now.',
  late: 'Late',
  today: 'Still today',
  later: 'Later',
  inAll: 'What waits, by kind',
  due: 'Due',
  starts: 'Begins',
  who: 'Who',
  youOrAnother: 'you, or another supervisor or safety officer',
  climbed: (times: number) => `climbed ${String(times)} times`,
  open: 'Open',
  openThis: (what: string, owner: string) => `Open: ${what}, ${owner}`,
  kinds: {
    unready: 'Risk visit is not ready yet',
    proposal: 'Proposal for a caution',
    'caution-review': 'Look at a caution again',
  },
};
