/** Why something did not come or was not taken, before what that means where it is said. */
export const faults = {
  why: {
    unreachable: 'Geen verbinding.',
    busy: 'De server heeft het nu te druk.',
    signedOut: 'U bent uitgelogd.',
    notAllowed: 'U mag dit niet.',
    other: 'Er ging iets mis.',
  },
  notDone: 'Dit lukte niet. Probeer het opnieuw.',
};

export const load = {
  loading: 'Even laden …',
  /** What was heard before is still on the screen. */
  stale: 'Wat hier staat, kan intussen veranderd zijn.',
  kept: 'Dit is wat uw telefoon bewaarde.',
  keptAt: (day: string, time: string) => `Zo was het op ${day} om ${time}.`,
};
