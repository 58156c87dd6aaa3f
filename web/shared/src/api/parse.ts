import * as v from 'valibot';
import type {
  Contactable,
  EmergencyNumber,
  Me,
  PageLinks,
  Place,
  PlateWarning,
  Problem,
  Session,
  TeamNumbers,
  Vehicle,
} from './types';

/**
 * The only place where what comes from outside becomes typed. Each schema is declared as the
 * generated type, so that a change of the contract breaks the build and not a phone.
 */
export type Schema<T> = v.GenericSchema<unknown, T>;

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Reads `text` as JSON of this shape; an empty text reads as undefined. */
export function parseAs<T>(schema: Schema<T>, text: string): Parsed<T> {
  let json: unknown;
  try {
    json = text === '' ? undefined : JSON.parse(text);
  } catch {
    return { ok: false };
  }
  const result = v.safeParse(schema, json);
  return result.success ? { ok: true, value: result.output } : { ok: false };
}

/** For answers whose body nobody reads, such as 204. */
export const anything: Schema<unknown> = v.unknown();

export const moment = v.pipe(v.string(), v.isoTimestamp());
export const maybe = <T>(schema: Schema<T>) => v.nullable(schema);

const linkSchema = v.object({ href: v.string() });

/** The ways from a page of a list to the others. */
export const pageLinksSchema: Schema<PageLinks> = v.object({
  self: linkSchema,
  next: v.exactOptional(linkSchema),
  prev: v.exactOptional(linkSchema),
});

export const problemSchema: Schema<Problem> = v.object({
  type: v.fallback(v.string(), 'about:blank'),
  status: v.number(),
  title: v.string(),
  detail: v.fallback(v.string(), ''),
  instance: v.exactOptional(v.string()),
  errors: v.exactOptional(
    v.array(
      v.object({
        in: v.picklist(['body', 'query', 'path', 'header']),
        location: v.string(),
        code: v.string(),
        detail: v.string(),
      }),
    ),
  ),
  callInstead: v.exactOptional(v.nullable(v.string())),
});

export const contactableSchema: Schema<Contactable> = v.object({
  personId: v.string(),
  name: v.string(),
  phone: v.nullable(v.string()),
});

export const placeSchema: Schema<Place> = v.object({
  address: v.string(),
  floor: v.exactOptional(v.nullable(v.string())),
  latitude: v.exactOptional(v.nullable(v.number())),
  longitude: v.exactOptional(v.nullable(v.number())),
});

const emergencyNumberSchema: Schema<EmergencyNumber> = v.object({
  label: v.string(),
  phone: v.string(),
});

export const plateWarningSchema: Schema<PlateWarning> = v.picklist([
  'unknown-pattern',
  'unusual-letter',
  'unused-group',
]);

export const vehicleSchema: Schema<Vehicle> = v.object({
  id: v.string(),
  kind: v.picklist(['car', 'bicycle', 'moped', 'other']),
  plate: v.nullable(v.string()),
  brand: v.exactOptional(v.nullable(v.string())),
  colour: v.exactOptional(v.nullable(v.string())),
  description: v.string(),
  plateWarnings: v.exactOptional(v.array(plateWarningSchema)),
});

export const teamNumbersSchema: Schema<TeamNumbers> = v.object({
  reminderSeconds: v.number(),
  graceSeconds: v.number(),
  highRiskGraceSeconds: v.number(),
  extensionMinutes: v.number(),
  journeyMarginMinutes: v.number(),
  shiftSignEverySeconds: v.number(),
  panicHoldMillis: v.number(),
});

export const meSchema: Schema<Me> = v.object({
  id: v.string(),
  name: v.string(),
  organisationId: v.string(),
  organisationName: v.string(),
  exampleTown: v.boolean(),
  teamId: v.string(),
  teamName: v.string(),
  roles: v.array(
    v.picklist(['worker', 'standby', 'supervisor', 'safety-officer', 'administrator']),
  ),
  language: v.picklist(['nl', 'en']),
  codesSet: v.boolean(),
  standbys: v.array(contactableSchema),
  emergencyNumbers: v.array(emergencyNumberSchema),
  teamNumbers: teamNumbersSchema,
  vehicles: v.array(vehicleSchema),
});

export const sessionSchema: Schema<Session> = v.object({
  person: meSchema,
  csrfToken: v.string(),
  expiresAt: moment,
});
