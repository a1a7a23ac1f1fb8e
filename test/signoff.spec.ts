import { randomUUID } from 'node:crypto';
import { firstRun, lifecycleQueue, snapshot, workflowTypes, type Snapshot } from '#contracts/temporal/messages';
import { systemActor } from '#domain/actor';
import type { Project } from '#domain/project';
import type { StreamId } from '#domain/stream';
import { verifyStream } from '#event-log/verify';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { bothLeads, digest, leaderOf, Matters } from './support/matters';
import { testSystem, type TestSystem } from './support/system';

let system: TestSystem;
let matters: Matters;
beforeAll(async () => {
  system = await testSystem();
  await foundDistrict(system.recorder);
  await system.startWorker();
  matters = new Matters(system, (command) => system.streams.execute(command, 20_000));
}, 120_000);
afterAll(() => system?.stop(), 60_000);

const owner = actorOf('liangjia-coop');

it('ends a matter and moves its subject in one transaction, each naming the other', async () => {
  const project = await matters.proposed();
  const matter = await matters.sent(project);
  for (const body of bothLeads) await matters.agreed(matter, leaderOf(body));
  const outcome = await matters.agreed(matter, leaderOf('yq-gov'));

  expect(outcome.ended).toBe(true);
  expect((await matters.matterOf(matter)).status).toBe('agreed');
  expect(((await matters.stateOf(project)).subject as Project).status).toBe('suspended');
  const [ended, moved] = await system.database.query<{ body: string; transaction: string }[]>(
    `select body, xmin::text as transaction from log.event
      where stream_id = any($1) and type in ('MatterEnded', 'ProjectSuspended') order by type`,
    [[project, matter]],
  );
  expect(moved!.transaction).toBe(ended!.transaction);
  expect(JSON.parse(moved!.body)).toMatchObject({
    basis: { signoff: matter, headHash: outcome.headHash },
    actor: { body: 'yq-gov' },
  });
  for (const stream of [project, matter]) {
    expect(await verifyStream(system.database.manager, stream)).toMatchObject({ ok: true });
  }
});

it('refuses the last signature with the subject’s rules where the subject refuses, and leaves both as they were', async () => {
  const project = await matters.proposed();
  const matter = await matters.sent(project);
  for (const body of bothLeads) await matters.agreed(matter, leaderOf(body));
  const statement = {
    qualityHolds: true,
    safetyHolds: true,
    scheduleHolds: true,
    postsNearHome: true,
    statement: '能',
  };
  await matters.did(commandOf(project, 'stateFeasibility', statement, owner));
  const before = await matters.typesOf(matter);

  const outcome = await system.streams.execute(await matters.deciding(matter, leaderOf('yq-gov')), 20_000);
  expect(outcome?.refused?.map(({ rule }) => rule)).toEqual(['P-STALE']);
  expect(await matters.typesOf(matter)).toEqual(before);
  expect(((await matters.stateOf(project)).subject as Project).status).toBe('active');
});

it('refuses a draft on sending where the subject would refuse its act, and takes it once it is drawn up anew', async () => {
  const project = await matters.proposed();
  const matter: StreamId = 'signoff/m-drawn-up-anew';
  const resuming = { type: 'resumeProject', data: { reason: '汛期已过' } };
  await expect(matters.sent(project, matter, resuming)).rejects.toThrow('P-ORDER');
  expect(await matters.typesOf(matter)).not.toContain('DraftSubmitted');

  const sending = await matters.submitting(matter);
  const act = { type: 'suspendProject', data: { reason: '汛期停工', until: null }, readRevision: 1 };
  await matters.did({ ...sending, data: { ...(sending.data as object), act } });
  expect((await matters.matterOf(matter)).act).toEqual(act);
});

it('lets one matter at a time decide about one thing: of two started at once one is, and another may follow its end', async () => {
  const project = await matters.proposed();
  const suspending = { type: 'suspendProject', data: { reason: '汛期停工', until: null }, readRevision: 1 } as const;
  const starting = (title: string) =>
    commandOf(
      `signoff/${randomUUID()}`,
      'startMatter',
      { title, urgency: 'normal', subject: project, act: suspending, digest: digest('1') },
      actorOf('yq-drc'),
    );
  const both = [starting('关于暂停项目的请示'), starting('关于暂停项目的请示')];
  const outcomes = await Promise.all(both.map((command) => system.recorder.recordCommand(command)));
  const refused = outcomes.flatMap((outcome) => outcome.refused ?? []);
  expect(refused).toMatchObject([{ rule: 'P-ONCE', found: '“关于暂停项目的请示”正在办理' }]);

  const first = both[outcomes.findIndex((outcome) => !outcome.refused)]!;
  const cancelling = { type: 'cancelProject', data: { reason: '调整', listVersion: '1' }, readRevision: 1 } as const;
  const other = { ...starting('关于撤销项目的请示') };
  await matters.did({ ...other, data: { ...(other.data as object), act: cancelling } });
  await matters.did(commandOf(first.stream, 'withdrawMatter', { reason: 'text:1#sm3:0' }, actorOf('yq-drc')));
  await matters.did(starting('关于再次暂停项目的请示'));
});

