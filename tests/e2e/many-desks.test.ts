/** Two real applications over a real PostgreSQL: one begins an estate of several desks, the other joins it; Chinese at one, English at the other. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE, NO_POSTGRES } from '../support/postgres.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { launchProfile } from '../support/test-desk.ts';
import { type World, startWorld } from '../desks/server-world.ts';
import { cutOff, outOfReach, runInto, zoomed } from '../screens/fits.ts';
import { inTheDark } from '../screens/in-the-dark.ts';
import { violationsOf } from '../screens/lookers/accessibility.ts';

const { asked } = RESIDENTS;
const { admin, supervisor, receptionist } = DESK_STAFF;
const CHOSEN_PIN = '391746';
const PICTURES = process.env['PICTURES'];
let world: World;
let old: DeskDriver;
let fresh: DeskDriver;
let elsewhere: RunningApp;
let keeper: string;

const get = (desk: DeskDriver, id: string) => desk.page.getByTestId(id);
/** A screen in the light, in the dark and at 200 %. */
async function look({ app, page }: DeskDriver, name: string): Promise<void> {
  const seen = async (how: string): Promise<readonly string[]> => {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}-${how}.png`) });
    return violationsOf(page);
  };
  const faults = [
    ...(await seen('light')),
    ...(await inTheDark(page, () => seen('dark'))),
    ...(await zoomed(app, 2, async (tab) => [
      ...(await seen('large')),
      ...(await outOfReach(tab)),
      ...(await runInto(tab)),
      ...(await cutOff(tab)),
    ])),
  ];
  expect([name, faults]).toEqual([name, []]);
}
/** Both PINs of a form, of an admin who is signed in. */
async function prove(form: string): Promise<void> {
  await get(old, 'pin-input').fill(admin.pin);
  await get(old, `${form}-other-pin-input`).fill(supervisor.pin);
}

/** What is shown once a form was sent. Errors: what the form says instead. */
async function sent(desk: DeskDriver, form: string, shows: string): Promise<void> {
  await get(desk, `${form}-submit`).click();
  await get(desk, shows).or(get(desk, 'failure')).first().waitFor({ timeout: 60_000 });
  if ((await get(desk, 'failure').count()) > 0)
    throw new Error(`${form}: ${await get(desk, 'failure').innerText()}`);
}

describe.skipIf(NO_POSTGRES !== null)('an estate of two desks', () => {
  beforeAll(async () => {
    world = await startWorld();
    old = (await launchProfile('residents', { idleSeconds: 600 })).desk;
    elsewhere = await launchApp({ idleSeconds: 600, language: 'en' });
    fresh = new DeskDriver(elsewhere);
  });
  afterAll(async () => {
    await old?.app.dispose();
    await elsewhere?.dispose();
    await world?.stop();
  });

  it('begins by a line that whoever runs the server runs, and two PINs', async () => {
    await old.enter('admin');
    await old.open('desks');
    await get(old, 'desks-begin').click();
    await expect.poll(() => get(old, 'desk-drawn').inputValue()).not.toBe('');
    keeper = await get(old, 'desk-drawn').inputValue();
    await look(old, 'begin');
    const installer = await world.postgres.as('installer');
    await installer.query(await get(old, 'desk-sql').inputValue());
    await installer.end();
    await get(old, 'desks-draw-submit').click();
    await get(old, 'desk-keeper').fill(keeper.toLowerCase().replaceAll('-', ' '));
    await get(old, 'desks-begin-address').fill(`127.0.0.1:${world.postgres.port}/${DATABASE}`);
    await get(old, 'desks-begin-name').fill('前台');
    await prove('desks-begin');
    await sent(old, 'desks-begin', 'desk-0');
    await get(old, 'desks-state').waitFor();
  });

  it('has another join by its slip, twelve characters that both PINs go with, and an admin’s PIN there', async () => {
    await get(old, 'desk-add').click();
    await get(old, 'desk-add-name').fill('东门岗');
    await get(old, 'desk-keeper').fill(keeper);
    await get(old, 'pin-input').fill(admin.pin);
    await sent(old, 'desk-add', 'slip-secret');
    await look(old, 'slip');
    const [address, secret] = [
      await get(old, 'slip-address').inputValue(),
      await get(old, 'slip-secret').inputValue(),
    ];
    await get(old, 'desk-slip-submit').click();
    await get(fresh, 'setup-join').click();
    await get(fresh, 'join-address').fill(address);
    await get(fresh, 'join-secret').fill(secret.toLowerCase());
    await look(fresh, 'join-slip');
    await sent(fresh, 'join', 'join-waiting');
    const code = await get(fresh, 'join-code').innerText({ timeout: 40_000 });
    await look(fresh, 'join-code');
    await get(old, 'desk-let-in').click();
    await get(old, 'desk-let-in-code').fill(code.toLowerCase());
    await look(old, 'let-in');
    for (let tried = 0; (await get(old, 'desk-let-in-form').count()) > 0; tried += 1) {
      if (tried > 5) throw new Error(`not let in: ${(await old.failure()).code}`);
      await get(old, 'desk-keeper').fill(keeper);
      await prove('desk-let-in');
      await get(old, 'desk-let-in-submit').click();
      await get(old, 'desk-1').or(get(old, 'failure')).first().waitFor({ timeout: 40_000 });
    }
    await get(fresh, 'join-admin-pin-input').waitFor({ timeout: 60_000 });
    await look(fresh, 'join-pin');
    await get(fresh, 'join-admin-pin-input').fill(admin.pin);
    await fresh.toFreshLock(() => get(fresh, 'join-finish-submit').click());
    await fresh.enter('admin');
    await expect.poll(() => get(fresh, 'desks-state').innerText(), { timeout: 60_000 }).toBe('Synced');
  });

  it('has what all wait for done at the new desk and known at the old one', async () => {
    const { value } = await fresh.request('company.read', {});
    const facts = { ...(value as { facts: object }).facts, company: '两台电脑物业' };
    const changed = await fresh.request('company.change', { facts, pin: admin.pin });
    expect(changed.error?.code ?? 'done').toBe('done');
    await expect
      .poll(async () => (await old.request('company.read', {})).value, { timeout: 60_000 })
      .toMatchObject({ facts });
  });

  it('looks up and reveals at the new desk, and what is noted there is read at the old one', async () => {
    await fresh.switchTo('receptionist');
    await fresh.search(`${asked.building}-${asked.unit}-${asked.room}`);
    await fresh.openFirst();
    const personId = Number(await get(fresh, 'person-panel').getAttribute('data-person'));
    expect(
      await fresh.request('people.reveal', {
        personId,
        field: 'phone',
        ordinal: 0,
        why: { reason: 'repair' },
        pin: receptionist.pin,
      }),
    ).toMatchObject({ ok: true, value: { value: asked.phone } });
    // Before the note, behind which it is known at the old one.
    const chosen = await fresh.request('staff.changePin', { pin: receptionist.pin, newPin: CHOSEN_PIN });
    expect(chosen).toMatchObject({ ok: true });
    const note = {
      personId,
      roomId: null,
      task: 'door-card',
      outcome: 'not-verified',
      words: '',
    };
    const added = await fresh.request('notes.add', note);
    expect(added).toMatchObject({ ok: true });
    const { noteId } = added.value as { noteId: number };
    await expect
      .poll(async () => (await old.request('notes.list', { personId, before: null })).value, {
        timeout: 60_000,
      })
      .toMatchObject({ notes: [{ noteId }] });
  });

  it('signs in at the old desk with the PIN that was chosen at the new one', async () => {
    await old.lock();
    await old.signIn('receptionist');
    expect((await old.failure()).code).toBe('pin-changed-elsewhere');
    await look(old, 'pin-elsewhere');
    await old.enter('receptionist', CHOSEN_PIN);
    await old.switchTo('admin');
    await old.open('desks');
  });

  it('ends a desk, from which nothing comes any more', async () => {
    await get(old, 'desk-end-1').click();
    await get(old, 'desk-keeper').fill(keeper);
    await look(old, 'end');
    await prove('desk-end');
    await get(old, 'desk-end-submit').click();
    await expect.poll(() => get(old, 'desk-1').innerText(), { timeout: 60_000 }).toContain('已停用');
    await look(old, 'ended');
  });
});
