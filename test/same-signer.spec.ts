import type { CommandData } from '#domain/registry';
import type { Dedupe } from '#domain/signoff/route';
import type { StreamId } from '#domain/stream';
import { verifyStream } from '#event-log/verify';
import { commandOf, foundDistrict } from './support/district';
import { drc, leaderOf, Matters } from './support/matters';
import { testRecord, type TestRecord } from './support/system';

let record: TestRecord;
let matters: Matters;
beforeAll(async () => {
  record = await testRecord();
  await foundDistrict(record.recorder);
  matters = new Matters(record, (command) => record.recorder.recordCommand(command));
}, 60_000);
afterAll(() => record?.stop());

type Step = CommandData<'setRoute'>['steps'][number];
const step = (id: string, ...relations: ('developmentReform' | 'agriculture' | 'districtGovernment')[]): Step => ({
  id,
  name: id,
  mode: { way: 'all' },
  signers: relations.map((relation) => ({ by: 'relation', relation, post: 'leaderInCharge' })),
  limitDays: 5,
  onRefusal: 'return',
});
/** The leader of the drafting commission checks and countersigns. */
const setRoute = (dedupe: Dedupe) =>
  matters.did(
    commandOf(
      'rulebook/110119',
      'setRoute',
      {
        kind: 'steering',
        level: 'district',
        steps: [
          step('check', 'developmentReform'),
          step('leads', 'developmentReform', 'agriculture'),
          step('decide', 'districtGovernment'),
        ],
        flow: 'check > leads > decide',
        dedupe,
        from: '2026-01-01',
        to: null,
        source: '延庆区政府办文规定',
      },
      drc,
    ),
  );
const owing = async (matter: StreamId): Promise<string[]> =>
  (await matters.stateOf(matter)).duties.map(({ owner }) => ('body' in owner ? owner.body : owner.person));

it('asks one person who sits at two steps once, by who holds the post on record (R-OA-15)', async () => {
  await setRoute('first');
  const matter = await matters.sent(await matters.proposed());
  expect(await owing(matter)).toEqual(['yq-drc']);
  await matters.agreed(matter, leaderOf('yq-drc'));
  expect(await owing(matter)).toEqual(['yq-ara']);
  await matters.agreed(matter, leaderOf('yq-ara'));
  await matters.agreed(matter, leaderOf('yq-gov'));

  const { status, visits } = await matters.matterOf(matter);
  expect(status).toBe('agreed');
  const { person } = leaderOf('yq-drc');
  expect(visits[2]!.passedOver).toEqual([{ seat: 'leads#1.0', person, signedAt: 'check#1.0' }]);
  expect(await verifyStream(record.database.manager, matter)).toMatchObject({ ok: true });
});

it('asks them where they come last instead, and at each where the route is set back (R-OA-15)', async () => {
  await setRoute('last');
  const later = await matters.sent(await matters.proposed());
  expect(await owing(later)).toEqual(['yq-drc', 'yq-ara']);
  expect((await matters.matterOf(later)).visits.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'draft#1 passed',
    'check#1 passed',
    'leads#1 active',
  ]);
  await setRoute('none');
  const each = await matters.sent(await matters.proposed());
  await matters.agreed(each, leaderOf('yq-drc'));
  expect(await owing(each)).toEqual(['yq-drc', 'yq-ara']);
});
