import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { createApi, type RunningApi } from '../../apps/api/create-api';
import {
  administratorPassword,
  demonstrationPassword,
  personas,
  workerPersona,
} from '../../apps/standalone/demonstration/accounts';
import { foundDistrict } from '../../apps/standalone/demonstration/district';
import { checkoutRoot } from '../../libs/platform/checkout';
import { applicationUrlOf } from '../support/database';
import { testSystem, type TestSystem } from '../support/system';
import { Stories } from './stories';

export const desk = { width: 1366, height: 900 };
export const phone = { width: 375, height: 740 };

/** The whole system before a founded district, and people at their browsers. */
export interface Journeys {
  system: TestSystem;
  address: string;
  stories: Stories;
  /** a new browser with nothing in it */
  visit(size?: { width: number; height: number }): Promise<Page>;
  /** somebody before the first page after logging in */
  logIn(login: string, size?: { width: number; height: number }): Promise<Page>;
  /** while nothing works in the background: what is sent is stored, and decided afterwards */
  withoutWorker(meanwhile: () => Promise<void>): Promise<void>;
  /** moves the API's clock; sessions end meanwhile */
  pass(days: number): void;
  stop(): Promise<void>;
}

const patienceMs = 20_000;

export async function startJourneys(): Promise<Journeys> {
  const system = await testSystem();
  let passed = 0;
  const api = await apiOf(system, () => new Date(Date.now() + passed));
  let worker = await system.startWorker();
  const { administrator, anchor } = await foundDistrict(api.address);
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  const visit: Journeys['visit'] = async (viewport = desk) => {
    const context = await browser.newContext({
      baseURL: api.address,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport,
    });
    context.setDefaultTimeout(patienceMs);
    contexts.push(context);
    return context.newPage();
  };
  return {
    system,
    address: api.address,
    stories: new Stories(api.address, administrator, anchor),
    visit,
    async logIn(login, size) {
      const page = await visit(size);
      await page.goto('/');
      await enter(page, login);
      await page.waitForURL(({ pathname }) => pathname !== '/');
      await seen(page.getByRole('main').getByRole('heading', { level: 1 }));
      return page;
    },
    async withoutWorker(meanwhile) {
      await worker.stop();
      await meanwhile();
      worker = await system.startWorker();
    },
    pass(days) {
      passed += days * 86_400_000;
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await api.stop();
      await system.stop();
    },
  };
}

/** What is printed leads there; the host stands for whatever name the system is given. */
export const publicUrl = 'https://yigong.example.gov.cn';

const apiOf = async (system: TestSystem, now: () => Date): Promise<RunningApi> =>
  createApi({
    configuration: {
      ...system.configuration,
      databaseUrl: await applicationUrlOf(system.database),
      logLevel: 'silent',
      publicUrl,
    },
    administratorPassword: administratorPassword(),
    loginsPerMinute: 1_000,
    now,
    pages: join(checkoutRoot(), 'dist', 'apps', 'web'),
  });

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH!,
    args: [
      '--headless',
      '--lang=zh-CN',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Fills in the log-in form that stands on the page and sends it. */
export async function enter(page: Page, login: string, password = passwordOf(login)): Promise<void> {
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

const passwordOf = (login: string): string =>
  [...personas, workerPersona].find((persona) => persona.login === login)?.password ?? demonstrationPassword;

/** Waits until it is seen. */
export const seen = (what: Locator): Promise<void> => what.first().waitFor({ state: 'visible' });
/** Waits until none of it is left. */
export const gone = (what: Locator): Promise<void> => what.first().waitFor({ state: 'detached' });

/** Sends the open form and waits for the line that says it is done. @returns that line, with its record number */
export async function submit(page: Page): Promise<string> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  return done(page);
}

/** The line 「已办结 · time · 记录号 n」. @throws with what the page says instead */
export async function done(page: Page): Promise<string> {
  const line = page.getByRole('status').filter({ hasText: /已办结 · \d{4}-\d\d-\d\d \d\d:\d\d:\d\d · 记录号 \d+/ });
  const refusal = page.getByRole('alert');
  await seen(line.or(refusal));
  if (await refusal.count()) throw new Error(`not done: ${(await refusal.allInnerTexts()).join('\n')}`);
  return line.first().innerText();
}

/** The same address again, in the same browser. */
export async function reload(page: Page): Promise<void> {
  await page.goto(page.url());
}

/** Nothing reaches over the edge of the screen. */
export const widthLost = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

let shots: string | undefined;

/** A picture for people to look at, taken where JOURNEY_SHOTS is set. */
export async function shot(page: Page, name: string, fullPage = true): Promise<void> {
  if (!process.env.JOURNEY_SHOTS) return;
  if (!shots) {
    shots = mkdtempSync(join(tmpdir(), 'yigong-shots-'));
    console.log(`pictures in ${shots}`);
  }
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage });
}
