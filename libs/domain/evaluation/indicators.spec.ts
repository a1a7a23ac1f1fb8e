import fc from 'fast-check';
import { figuresOf, type EvaluationInput, type ProjectFacts } from './indicators';

const project = (change: Partial<ProjectFacts> = {}): ProjectFacts => ({
  projectId: 'p-1',
  district: '110119',
  receivedFen: 120_000_00,
  fundBaseFen: 400_000_00,
  persons: 30,
  trainedFirst: 27,
  workDays: 600,
  linesPaid: 60,
  linesOnCard: 57,
  paidFen: 125_000_00,
  onCardFen: 120_000_00,
  linesDue: 61,
  linesOnTime: 55,
  listed: true,
  started: true,
  ...change,
});
const input = (projects: readonly ProjectFacts[], change: Partial<EvaluationInput> = {}): EvaluationInput => ({
  scope: 'beijing',
  year: 2026,
  projects,
  districts: [{ district: '110119', persons: 50, trainedFirst: 40 }],
  whole: { persons: 50, trainedFirst: 40 },
  ...change,
});
const two = [
  project(),
  project({
    projectId: 'p-2',
    persons: 25,
    trainedFirst: 20,
    receivedFen: 30_000_00,
    fundBaseFen: null,
    started: false,
  }),
];

describe('the indicators of a project', () => {
  it('are integers: fen, persons, days, and ratios in basis points rounded down', () => {
    const [first] = figuresOf(input(two)).projects;
    expect(first).toEqual({
      projectId: 'p-1',
      district: '110119',
      'IND-01': 120_000_00,
      'IND-02': 3000,
      'IND-04': 30,
      'IND-05': 30,
      'IND-06': 600,
      'IND-10': { lines: 9500, amount: 9600 },
      'IND-11': 9016,
      'IND-13': 9000,
      'IND-16': 10_000,
    });
  });
  it('say nothing where there is nothing to compare', () => {
    const idle = project({
      fundBaseFen: null,
      persons: 0,
      trainedFirst: 0,
      linesPaid: 0,
      linesOnCard: 0,
      paidFen: 0,
      onCardFen: 0,
      linesDue: 0,
      linesOnTime: 0,
      listed: false,
    });
    const figures = figuresOf(
      input([idle], {
        districts: [{ district: '110119', persons: 0, trainedFirst: 0 }],
        whole: { persons: 0, trainedFirst: 0 },
      }),
    );
    expect(figures.whole).toMatchObject({
      'IND-02': null,
      'IND-10': { lines: null, amount: null },
      'IND-11': null,
      'IND-13': null,
      'IND-16': null,
    });
  });
});

describe('the indicators of a district', () => {
  it('R-EVAL-13: count who works on two projects once as a person and twice as person-times', () => {
    expect(figuresOf(input(two)).districts).toEqual([
      expect.objectContaining({ projects: 2, 'IND-04': 50, 'IND-05': 55, 'IND-13': 8000 }),
    ]);
  });
  it('R-EVAL-13: fewer persons than one project has, or more than all have, are refused', () => {
    const heads = (persons: number) => () =>
      figuresOf(input(two, { districts: [{ district: '110119', persons, trainedFirst: 0 }] }));
    expect(heads(30)).not.toThrow();
    expect(heads(29)).toThrow(RangeError);
    expect(heads(55)).not.toThrow();
    expect(heads(56)).toThrow(RangeError);
  });
  it('R-FUND-13: the wage share looks at projects with a fund base alone', () => {
    expect(figuresOf(input(two)).whole).toMatchObject({ 'IND-01': 150_000_00, 'IND-02': 3000, 'IND-16': 5000 });
  });
  it('needs a head count for each district', () => {
    expect(() =>
      figuresOf(input([project({ district: '110116' })], { whole: { persons: 30, trainedFirst: 0 } })),
    ).toThrow(RangeError);
  });
});

const anyProject = fc.record({
  district: fc.constantFrom('110109', '110116', '110119'),
  receivedFen: fc.nat(1_000_000_00),
  fundBaseFen: fc.option(fc.nat(1_000_000_00)),
  persons: fc.nat(200),
  workDays: fc.nat(5000),
  linesPaid: fc.nat(300),
  linesDue: fc.nat(300),
  started: fc.boolean(),
});
const anyYear = fc.array(anyProject, { maxLength: 12 }).map((drawn) =>
  drawn.map(({ linesPaid, linesDue, persons, ...rest }, index) =>
    project({
      ...rest,
      projectId: `p-${index}`,
      persons,
      trainedFirst: persons,
      linesPaid,
      linesOnCard: linesPaid,
      linesDue,
      linesOnTime: linesDue,
    }),
  ),
);
const apart = (projects: readonly ProjectFacts[]): EvaluationInput => {
  const heads = (some: readonly ProjectFacts[]) => some.reduce((all, { persons }) => all + persons, 0);
  const districts = [...new Set(projects.map(({ district }) => district))].map((district) => {
    const persons = heads(projects.filter((one) => one.district === district));
    return { district, persons, trainedFirst: persons };
  });
  return input(projects, { districts, whole: { persons: heads(projects), trainedFirst: heads(projects) } });
};

describe('for any year', () => {
  it('the order in which projects and districts are read makes no difference to a byte', () => {
    fc.assert(
      fc.property(
        anyYear.chain((projects) =>
          fc.tuple(fc.constant(projects), fc.shuffledSubarray(projects, { minLength: projects.length })),
        ),
        ([projects, shuffled]) => {
          const { districts, ...rest } = apart(projects);
          const other = { ...rest, projects: shuffled, districts: districts.toReversed() };
          expect(JSON.stringify(figuresOf(other))).toBe(JSON.stringify(figuresOf({ ...rest, districts })));
        },
      ),
    );
  });
  it('the districts add up to the whole', () => {
    fc.assert(
      fc.property(anyYear, (projects) => {
        const { districts, whole } = figuresOf(apart(projects));
        for (const key of ['IND-01', 'IND-05', 'IND-06'] as const) {
          expect(districts.reduce((all, district) => all + district[key], 0)).toBe(whole[key]);
        }
      }),
    );
  });
});
