import { randomUUID } from 'node:crypto';
import { keyOf, kindOf, projectStream, type StreamId } from '#domain/stream';
import type { HttpClient } from './http-client';
import { done } from './trial-district';

const digest = `sm3:${'1'.repeat(64)}`;

/** A matter that would suspend the project, started and sent by its drafter. @returns its id */
export const sentMatter = (drafter: HttpClient, project: string): Promise<string> =>
  sentAbout(drafter, projectStream(project), '关于暂停项目的请示', {
    type: 'suspendProject',
    data: { reason: '汛期停工' },
  });

/** A matter that ends with this act on its subject, started and sent by its drafter. @returns its id */
export async function sentAbout(
  drafter: HttpClient,
  subject: StreamId,
  title: string,
  act: { type: string; data: object },
): Promise<string> {
  const matter = randomUUID();
  const { body } = await drafter.send('GET', pageOf(subject));
  const { substantive: readRevision } = body as { substantive: number };
  const drafted = { title, subject, act: { ...act, readRevision }, digest };
  const path = `/api/signoffs/${matter}/commands`;
  await done(() => drafter.command(`${path}/startMatter`, drafted, `${matter}.start`));
  const submitted = { seat: 'draft#1.0', digest, round: 1 };
  await done(() => drafter.command(`${path}/submitDraft`, submitted, `${matter}.submit`));
  return matter;
}

/** Where the page of a project or a plan is read. */
export const pageOf = (stream: StreamId): string => `/api/${kindOf(stream)}s/${keyOf(stream)}`;
