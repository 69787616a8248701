import assert from 'node:assert/strict';

import type { CDPSession, KeyInput, Page, Protocol } from 'puppeteer-core';

import type { Stage, Visit } from './harness.js';
import { witness, type Witness } from './pages/witness.js';

const patience = 5000;

/** A user with a keyboard and a screen reader. */
export class Keyboard {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async at(page: Page): Promise<Keyboard> {
    await page.evaluateOnNewDocument(witness);
    return new Keyboard(page, await page.createCDPSession());
  }

  /** The focused element in the accessibility tree, such as `button “Change Name”`, or `nothing`. */
  async focus(): Promise<string> {
    const { result } = await this.session.send('Runtime.evaluate', { expression: deepest });
    if (!result.objectId) return 'nothing';
    const { nodes } = await this.session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    return described(nodes[0]);
  }

  /** Waits until this has the focus: `button “Change Name”`. */
  async on(wanted: string): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      const found = await this.focus().catch(String);
      if (found === wanted) return;
      if (Date.now() > end) assert.equal(found, wanted, 'The focus is elsewhere');
      await pause();
    }
  }

  async press(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses Tab, and expects these elements in turn. */
  async tab(...wanted: string[]): Promise<void> {
    for (const each of wanted) {
      await this.press('Tab');
      await this.on(each);
    }
  }

  /** Presses Shift+Tab, and expects these elements in turn. */
  async back(...wanted: string[]): Promise<void> {
    for (const each of wanted) {
      await this.page.keyboard.down('Shift');
      await this.press('Tab');
      await this.page.keyboard.up('Shift');
      await this.on(each);
    }
  }

  /** Presses Tab until this has the focus. */
  async tabTo(wanted: string): Promise<void> {
    const passed: string[] = [];
    while (passed.at(-1) !== wanted) {
      assert.ok(passed.length < 100, `Tab never comes to ${wanted}, but to ${passed.slice(0, 60).join(', ')}`);
      await this.press('Tab');
      passed.push(await this.focus());
    }
  }

  /** Goes to a button or link with Tab, and presses it. */
  async choose(wanted: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(wanted);
    await this.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Replaces the text of the focused field. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.press('KeyA');
    await this.page.keyboard.up('Control');
    if (text === '') return this.press('Delete');
    return this.type(text);
  }

  /** Presses Tab until it leads out of the page again, and gives where it came by. */
  async walk(key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
    const stops: Stop[] = [];
    while (stops.length < 100) {
      if (key === 'Tab') await this.press('Tab');
      else {
        await this.page.keyboard.down('Shift');
        await this.press('Tab');
        await this.page.keyboard.up('Shift');
      }
      const what = await this.focus();
      // After the last one, the focus leaves for the browser's own controls, which a headless browser does not have.
      if (what === 'nothing' || what === stops[0]?.what) {
        await this.forgetLosses();
        return stops;
      }
      const { result } = await this.session.send('Runtime.evaluate', { expression: placeOfFocus, returnByValue: true });
      stops.push({ what, ...(result.value as Omit<Stop, 'what'>) });
    }
    throw new Error(`${key} never leads out: ${stops.map(({ what }) => what).join(', ')}`);
  }

  /** Where the order of the walk is not that of reading: back up, or back in the line. */
  jumps(stops: readonly Stop[]): string[] {
    return stops.slice(1).flatMap((stop, index) => {
      const before = stops[index]!;
      const isBelow = stop.top >= before.bottom - 1;
      const isBeside = stop.top < before.bottom && stop.bottom > before.top && stop.left >= before.right - 1;
      return isBelow || isBeside ? [] : [`${before.what} → ${stop.what}`];
    });
  }

  /** Signs in as the demo user, at the page that is open and at the tenant. */
  async signIn(): Promise<void> {
    await this.page.waitForSelector('logto-sign-in >>> [part~="sign-in"]', { visible: true });
    await this.choose('button “Sign in”');
    await this.on('textbox “Username or email”');
    await this.type('ada');
    await this.tab('textbox “Password”');
    await this.type('Walnut-Lamp!73');
    await this.press('Enter');
  }

  /** Proves in the dialog who they are, by the password. */
  async confirm(): Promise<void> {
    await this.on('textbox “Password”');
    await this.type('Walnut-Lamp!73');
    await this.press('Enter');
  }

  /** The announcements since the last call. */
  async heard(): Promise<string[]> {
    return this.page.evaluate(() => (globalThis as never as { witness: Witness }).witness.announced.splice(0));
  }

  /** Waits until this has been announced; gives all that was since it was asked last. */
  async hear(last: string): Promise<string[]> {
    const all: string[] = [];
    for (const end = Date.now() + patience; !all.includes(last);) {
      all.push(...(await this.heard()));
      assert.ok(Date.now() < end, `Nobody hears “${last}”, but ${all.join(' | ') || 'nothing'}`);
      await pause();
    }
    return all;
  }

  /** Where the focus was lost. */
  async losses(): Promise<string[]> {
    return this.page.evaluate(() => (globalThis as never as { witness: Witness }).witness.lost);
  }

  /** For when the user themselves has left the page. */
  async forgetLosses(): Promise<void> {
    await this.page.evaluate(() => ((globalThis as never as { witness: Witness }).witness.lost = []));
  }
}

/** A visit without a mouse: signed in, at a page, the demo unless you say otherwise. The focus must not get lost. */
export const byKeyboard = (
  stage: Stage,
  run: (keys: Keyboard, visit: Visit) => Promise<void>,
  { path = 'stories/demo/index.html', isSignedIn = true, hasSettings = false, ...tenant }: KeyboardOptions = {},
): Promise<void> =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//, /status of 4\d\d/);
    const keys = await Keyboard.at(visit.page);
    await visit.open(path);
    if (isSignedIn) {
      await keys.signIn();
      await visit.screen.see('Signed in as Ada Lovelace');
    }
    if (hasSettings) await giveSettings(visit);
    await run(keys, visit);
    assert.deepEqual(await keys.losses(), [], 'The focus was lost');
  }, tenant);

/** Gives the page the settings that it cannot read from another origin, so that every element is there. */
export async function giveSettings({ page, logto, screen }: Visit): Promise<void> {
  const { accountCenter, signInExperience } = logto.tenant;
  await page.evaluate(
    (settings) => {
      const provider = document.querySelector('logto-account-provider') as unknown as { settings: unknown };
      provider.settings = settings;
    },
    { accountCenter, signInExperience },
  );
  await screen.find('button', 'Delete account');
}

export type KeyboardOptions = Parameters<Stage['visit']>[1] & {
  path?: string;
  isSignedIn?: boolean;
  /** Whether the page knows the tenant's settings. */
  hasSettings?: boolean;
};

const deepest = `(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body ? null : active;
})()`;

/** The elements that Tab reaches, and their positions. */
export interface Stop {
  what: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const placeOfFocus = `(() => {
  const { top, bottom, left, right } = ${deepest}.getBoundingClientRect();
  return { top: top + scrollY, bottom: bottom + scrollY, left, right };
})()`;

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

function described(node: Protocol.Accessibility.AXNode | undefined): string {
  const text = (value: Protocol.Accessibility.AXValue | undefined) => String(value?.value ?? '');
  if (!node) return 'nothing';
  const role = text(node.role);
  // A list without a name is called like all that is in it, when it has the focus.
  return role === 'list' ? role : `${roleNames[role] ?? role} “${text(node.name).trim()}”`;
}

/** What Chromium calls otherwise than ARIA does. */
const roleNames: Record<string, string> = { Date: 'date' };
