import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { field, list, signInTo } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown, toPage } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import { until, type RunningServer } from '../kit/server';

// The editor's own mark brings two styles; our style sheet places it.
const STYLES_OF_THE_MARK = [
  'sha256-r3vOsuepBDg6tz/cOusiNJ9Y4Lp9hGQTT7pzDks1Xxc=',
  'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4=',
];

let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let desk: Page;
let refused: string[];

/** The safety officer changes the policy in a real browser. */
export function policy(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
  }, 300_000);

  beforeEach(async () => {
    context = await openDesk(browser);
    desk = await context.newPage();
    refused = [];
    desk.on('console', (message) => {
      const said = message.text();
      if (
        said.includes('Content Security Policy') &&
        !STYLES_OF_THE_MARK.some((one) => said.includes(one))
      )
        refused.push(said);
    });
    await sitDown(desk, server.url, 'ineke');
    await toPage(desk, 'Beleid');
    await desk.getByRole('button', { name: 'Gewicht per factor' }).click();
    await cell('weights-10-o1').waitFor();
  });

  afterEach(async () => {
    await context.close();
  });

  // Others judge by what comes with the program.
  afterAll(async () => {
    const ineke = await signInTo(server.url, 'ineke');
    const dmn = field(await ineke.get('/policy/versions/1'), 'dmn');
    const revision = field(await ineke.get('/policy/draft'), 'revision');
    const draft = await ineke.send('PUT', '/policy/draft', { dmn, revision });
    const note = 'Terug naar wat erbij kwam.';
    await ineke.send('POST', '/policy/versions', { note, draftRevision: field(draft, 'revision') });
  });

  test('H14 one changed cell shows in the try-out what would change, and then holds', async () => {
    await write('weights-10-o1', '4');
    // A busy machine may answer that it cannot now: then it is pressed again.
    await until(
      'the try-out',
      async () => {
        await desk.getByRole('button', { name: 'Uitproberen' }).click();
        const result = desk.getByText('dit zijn de voorbeeldbezoeken');
        return result.waitFor({ timeout: 10_000 }).then(
          () => true,
          () => false,
        );
      },
      120,
    );
    const row = desk.getByRole('row', { name: /Bewoner drinkt soms/ }).first();
    await row.getByText('Risico: normaal (2 punten).').waitFor();
    await row.getByText('Risico: verhoogd (4 punten).').waitFor();
    expect(await faultsOfAxe(desk)).toEqual([]);
    expect(refused).toEqual([]);

    await desk.getByRole('button', { name: 'In werking stellen…' }).click();
    await desk.getByLabel('Wat is er veranderd, en waarom?').fill('Drank weegt zwaarder.');
    await desk.getByRole('button', { name: 'In werking stellen', exact: true }).click();
    await desk.getByText('Versie 2 geldt nu.').waitFor();
    const versions = await (await signInTo(server.url, 'ineke')).get('/policy/versions');
    expect(list(versions, 'items').map((version) => field(version, 'note'))).toEqual([
      'Drank weegt zwaarder.',
      null,
    ]);
  });

  test('a cell that cannot be is told with table, rule and column', async () => {
    await write('weights-10-o1', 'veel');
    await desk.getByRole('button', { name: 'Concept bewaren' }).click();
    await desk
      .getByText(
        'Tabel Gewicht per risicofactor, regel 10, kolom punten: Dit is niet te begrijpen: veel',
      )
      .waitFor();
  });
}

/** A cell of the table in sight. */
function cell(id: string) {
  return desk.locator(`[data-element-id="${id}"]`);
}

async function write(id: string, text: string): Promise<void> {
  await cell(id).click();
  await desk.keyboard.press('ControlOrMeta+a');
  await desk.keyboard.type(text);
}
