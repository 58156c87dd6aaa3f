const DAY_AND_TIME = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

/** "26 nov 2026, 14:03", in Dutch time. */
export function dayAndTime(moment: string): string {
  return DAY_AND_TIME.format(Date.parse(moment));
}
