import { randomUUID } from 'node:crypto';
import { demonstrationPassword } from '../../apps/standalone/demonstration/accounts';
import { HttpClient } from '../../apps/standalone/trial/http-client';
import { startJourneys, type Journeys } from './harness';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
}, 120_000);
afterAll(() => journeys?.stop(), 60_000);

it('R-DOC-10: twenty replies that one organ issues in one moment are all issued, numbered 1 to 20', async () => {
  const matters = await Promise.all(
    Array.from({ length: 20 }, (_, index) => beforeItsIssue(`演示·同日批复之${index + 1}`)),
  );
  const leader = new HttpClient(journeys.address);
  await leader.logIn('water-leader', demonstrationPassword);
  const data = { seat: 'issue#1.0', decision: 'agree', opinion: null, round: 1, documentVersion: 1 };
  // Each sent once: nothing is asked again for whoever is turned away.
  const answers = await Promise.all(
    matters.map((matter) => leader.command(`/api/signoffs/${matter}/commands/giveDecision`, data, randomUUID())),
  );
  leader.close();
  expect(answers.map(({ status }) => status)).toEqual(matters.map(() => 200));

  const issued = await journeys.system.database.query<{ number: string }[]>(
    `select body::jsonb -> 'data' ->> 'number' as number from log.event where type = 'ApprovalReplyIssued'`,
  );
  const serials = issued.map(({ number }) => Number(/〕(\d+)号$/.exec(number)![1])).toSorted((a, b) => a - b);
  expect(serials).toEqual(matters.map((_, index) => index + 1));
}, 240_000);

/** A project's reply on its route, which waits for the last signature. @returns its matter */
async function beforeItsIssue(name: string): Promise<string> {
  const project = await journeys.stories.upTo('issueApprovalReply', name);
  const matter = randomUUID();
  await project.signedOff(`signoff/${matter}`, ({ current }) => current.issue !== undefined);
  return matter;
}
