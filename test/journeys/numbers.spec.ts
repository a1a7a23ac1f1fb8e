import { startJourneys, type Journeys } from './harness';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
}, 120_000);
afterAll(() => journeys?.stop(), 60_000);

it('R-DOC-10: replies of one organ issued all at once get numbers of their own, without gap', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `演示·同日批复之${index + 1}`);
  const projects = await Promise.all(names.map((name) => journeys.stories.upTo('issueApprovalReply', name)));
  await Promise.all(projects.map((project) => project.tellNext()));
  const { database } = journeys.system;
  const issued = await database.query<{ number: string }[]>(
    `select body::jsonb -> 'data' ->> 'number' as number from log.event where type = 'ApprovalReplyIssued'`,
  );
  const serials = issued.map(({ number }) => Number(/〕(\d+)号$/.exec(number)![1])).toSorted((a, b) => a - b);
  expect(serials).toEqual(names.map((_, index) => index + 1));
}, 240_000);
