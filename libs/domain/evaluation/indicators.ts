import { ratioBp, sumFen } from '../money';

/** What the frozen record holds of one project and year: plain counts and sums, gathered up to the freeze. */
export interface ProjectFacts {
  projectId: string;
  district: string;
  /** received pay of eligible workers (local rural, excluded costs left out), in fen */
  receivedFen: number;
  /** fund base that the plan documents name for the wage share; null where none is named @rule R-FUND-13 */
  fundBaseFen: number | null;
  /** distinct workers with at least one valid attendance day */
  persons: number;
  /** of those: with the passes of their post before the first shift */
  trainedFirst: number;
  workDays: number;
  /** lines received by any way, and of those on the worker's own card; the same by amount */
  linesPaid: number;
  linesOnCard: number;
  paidFen: number;
  onCardFen: number;
  /** lines whose pay day has passed at the freeze, and of those received by that day */
  linesDue: number;
  linesOnTime: number;
  listed: boolean;
  started: boolean;
}

/** Distinct persons of a district, or of the whole scope: somebody who works on two projects is one person. @rule R-EVAL-13 */
export interface Heads {
  persons: number;
  trainedFirst: number;
}
export interface EvaluationInput {
  scope: string;
  year: number;
  projects: readonly ProjectFacts[];
  districts: readonly ({ district: string } & Heads)[];
  whole: Heads;
}

/** One row of figures. Ratios are basis points, rounded down; null where there is nothing to compare. */
export interface Indicators {
  /** labor pay paid, fen @rule R-WAGE-03 R-EVAL-12 */
  'IND-01': number;
  /** wage share, bp of the fund base @rule R-FUND-13 */
  'IND-02': number | null;
  /** persons employed 人 @rule R-EVAL-13 */
  'IND-04': number;
  /** person-times 人次 */
  'IND-05': number;
  /** work days 工日 @rule R-ATT-01 */
  'IND-06': number;
  /** card-payment share, bp of lines and of amount @rule R-PAY-01 */
  'IND-10': { lines: number | null; amount: number | null };
  /** on-time pay rate, bp of lines due @rule R-PAY-17 R-PAY-18 */
  'IND-11': number | null;
  /** train-then-post rate, bp of persons @rule R-TRAIN-02 */
  'IND-13': number | null;
  /** start rate, bp of projects listed @rule R-EVAL-11 */
  'IND-16': number | null;
}
export interface Figures {
  scope: string;
  year: number;
  projects: readonly ({ projectId: string; district: string } & Indicators)[];
  districts: readonly ({ district: string; projects: number } & Indicators)[];
  whole: { projects: number } & Indicators;
}

const sum = (projects: readonly ProjectFacts[], of: (project: ProjectFacts) => number): number =>
  sumFen(projects.map(of));

/** The share of received pay in the fund base, over the projects that name one. @rule R-FUND-13 */
function wageShare(projects: readonly ProjectFacts[]): number | null {
  const based = projects.filter(({ fundBaseFen }) => fundBaseFen !== null);
  return ratioBp(
    sum(based, ({ receivedFen }) => receivedFen),
    sum(based, ({ fundBaseFen }) => fundBaseFen ?? 0),
  );
}

/** Indicators of some projects taken together; `heads` are their distinct persons. */
function indicatorsOf(projects: readonly ProjectFacts[], heads: Heads): Indicators {
  const listed = projects.filter((project) => project.listed);
  const total = (of: (project: ProjectFacts) => number): number => sum(projects, of);
  return {
    'IND-01': total(({ receivedFen }) => receivedFen),
    'IND-02': wageShare(projects),
    'IND-04': heads.persons,
    'IND-05': total(({ persons }) => persons),
    'IND-06': total(({ workDays }) => workDays),
    'IND-10': {
      lines: ratioBp(
        total(({ linesOnCard }) => linesOnCard),
        total(({ linesPaid }) => linesPaid),
      ),
      amount: ratioBp(
        total(({ onCardFen }) => onCardFen),
        total(({ paidFen }) => paidFen),
      ),
    },
    'IND-11': ratioBp(
      total(({ linesOnTime }) => linesOnTime),
      total(({ linesDue }) => linesDue),
    ),
    'IND-13': ratioBp(heads.trainedFirst, heads.persons),
    'IND-16': ratioBp(listed.filter(({ started }) => started).length, listed.length),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @throws RangeError when the persons of several projects cannot be these: mixed up with person-times @rule R-EVAL-13 */
function assertHeads(projects: readonly ProjectFacts[], { persons, trainedFirst }: Heads, of: string): void {
  const most = sum(projects, (project) => project.persons);
  const least = projects.reduce((max, project) => Math.max(max, project.persons), 0);
  if (persons < least || persons > most || trainedFirst > persons) {
    throw new RangeError(`not the persons of ${of}: ${persons} (${trainedFirst} trained) of ${least} to ${most}`);
  }
}

/**
 * The year's figures: integers alone, in one order, so that the same record gives the same bytes each time.
 * @throws RangeError on counts that contradict each other, or a district that no head count was given for
 * @rule R-EVAL-13 R-EVAL-17
 */
export function figuresOf({ scope, year, projects, districts, whole }: EvaluationInput): Figures {
  const inOrder = projects.toSorted((a, b) => byText(a.projectId, b.projectId));
  assertHeads(inOrder, whole, scope);
  return {
    scope,
    year,
    projects: inOrder.map((project) => ({
      projectId: project.projectId,
      district: project.district,
      ...indicatorsOf([project], project),
    })),
    districts: [...new Set(inOrder.map(({ district }) => district))].toSorted(byText).map((district) => {
      const own = inOrder.filter((project) => project.district === district);
      const heads = districts.find((one) => one.district === district);
      if (!heads) throw new RangeError(`no head count of district ${district}`);
      assertHeads(own, heads, district);
      return { district, projects: own.length, ...indicatorsOf(own, heads) };
    }),
    whole: { projects: inOrder.length, ...indicatorsOf(inOrder, whole) },
  };
}
