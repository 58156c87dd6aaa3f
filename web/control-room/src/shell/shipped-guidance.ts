import shipped from '../../../../server/src/main/resources/guidance/default.json?raw';
import { parseAs } from '../../../shared/src/api/parse';
import { guidanceTextsSchema } from '../../../shared/src/api/parse-preparation';
import type { Guidance } from '../../../shared/src/api/types';

/** The guidance as the server has it until an organisation changes it: one file for both. */
export const SHIPPED: Guidance = read();

function read(): Guidance {
  const parsed = parseAs(guidanceTextsSchema, shipped);
  if (!parsed.ok) throw new Error('The guidance that comes with the program cannot be read.');
  return parsed.value;
}
