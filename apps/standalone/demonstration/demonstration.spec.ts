import { readCard, readPhone } from '#persons/account-numbers';
import { readIdNumber } from '#persons/id-number';
import { personInput } from '#persons/person';
import { definitionOf } from '#domain/registry';
import { sectorKinds } from '#domain/organization/roles';
import { demonstrationAccounts, holderOf, personas } from './accounts';
import type { Act } from './act';
import { bodies } from './bodies';
import { instantsOf } from './keeper-voice';
import { inventedWorker } from './people';
import type { DemonstrationProject } from './project';
import { demonstrationProjects } from './projects';
import { publishedProjects } from './published';
import { storyOf } from './stories';
import { placed } from './teller';
import { actsOf } from './told-acts';

const leads = ['developmentReform', 'finance', 'humanResources', 'township'];
const anchors = ['2026-11-25', '2026-03-01', '2028-02-29', '2027-01-31'];

const ref = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;

function told(project: DemonstrationProject, anchor: string) {
  const [first, last] = project.workers;
  const refs = Array.from({ length: last - first + 1 }, (_, index) => ref(first + index));
  return storyOf(project, demonstrationProjects.indexOf(project), anchor, refs);
}
function acts(project: DemonstrationProject, anchor: string): Act[] {
  const story = told(project, anchor);
  const elsewhere = story.story.segments[0]!.days.map(({ on }) => on);
  return actsOf(project, story, anchor, { personRef: ref(900), elsewhere });
}
const publishedOf = ({ basedOn }: DemonstrationProject) => publishedProjects.find(({ id }) => id === basedOn)!;

describe.each(demonstrationProjects.map((project) => [project.name, project] as const))('%s', (_, project) => {
  it('bears an invented name and says which published project it is based on', () => {
    expect(project.name).toMatch(/^演示·/);
    expect(publishedOf(project)).toBeDefined();
    expect(publishedProjects.map(({ name }) => name as string)).not.toContain(project.name);
  });

  it('copies the published amounts', () => {
    const { totalYuan, laborPayYuan } = publishedOf(project);
    expect(project.funds.reduce((sum, [, yuan]) => sum + yuan, 0)).toBe(totalYuan);
    expect(project.laborPayYuan).toBe(laborPayYuan ?? project.laborPayYuan);
  });

  it.each(anchors)('is told in order, before %s, in forms that the system takes', (anchor) => {
    const all = acts(project, anchor);
    expect(all.length).toBeGreaterThan(2);
    expect(all.filter(({ on }) => on >= anchor)).toEqual([]);
    const instants = [...instantsOf(all).values()];
    expect(instants).toEqual(instants.toSorted());
    expect(new Set(instants).size).toBe(all.length);
    for (const { type, data } of all) expect(definitionOf(type).schema.safeParse(data).error).toBeUndefined();
    expect(new Set(placed(all).map(({ act, place }) => `${act.stream} ${place}`)).size).toBe(all.length);
  });
});

describe('the demonstration district', () => {
  it('pays a published sum to the yuan: rate × days of everyone', () => {
    const project = demonstrationProjects[0]!;
    const [segment] = told(project, anchors[0]!).story.segments;
    const days = segment!.days.reduce((sum, { personRefs }) => sum + personRefs.length, 0);
    const { laborPayYuan, workers, dayRateYuan } = publishedProjects[0];
    expect(segment!.posts[0]!.rateFen).toBe(dayRateYuan! * 100);
    expect(days * segment!.posts[0]!.rateFen).toBe(laborPayYuan! * 100);
    expect(segment!.workers).toHaveLength(workers!);
  });

  it('has nobody in two stories but the one who is caught at it', () => {
    const numbers = demonstrationProjects.flatMap(({ workers: [first, last] }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('knows every post that acts', () => {
    const posts = new Set(bodies.flatMap(({ id, posts: own }) => own.map((post) => `${id}/${post.id}`)));
    const acting = demonstrationProjects
      .flatMap((project) => acts(project, anchors[0]!))
      .map(({ by }) => by)
      .filter((by) => !by.startsWith('worker/'));
    expect([...acting, ...personas.map(({ post }) => post!)].filter((post) => !posts.has(post))).toEqual([]);
  });

  it('has three people in each organ to draw up, decide and sign off', () => {
    const organs = bodies.filter(({ kind }) => [...sectorKinds, ...leads].includes(kind as never));
    expect(organs).toHaveLength(14);
    for (const { id, posts } of organs) {
      const kinds = posts.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['handler', 'approver', 'leaderInCharge']));
      expect(new Set(posts.map((post) => holderOf(`${id}/${post.id}`))).size).toBe(posts.length);
    }
  });

  it('gives each account once', () => {
    const logins = demonstrationAccounts.map(({ login }) => login);
    expect(new Set(logins).size).toBe(logins.length);
  });

  it('registers people who cannot exist, with numbers of the right form', () => {
    for (const no of [1, 17, 252, 999]) {
      const worker = inventedWorker(no);
      expect(personInput.safeParse(worker).success).toBe(true);
      expect(readIdNumber(worker.idNumber, { demonstration: true }).ok).toBe(true);
      expect(readIdNumber(worker.idNumber, { demonstration: false }).ok).toBe(false);
      expect(readPhone(worker.phone!, { demonstration: false }).ok).toBe(false);
      expect(readCard(worker.cardNumber!, { demonstration: false }).ok).toBe(false);
    }
  });
});