it('does not send a matter whose last signer may not do its act, naming the step', async () => {
  const project = await matters.proposed();
  const act = { type: 'issueApprovalReply', data: { title: '批复', requirement: '以工代赈' }, readRevision: 1 };
  const matter: StreamId = `signoff/${randomUUID()}`;
  const finance = actorOf('yq-fin');
  const drafted = { title: '批复', subject: project, act, digest: digest('1') };
  await matters.did(commandOf(matter, 'startMatter', drafted as never, finance));
  const sending = { seat: 'draft#1.0', act: null, digest: digest('1'), round: 1 };
  const outcome = await system.recorder.recordCommand(commandOf(matter, 'submitDraft', sending, finance));
  expect(outcome.refused).toContainEqual(
    expect.objectContaining({ rule: 'P-WHO', found: '环节“签发”最后由 yq-fin/leaderInCharge 签署' }),
  );
});

it('lets one act pass by a rule as agreed, once, and names the sign-off in its record', async () => {
  const project = await matters.proposed();
  const data = {
    command: 'listProject',
    segmentId: null,
    rules: ['R-PRIN-03'],
    clause: '区政府专题会议纪要',
    reason: 'text:1#sm3:0',
    until: '2099-12-31',
  };
  const statutory = { type: 'overrideRule', data: { ...data, rules: ['R-APPR-01'] } };
  await expect(matters.sent(await matters.proposed(), undefined, statutory)).rejects.toThrow('CL-42');
  const matter = await matters.sent(project, undefined, { type: 'overrideRule', data });
  for (const body of ['yq-drc', 'yq-water', 'yq-gov']) await matters.agreed(matter, leaderOf(body));

  await matters.did(commandOf(project, 'listProject', { year: 2026, listVersion: '2026年第1版' }, systemActor));
  const events = await matters.eventsOf(project);
  expect(events.map(({ type }) => type).filter((type) => type !== 'DutiesChanged')).toEqual([
    'ProjectProposed',
    'RuleOverridden',
    'OverrideUsed',
    'ProjectListed',
  ]);
  expect(events.find(({ type }) => type === 'OverrideUsed')!.data).toMatchObject({
    matter,
    rules: [{ rule: 'R-PRIN-03' }],
  });
  expect(await verifyStream(system.database.manager, project)).toMatchObject({ ok: true });
});

it('moves a subject again by another matter whose last signature bears the same key', async () => {
  const project = await matters.proposed();
  const signedOff = async (matter: StreamId) => {
    for (const body of bothLeads) await matters.agreed(matter, leaderOf(body));
    await matters.did({ ...(await matters.deciding(matter, leaderOf('yq-gov'))), id: 'one-key' });
    return ((await matters.stateOf(project)).subject as Project).status;
  };
  expect(await signedOff(await matters.sent(project))).toBe('suspended');
  const resuming = { type: 'resumeProject', data: { reason: '汛期已过' } };
  expect(await signedOff(await matters.sent(project, undefined, resuming))).toBe('active');
});

it('counts two who decide at once each once', async () => {
  const matter = await matters.sent(await matters.proposed());
  const commands = await Promise.all(bothLeads.map((body) => matters.deciding(matter, leaderOf(body))));
  const twice = [...commands, ...commands.map((command) => ({ ...command, id: randomUUID() }))];
  const outcomes = await Promise.all(twice.map((command) => system.streams.execute(command, 20_000)));
  expect(outcomes.filter((outcome) => !outcome?.refused)).toHaveLength(2);
  for (const refused of outcomes.flatMap((outcome) => outcome?.refused ?? [])) expect(refused.rule).toBe('P-ONCE');
  const { visits } = await matters.matterOf(matter);
  expect(visits.map(({ step, status }) => `${step} ${status}`)).toEqual([
    'draft passed',
    'leads passed',
    'decide active',
  ]);
});

it('closes its run when the matter has ended, and goes on from the record when started afresh', async () => {
  const matter = await matters.sent(await matters.proposed());
  const handle = system.temporal.workflow.getHandle(matter);
  expect(await handle.query<Snapshot>(snapshot)).toMatchObject({ ended: false, nextDueAt: expect.any(String) });
  await handle.terminate('the engine’s store is gone');
  for (const body of [...bothLeads, 'yq-gov']) await matters.agreed(matter, leaderOf(body));
  await system.temporal.workflow.getHandle(matter).result();
});

it('closes its run though the matter ends while that run hands over to the next', async () => {
  const project = await matters.proposed();
  const matter: StreamId = `signoff/${randomUUID()}`;
  await system.temporal.workflow.start(workflowTypes.signoff, {
    workflowId: matter,
    taskQueue: lifecycleQueue,
    args: [{ ...firstRun(matter), continueAfter: 12 }],
  });
  await matters.sent(project, matter);
  for (const body of bothLeads) await matters.agreed(matter, leaderOf(body));
  // By now the run has had enough, and waits a moment for stragglers: here is one.
  await matters.agreed(matter, leaderOf('yq-gov'));
  await system.temporal.workflow.getHandle(matter).result();
  expect((await matters.matterOf(matter)).status).toBe('agreed');
}, 20_000);
