import { systemActor, type Actor } from '#domain/actor';
import type { BodyKind } from '#domain/organization/roles';
import { organizationStream, type StreamId } from '#domain/stream';
import { verifyStream } from '#event-log/verify';
import { issuers, jointRoute } from '../apps/standalone/trial/joint-document';
import { commandOf, foundDistrict } from './support/district';
import { drc, leaderOf, Matters } from './support/matters';
import { testRecord, type TestRecord } from './support/system';

const kind: BodyKind = 'municipalDepartment';

let record: TestRecord;
let matters: Matters;
beforeAll(async () => {
  record = await testRecord();
  await foundDistrict(record.recorder);
  matters = new Matters(record, (command) => record.recorder.recordCommand(command));
  for (const { id, name } of issuers) {
    const stream = organizationStream(id);
    const body = { kind, name, district: '110000', seriesCode: null, registration: null };
    const held = { postId: 'approver', person: personOf(id), from: '2023-01-01', to: null };
    await matters.did(commandOf(stream, 'registerBody', body, systemActor));
    await matters.did(
      commandOf(stream, 'createPost', { postId: 'approver', name: '审批人', kind: 'approver' }, systemActor),
    );
    await matters.did(commandOf(stream, 'appointHolder', held, systemActor));
  }
  await matters.did(commandOf('rulebook/110119', 'setRoute', jointRoute, drc));
}, 60_000);
afterAll(() => record?.stop());

const personOf = (id: string): string => `person-${id}`;
const issuer = (id: string): Actor => ({ person: personOf(id), body: id, post: 'approver' });
const owing = async (matter: StreamId): Promise<string[]> =>
  (await matters.stateOf(matter)).duties.map(({ owner }) => ('body' in owner ? owner.body : owner.person));
const ids = issuers.map(({ id }) => id);

it('asks the notice’s eleven issuers at once; one returns, all walk again, and it ends once', async () => {
  expect(ids).toHaveLength(11);
  const project = await matters.proposed();
  const matter = await matters.sent(project);
  expect(await owing(matter)).toEqual(ids);
  for (const id of ids.slice(0, 6)) await matters.agreed(matter, issuer(id));
  await matters.returned(matter, issuer(ids[6]!), 'again');
  expect(await owing(matter)).toEqual(['yq-drc']);

  await matters.did(await matters.submitting(matter));
  expect(await owing(matter)).toEqual(ids);
  // At once: the head's lock lets them in one by one, and none is lost.
  const decisions = await Promise.all(ids.map((id) => matters.deciding(matter, issuer(id))));
  await Promise.all(decisions.map((command) => matters.did(command)));
  expect(await owing(matter)).toEqual(['yq-gov']);
  await matters.agreed(matter, leaderOf('yq-gov'));

  const { visits, status, round } = await matters.matterOf(matter);
  expect({ status, round }).toEqual({ status: 'agreed', round: 2 });
  const said = visits.filter(({ step }) => step === 'joint').map((visit) => visit.said.map(({ decision }) => decision));
  expect(said).toEqual([[...Array<string>(6).fill('agree'), 'return'], Array<string>(11).fill('agree')]);
  const types = await matters.typesOf(matter);
  expect(types.filter((type) => type === 'MatterEnded')).toHaveLength(1);
  expect((await matters.typesOf(project)).filter((type) => type === 'ProjectSuspended')).toHaveLength(1);
  for (const stream of [matter, project]) {
    expect(await verifyStream(record.database.manager, stream)).toMatchObject({ ok: true });
  }
});
