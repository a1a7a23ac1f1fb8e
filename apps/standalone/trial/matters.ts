import { randomUUID } from 'node:crypto';
import { projectStream } from '#domain/stream';
import type { HttpClient } from './http-client';
import { done } from './trial-district';

const digest = `sm3:${'1'.repeat(64)}`;

/** A matter that would suspend the project, started and sent by its drafter. @returns its id */
export async function sentMatter(drafter: HttpClient, project: string): Promise<string> {
  const matter = randomUUID();
  const { body } = await drafter.send('GET', `/api/projects/${project}`);
  const { substantive: readRevision } = body as { substantive: number };
  const act = { type: 'suspendProject', data: { reason: '汛期停工' }, readRevision };
  const drafted = { title: '关于暂停项目的请示', subject: projectStream(project), act, digest };
  const path = `/api/signoffs/${matter}/commands`;
  await done(() => drafter.command(`${path}/startMatter`, drafted, `${matter}.start`));
  const submitted = { seat: 'draft#1.0', digest, round: 1 };
  await done(() => drafter.command(`${path}/submitDraft`, submitted, `${matter}.submit`));
  return matter;
}
