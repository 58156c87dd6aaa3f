/** What the roles of a person let them do at the desk; the server has the last word. */
export type DeskRole = 'worker' | 'standby' | 'supervisor' | 'safety-officer' | 'administrator';

type Roles = readonly DeskRole[];

const WATCHERS: Roles = ['standby', 'supervisor', 'safety-officer', 'administrator'];
const HANDLERS: Roles = ['standby', 'supervisor'];
const POLICY_MAKERS: Roles = ['safety-officer', 'administrator'];
const CAUTIOUS: Roles = ['supervisor', 'safety-officer'];
const DECIDERS: Roles = ['supervisor'];
const DRILLERS: Roles = ['supervisor', 'safety-officer', 'administrator'];

/** Propose, confirm and end cautions, and read how we know. */
export function mayManageCautions(roles: Roles): boolean {
  return roles.some((role) => CAUTIOUS.includes(role));
}

/** See all that is held about an address, for a resident who asks. */
export function mayMakeFileOfPlace(roles: Roles): boolean {
  return roles.includes('safety-officer');
}

/** Name a hot spot by hand, and end it. */
export function mayManageHotSpots(roles: Roles): boolean {
  return roles.some((role) => CAUTIOUS.includes(role));
}

/** Report incidents and see one's own; an administrator has nothing to do with them. */
export function mayUseIncidents(roles: Roles): boolean {
  return roles.some((role) => role !== 'administrator');
}

/** See the incidents of the own team, and see to them. */
export function maySeeTeamIncidents(roles: Roles): boolean {
  return roles.some((role) => CAUTIOUS.includes(role));
}

export function maySeeAllIncidents(roles: Roles): boolean {
  return roles.includes('safety-officer');
}

/** Change what the organisation's letters say. */
export function maySetLetterTemplates(roles: Roles): boolean {
  return roles.some((role) => POLICY_MAKERS.includes(role));
}

/** Load the boundaries of neighbourhoods. */
export function mayLoadBoundaries(roles: Roles): boolean {
  return roles.includes('administrator');
}

/** See lone workplaces: a supervisor those of the own team. */
export function maySeeWorkplaces(roles: Roles): boolean {
  return roles.some((role) => DRILLERS.includes(role));
}

/** Add, change, score and decide about them. */
export function mayKeepWorkplaces(roles: Roles): boolean {
  return roles.some((role) => CAUTIOUS.includes(role));
}

/** The same for those of every team. */
export function mayKeepAllWorkplaces(roles: Roles): boolean {
  return roles.includes('safety-officer');
}

/** Write working agreements and minutes; a supervisor for the own team only. */
export function mayKeepTeamRecords(roles: Roles): boolean {
  return roles.some((role) => CAUTIOUS.includes(role));
}

/** The same for every team. */
export function mayKeepRecordsOfAllTeams(roles: Roles): boolean {
  return roles.includes('safety-officer');
}

/** See the tasks of others, give somebody a task, and drop one. */
export function mayAnswerForOthers(roles: Roles): boolean {
  return roles.some((role) => DRILLERS.includes(role));
}

/** Begin the day with what waits: a supervisor who is not on standby, as then the board is first. */
export function beginsWithToday(roles: Roles): boolean {
  return roles.includes('supervisor') && !roles.includes('standby');
}

export function mayLook(roles: Roles): boolean {
  return roles.some((role) => WATCHERS.includes(role));
}

/** Take, tick, hand over, escalate and close an alarm. */
export function mayHandle(roles: Roles): boolean {
  return roles.some((role) => HANDLERS.includes(role));
}

export function mayDrill(roles: Roles): boolean {
  return roles.some((role) => DRILLERS.includes(role));
}

/** Change the policy, try it out, and put it into force. */
export function mayMakePolicy(roles: Roles): boolean {
  return roles.some((role) => POLICY_MAKERS.includes(role));
}

/** Go without a measure, or approve a visit; never at a visit of one's own. */
export function mayDecideOnMeasures(roles: Roles, isOwnVisit: boolean): boolean {
  return !isOwnVisit && roles.some((role) => DECIDERS.includes(role));
}

/** Change what the organisation settled for its home visits: cards, lists, office hours. */
export function maySetHouseRules(roles: Roles): boolean {
  return roles.some((role) => POLICY_MAKERS.includes(role));
}
