import { given } from '../../../test/support/given';
import { emptyState } from '../decider';
import type { StreamId } from '../stream';
import type { Evaluation } from './evaluation';
import { noEvaluation } from './evaluation';

const stream: StreamId = 'evaluation/beijing/2025';
const digest = (letter: string) => `sm3:${letter.repeat(64)}`;
const freeze = { leaf: 4321, root: digest('a'), at: '2026-01-15T00:00:00.000Z' };
const figures = {
  digest: digest('b'),
  projects: 12,
  districts: 3,
  persons: 400,
  personTimes: 450,
  receivedFen: 3_000_000_00,
};
const evaluation = (change: Partial<Evaluation> = {}) =>
  given({ ...noEvaluation('beijing/2025'), exists: true, status: 'requested', run: 1, ...change }, stream);
const recorded = { status: 'recorded', freeze, result: { ...figures, at: '2026-01-16T00:00:00.000Z' } } as const;
const evaluationOf = ({ after }: { after: { subject: unknown } }) => after.subject as Evaluation;

describe('requesting the evaluation of a year', () => {
  const request = (of: StreamId) =>
    given(emptyState(of)).when('requestEvaluation', {}, { as: 'scheduler', at: '2026-01-15T00:00:00.000Z' });

  it('R-EVAL-01: is for the city or one district, and a year that has begun', () => {
    expect(evaluationOf(request(stream).records('EvaluationRequested'))).toMatchObject({
      scope: 'beijing',
      year: 2025,
      run: 1,
      status: 'requested',
    });
    request('evaluation/110119/2026').records('EvaluationRequested');
    request('evaluation/110119/2027').refuses('R-EVAL-01');
    request('evaluation/110119/2022').refuses('R-EVAL-01');
    request('evaluation/shanghai/2025').refuses('R-EVAL-01');
  });
  it('R-EVAL-01: happens once a scope and year', () => {
    evaluation().when('requestEvaluation', {}, { as: 'scheduler' }).refuses('P-ONCE');
  });
});

describe('freezing', () => {
  it('R-EVAL-17: holds one position of the log; the same again says nothing new, another is refused', () => {
    expect(evaluationOf(evaluation().when('freezeEvaluation', freeze).records('EvaluationFrozen')).freeze).toEqual(
      freeze,
    );
    evaluation({ freeze }).when('freezeEvaluation', freeze).records();
    evaluation({ freeze })
      .when('freezeEvaluation', { ...freeze, leaf: 4322 })
      .refuses('R-EVAL-17');
    evaluation({ freeze })
      .when('freezeEvaluation', { ...freeze, root: digest('c') })
      .refuses('R-EVAL-17');
  });
});

describe('the result', () => {
  const record = (state: Partial<Evaluation>, change: object = {}) =>
    evaluation(state).when('recordResult', { ...figures, ...change });

  it('R-EVAL-17: of the same freeze is the same to the byte; another one is refused loudly', () => {
    expect(evaluationOf(record({ status: 'frozen', freeze }).records('ResultRecorded')).result).toMatchObject(figures);
    record(recorded).records();
    record(recorded, { digest: digest('c') }).refuses('R-EVAL-17');
  });
  it('R-EVAL-13: has no more persons than person-times', () => {
    record({ status: 'frozen', freeze }, { persons: 450 }).records('ResultRecorded');
    record({ status: 'frozen', freeze }, { persons: 451 }).refuses('R-EVAL-13');
  });
  it('follows the freeze', () => record({}).refuses('P-ORDER'));
});

describe('a rerun', () => {
  it('begins with a new freeze and leaves the earlier result in sight', () => {
    const {
      freeze: after,
      result,
      earlier,
      run,
    } = evaluationOf(
      evaluation(recorded).when('requestRerun', { reason: '补报项目' }, { as: 'scheduler' }).records('RerunRequested'),
    );
    expect([after, result, earlier, run]).toEqual([null, null, [figures.digest], 2]);
  });
  it('waits for the run before it', () => {
    evaluation({ status: 'frozen', freeze })
      .when('requestRerun', { reason: '补报项目' }, { as: 'scheduler' })
      .refuses('P-ORDER');
  });
});
