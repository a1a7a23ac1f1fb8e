import { MockActivityEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import { systemActor } from '#domain/actor';
import type { EventLog } from '#event-log/event-log';
import { LifecycleActivities } from './lifecycle-activities';
import type { Recorder } from './recorder';

const outage = Object.assign(new Error('connection lost'), { code: '57P01' });
const taken = Object.assign(new Error('another holds the number'), { code: '23505' });
const bug = new Error('a case nobody thought of');

/** What an attempt of the activity ends with, when recording ends with this fault. */
async function ending(attempt: number, fault: Error): Promise<unknown> {
  const recorder = { recordCommand: () => Promise.reject(fault) } as unknown as Recorder;
  const activities = new LifecycleActivities({} as DataSource, {} as EventLog, recorder);
  const command = { id: 'c', stream: 'project/p', type: 'x', data: {}, at: '', actor: systemActor } as const;
  const run = new MockActivityEnvironment({ attempt }).run(() => activities.recordCommand(command));
  return run.then(
    () => undefined,
    (error: unknown) => error,
  );
}
const internal = expect.objectContaining({ type: 'Internal', nonRetryable: true });

it('tries an outage again without end', async () => {
  expect(await ending(1, outage)).toBe(outage);
  expect(await ending(1_000, outage)).toBe(outage);
});

it('judges a command afresh whose number another took meanwhile', async () => {
  expect(await ending(1, taken)).toBe(taken);
  expect(await ending(3, taken)).toEqual(internal);
});

it('fails a command that meets a bug at its third try, so that the queue goes on', async () => {
  expect(await ending(2, bug)).toBe(bug);
  expect(await ending(3, bug)).toEqual(internal);
});
