import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { district } from '../../apps/standalone/demonstration/bodies';
import type { PeriodRow } from '../../libs/contracts/http/wages';
import { addDays, civilDateOf } from '../../libs/domain/calendar';
import { requirementClauseOf } from '../../libs/domain/document/requirement';
import { checkoutRoot } from '../../libs/platform/checkout';
import { foreignWords, seriousFindings } from './accessibility';
import { gone, seen, shot, startJourneys, widthLost, type Journeys } from './harness';
import { clientOf, sendMatter } from './matters';
import type { Told } from './stories';

jest.setTimeout(120_000);
let journeys: Journeys;
let paid: Told;
let listed: Told;
let worker: string;
let sheet: string;
const visited = new Set<string>();
const year = new Date().getFullYear();
const plan = `/plans/${district}/${year}`;
const nobody = '';

/** A project with its people at work, a matter with others around it, a joint document: every page has something to show. */
beforeAll(async () => {
  journeys = await startJourneys();
  const { stories } = journeys;
  [paid, listed] = await Promise.all([
    stories.upTo('confirmOnSite', '演示·报酬发放'),
    stories.upTo('listProject', '演示·列入清单'),
  ]);
  worker = paid.worker.login;
  await sendMatter(journeys, listed.id, 'm-page', '关于演示·列入清单暂停施工的请示');
  const [drafter, leader, water] = await Promise.all(
    ['gov', 'leader', 'water-handler'].map((login) => clientOf(journeys, login)),
  );
  const done = async (answer: Promise<{ status: string }>): Promise<void> =>
    expect((await answer).status).toBe('recorded');
  const dueOn = addDays(civilDateOf(new Date().toISOString()), 10);
  await done(
    leader!.command('signoff/m-page', 'superviseMatter', { demand: '请抓紧办理', dueOn }, { key: 'page-supervise' }),
  );
  const readers = [{ body: 'ys-fin', post: 'approver' as const }];
  await done(drafter!.command('signoff/m-page', 'circulateMatter', { readers }, { key: 'page-circulate' }));
  const draft = {
    kind: 'approvalReply' as const,
    subject: `project/${paid.id}`,
    title: '关于演示·报酬发放的批复',
    recipient: '演示区水利建设中心',
    sections: [{ text: '项目代码{{项目代码}}，资金总额{{资金总额}}。' }],
    requirement: requirementClauseOf('approvalReply'),
    coSigners: ['ys-fin'],
    openness: 'open' as const,
  };
  await done(water!.command('document/d-page', 'draftDocument', draft as never, { key: 'page-draft' }));
  const periods = await water!.read<readonly PeriodRow[]>(`/api/projects/${paid.id}/wages`);
  sheet = `/${periods.find(({ lines }) => lines > 0)!.stream}`;
}, 240_000);
afterAll(() => journeys?.stop(), 60_000);

