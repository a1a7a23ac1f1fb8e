import type { Actor } from '../actor';
import type { Recorded } from '../event';
import { noMatter, type Matter, type Visit } from '../signoff/matter';
import { drafted } from '../../../test/support/documents';
import { wayOf } from './way';

const water: Actor = { person: 'wang', body: 'yq-water', post: 'handler' };
let clock = 0;
const event = (type: string, actor = water): Recorded => ({
  stream: 'document/d-1',
  version: (clock += 1),
  type,
  data: {},
  occurredAt: `2026-03-02T0${clock}:00:00.000Z`,
  recordedAt: '',
  actor,
  commandId: '',
  backfilled: false,
});
beforeEach(() => void (clock = 0));

const owner = (body: string) => ({ body, post: 'approver' as const });
const visit = (step: string, status: Visit['status'], bodies: readonly string[], agreed: readonly string[]): Visit => ({
  id: `${step}#1`,
  step,
  status,
  seats: bodies.map((body, line) => ({
    id: `${step}#1.${line}`,
    kind: 'vote',
    line,
    owner: owner(body),
    addedBy: null,
    gone: null,
  })),
  said: agreed.map((body) => ({
    seat: `${step}#1.${bodies.indexOf(body)}`,
    decision: 'agree',
    by: `of-${body}`,
    at: `2026-03-02T1${bodies.indexOf(body)}:00:00.000Z`,
    document: 1,
    opinion: null,
    standing: 'stands',
  })),
  passedOver: [],
  passedAt: -1,
  openedAt: 1,
  lastActAt: 1,
});
const step = (name: string, ...bodies: string[]) =>
  ({ name, mode: 'all', signers: bodies.map(owner), limitDays: 5, onRefusal: 'return' }) as const;
const matter = (change: Partial<Matter>): Matter => ({
  ...noMatter('m-1'),
  status: 'open',
  route: {
    id: 'approvalReply/district',
    version: 1,
    scope: 'shipped',
    steps: {
      draft: step('起草', 'yq-water'),
      check: step('初审', 'yq-water'),
      countersign: step('会签', 'yq-fin', 'yq-ara'),
      issue: step('签发', 'yq-water'),
    },
    flow: ['draft', 'check', 'countersign', 'issue'],
  },
  visits: [
    visit('draft', 'passed', ['yq-water'], ['yq-water']),
    visit('check', 'passed', ['yq-water'], ['yq-water']),
    visit('countersign', 'active', ['yq-fin', 'yq-ara'], ['yq-fin']),
  ],
  current: { draft: 'draft#1', check: 'check#1', countersign: 'countersign#1' },
  ...change,
});
const standings = (way: ReturnType<typeof wayOf>) => way.map(({ name, standing }) => `${name} ${standing}`);

describe('R-DOC-13: the way of a document', () => {
  it('begins at the draft, with all the rest ahead', () => {
    expect(standings(wayOf(drafted(), [event('DocumentDrafted')], null))).toEqual([
      '起草 now',
      '核稿 ahead',
      '会签 ahead',
      '签发 ahead',
      '编号 ahead',
      '用印 ahead',
      '送达 ahead',
      '归档 ahead',
    ]);
  });

  it('is in its matter while it is signed, at the steps of that route, and names who still owes', () => {
    const way = wayOf(drafted(), [event('DocumentDrafted')], matter({}));
    expect(standings(way).slice(0, 5)).toEqual(['起草 done', '初审 done', '会签 now', '签发 ahead', '编号 ahead']);
    expect(way[1]).toMatchObject({ at: '2026-03-02T10:00:00.000Z', by: [{ body: 'yq-water', person: 'of-yq-water' }] });
    expect(way[2]!.by).toEqual([{ body: 'yq-ara', person: null }]);
  });

  it('waits for its number from the last signature on', () => {
    const way = wayOf(drafted(), [event('DocumentDrafted')], matter({ status: 'agreed' }));
    expect(way.find(({ name }) => name === '编号')).toMatchObject({ standing: 'now' });
  });

  it('goes on in the office once it has its number, each stretch with its day and doer', () => {
    const issued = { number: '延水发〔2026〕12号', on: '2026-03-02', version: 1, matter: null };
    const events = ['DocumentDrafted', 'DocumentNumbered', 'DocumentSealed'].map((type) => event(type));
    const way = wayOf(drafted({ status: 'sealed', issued }), events, null);
    expect(standings(way)).toEqual(['起草 done', '签发 done', '编号 done', '用印 done', '送达 now', '归档 ahead']);
    expect(way[3]).toMatchObject({ at: '2026-03-02T03:00:00.000Z', by: [{ body: 'yq-water', person: 'wang' }] });
  });

  it('ends where it was voided', () => {
    const issued = { number: '延水发〔2026〕12号', on: '2026-03-02', version: 1, matter: null };
    const events = ['DocumentDrafted', 'DocumentNumbered', 'DocumentRevoked'].map((type) => event(type));
    const way = wayOf(drafted({ status: 'revoked', issued }), events, null);
    expect(standings(way)).toEqual(['起草 done', '签发 done', '编号 done', '作废 done']);
  });
});