const of = (tab: string) => () => `/projects/${paid.id}/${tab}`;
/** Every page, by who has most to see there. */
const pages: readonly [name: string, login: string | (() => string), path: string | (() => string)][] = [
  ['log-in', nobody, '/todo'],
  ['inbox', 'drc', '/todo'],
  ['inbox of a unit', 'drc-handler', '/todo?box=unit'],
  ['what one started', 'gov', '/todo?box=sent'],
  ['what one did', 'drc', '/todo?box=done'],
  ['what one was shown', 'finance', '/todo?box=cc'],
  ['what one acts for', 'drc', '/todo?box=acting'],
  ['what one watches over', 'leader', '/todo?box=supervised'],
  ['where things lie', 'leader', '/todo?box=area'],
  ['agreeing to several', 'drc', '/todo/agree?item=signoff%2Fm-page%23leads%231.0'],
  ['a matter, by who signs', 'agriculture', '/signoffs/m-page'],
  ['a matter, its clauses', 'agriculture', '/signoffs/m-page?tab=clauses'],
  ['a matter, by who drew it up', 'gov', '/signoffs/m-page'],
  ['a matter, by who watches over it', 'leader', '/signoffs/m-page'],
  ['a matter, by who was shown it', 'finance', '/signoffs/m-page'],
  ['deputies', 'drc', '/deputies'],
  ['plans', 'drc', '/plans'],
  ['plan', 'drc', plan],
  ['plan on a day', 'drc', `${plan}?on=${year}-01-02`],
  ['a change of the plan', 'drc', `${plan}/act/addEntry`],
  ['reserve pool', 'drc', '/pool'],
  ['register of documents', 'water-handler', '/series'],
  ['a new document', 'water-handler', () => `/documents/new?kind=approvalReply&subject=project/${paid.id}`],
  ['a joint document', 'water-handler', '/documents/d-page'],
  ['revising a document', 'water-handler', '/documents/d-page/act/reviseDocument'],
  ['checking a document', nobody, '/check'],
  ['checking an unknown code', nobody, '/check/0000-0000-0000-0000-0000-0000'],
  ['projects', 'drc', '/projects'],
  ['a new project', 'owner', '/projects/new'],
  ['project: overview', 'drc', of('overview')],
  ['project: gates', 'drc', of('gates')],
  ['project: people', 'drc', of('people')],
  ['project: attendance', 'drc', of('attendance')],
  ['project: wages', 'pay', of('wages')],
  ['project: money', 'drc', of('money')],
  ['project: documents', 'water-handler', of('documents')],
  ['project: timeline', 'drc', of('timeline')],
  ['an act on a project', 'finance-handler', of('act/issueFundAllocation')],
  ['asking for an override', 'drc-handler', of('act/overrideRule')],
  ['pay sheet', 'pay', () => sheet],
  ['an act on a pay sheet', 'pay', () => `${sheet}/act/confirmOnSite`],
  ['rules', 'drc', '/rules'],
  ['a rule', 'drc', '/rules/R-APPR-01'],
  ['a route', 'drc', `/act/setRoute?stream=rulebook/${district}`],
  ['evaluation', 'scheduler', `/evaluations/${year - 1}`],
  ['schedules', 'scheduler', '/schedules'],
  ['audit', 'auditor', '/audit'],
  ['audit of a project', 'auditor', () => `/audit/projects/${paid.id}`],
  ['audit of a matter', 'auditor', '/audit/signoff/m-page?event=2'],
  ['verification', 'auditor', () => `/audit/projects/${paid.id}?tab=verify`],
  ['a worker’s days', () => worker, '/my/days'],
  ['a worker’s pay', () => worker, '/my/pay'],
  ['a worker’s help', () => worker, '/my/help'],
  ['bodies', 'admin', '/admin'],
  ['a body', 'admin', '/admin/ys-drc'],
  ['nothing', 'drc', '/nothing/there'],
];
const resolved = (value: string | (() => string)): string => (typeof value === 'string' ? value : value());

const browsers = new Map<string, Promise<Page>>();
const stranger = async (): Promise<Page> => {
  const page = await journeys.visit();
  await page.goto('/check');
  return page;
};
const at = (login: string): Promise<Page> => {
  const page = browsers.get(login) ?? (login === nobody ? stranger() : journeys.logIn(login));
  browsers.set(login, page);
  return page;
};

const desk = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };
/** What is left of the desk when everything is twice as large. */
const enlarged = { width: 640, height: 450 };

it.each(pages)(
  '%s keeps nobody out, reaches over no edge and speaks Chinese, in normal and in large print',
  async (name, login, path) => {
    const page = await at(resolved(login));
    for (const print of ['off', 'on']) {
      await page.setViewportSize(desk);
      await page.evaluate(`localStorage.setItem('yigong.largePrint', '${print}')`);
      await page.goto(resolved(path));
      await seen(page.getByRole('heading', { level: 1 }));
      await gone(page.locator('.skeleton'));
      for (const address of [resolved(path), page.url()]) visited.add(new URL(address, journeys.address).pathname);
      for (const size of [desk, narrow, enlarged]) {
        await page.setViewportSize(size);
        const where = `${print === 'on' ? 'large-' : ''}${size.width}`;
        const findings = size === enlarged ? await foreignWords(page) : await seriousFindings(page);
        await shot(page, `${name.replaceAll(/\W+/g, '-')}-${where}`);
        expect({ where, findings, lost: Math.max(0, await widthLost(page)) }).toEqual({ where, findings: [], lost: 0 });
      }
    }
  },
);

it('no page was left out', () => {
  const routes = readFileSync(join(checkoutRoot(), 'apps', 'web', 'routes.tsx'), 'utf8');
  const patterns = [...routes.matchAll(/\bpage\('([^']+)'/g)].map(([, path]) => path!);
  expect(patterns.length).toBeGreaterThan(30);
  const isVisited = (pattern: string): boolean => {
    const parts = pattern.split('/').map((part) => (part === '*' ? '.+' : part.startsWith(':') ? '[^/]+' : part));
    const form = new RegExp(`(^|/)${parts.join('/')}$`);
    return [...visited].some((path) => form.test(path));
  };
  // The check page and a worker's pages are there with and without what is optional in their address.
  expect(patterns.filter((pattern) => !pattern.endsWith('?') && !isVisited(pattern))).toEqual([]);
});
