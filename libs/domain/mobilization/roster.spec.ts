import { given } from '../../../test/support/given';
import {
  coverage,
  districtWith,
  inTraining,
  building,
  mobilizing,
  projectWith,
  ready,
  rigger,
  selfBuilt,
  selfBuildParties,
} from '../../../test/support/projects-segments';
import { mobilizationDuties } from './duties';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import type { Project } from '../project';

const parameters = parametersOn(defaultParameters, '2026-03-02');
const dutiesOf = (project: Project) => mobilizationDuties(project, { parameters });

describe('supervision of the roster', () => {
  const look = (topics: ('roster' | 'attendance' | 'pay')[]) => ({
    segmentId: 's1',
    on: '2026-03-02',
    topics,
    faults: 0,
    opinion: '名册齐全',
  });

  it('R-ROST-01: the roster before works start; attendance and pay as well once they run', () => {
    given(inTraining())
      .when('recordRosterCheck', look(['roster']))
      .records('RosterChecked');
    given(inTraining()).when('recordRosterCheck', look([])).refuses('R-ROST-01');
    given(building())
      .when('recordRosterCheck', look(['roster']))
      .refuses('R-ROST-01');
    given(building())
      .when('recordRosterCheck', look(['roster', 'attendance', 'pay']))
      .records('RosterChecked');
  });

  it('R-ROST-01: nobody checks itself', () => {
    const itself = { ...mobilizing(), parties: { ...selfBuildParties, owner: 'village-yq' } };
    given(itself)
      .when('recordRosterCheck', look(['roster']), { as: 'owner' })
      .refuses('R-ROST-01');
    given(itself)
      .when('recordRosterCheck', look(['roster']), { as: 'township' })
      .records('RosterChecked');
  });

  it('R-ROST-01: the owner owes one each month, the township where the owner employs', () => {
    const check = (project: Project) => dutiesOf(project).find(({ command }) => command === 'recordRosterCheck');
    expect(check(building())).toMatchObject({
      owner: { body: 'owner-yq' },
      limit: { months: 1 },
      key: 'mobilization/s1/recordRosterCheck/1',
    });
    expect(check({ ...building(), parties: { ...selfBuildParties, owner: 'village-yq' } })).toMatchObject({
      owner: { body: 'town-yq' },
    });
    const { after } = given(building())
      .when('recordRosterCheck', look(['roster', 'attendance', 'pay']))
      .records('RosterChecked');
    expect(check(after.subject as Project)?.key).toBe('mobilization/s1/recordRosterCheck/2');
    expect(check(projectWith())).toBeUndefined();
  });
});

describe('confirming the roster', () => {
  const facts = { district: districtWith(), coverage: coverage() };
  const confirm = (project: Project, changes: object = {}) =>
    given(project).when('confirmRoster', { segmentId: 's1' }, { facts: { ...facts, ...changes } });

  it('sends the segment on to training', () => {
    const { after } = confirm(mobilizing()).records('RosterConfirmed');
    expect((after.subject as Project).segments[0]).toMatchObject({
      stage: 'training',
      mobilization: { confirmedOn: '2026-03-02' },
    });
  });

  it('R-COORD-01, R-SURV-01, R-JOB-01, R-PAY-10, R-ROST-18, R-INS-01: lists everything that is missing', () => {
    confirm(projectWith()).refuses('R-COORD-01', 'R-SURV-01', 'R-JOB-01', 'R-PAY-10', 'R-ROST-18', 'R-INS-01');
  });

  it('R-SURV-01: a newer survey of the district keeps the gate met', () => {
    const at = '2026-12-20T02:00:00.000Z';
    const of = (surveys: { id: string; on: string; surveyed: number; willing: number; skilled: number }[]) =>
      given(mobilizing()).when(
        'confirmRoster',
        { segmentId: 's1' },
        { at, facts: { ...facts, district: districtWith({ surveys }) } },
      );
    of([{ id: 'survey-1', on: '2025-12-01', surveyed: 1, willing: 1, skilled: 1 }]).refuses('R-SURV-01');
    of([{ id: 'survey-2', on: '2026-11-01', surveyed: 1, willing: 1, skilled: 1 }]).records('RosterConfirmed');
  });

  it('R-WAGE-02: refuses while a post class has no standard', () => {
    confirm(mobilizing({ posts: [{ ...rigger, postClass: '电工' }] })).refuses('R-WAGE-02');
  });

  it('R-ROST-02: refuses an empty roster', () => {
    confirm(mobilizing({ posts: [], publishedOn: null }), {
      coverage: coverage({ enrolled: 0, agreed: 0, withCard: 0, byPost: {} }),
    }).refuses('R-ROST-02', 'R-JOB-01');
  });

  it('R-QUAL-03: refuses a key post without anybody', () => {
    confirm(mobilizing(), { coverage: coverage({ byPost: { p1: 3 } }) }).refuses('R-QUAL-03');
  });

  it('R-ROST-10: refuses one person short of an agreement', () => {
    confirm(mobilizing(), { coverage: coverage({ agreed: 2, withCard: 2 }) }).refuses('R-ROST-10');
  });

  it('R-PAY-16: refuses one person short of a card', () => {
    confirm(mobilizing(), { coverage: coverage({ withCard: 2 }) }).refuses('R-PAY-16');
  });

  it('belongs to the employer', () => {
    given(mobilizing()).when('confirmRoster', { segmentId: 's1' }, { facts, as: 'township' }).refuses('P-WHO');
  });
});

describe('duties of mobilization', () => {
  const commands = (project: Project) => dutiesOf(project).map(({ command }) => command);

  it('name the next act and its owner, step by step', () => {
    expect(dutiesOf(projectWith()).map(({ command, owner }) => [command, owner])).toEqual([
      ['openMobilization', { body: 'town-yq' }],
      ['publishPosts', { body: 'builder-yq' }],
      ['readyPayChannel', { body: 'builder-yq' }],
      ['recordInsurance', { body: 'builder-yq' }],
    ]);
    expect(commands(mobilizing({ enrolled: 0, agreed: 0 }))).toEqual(['enrollWorkers']);
    expect(commands(mobilizing({ agreed: 2 }))).toEqual(['signAgreements', 'recordRosterCheck']);
    expect(commands(mobilizing())).toEqual(['confirmRoster', 'recordRosterCheck']);
  });

  it('fall to the collective that builds itself', () => {
    expect(dutiesOf(selfBuilt({ mobilization: ready }))[0]).toMatchObject({
      command: 'confirmRoster',
      owner: { body: 'village-yq' },
    });
  });

  it('go on for people hired while works run, and are silent for a waiting segment', () => {
    expect(commands(building({}, { mobilization: { ...ready, enrolled: 4 } }))).toContain('signAgreements');
    expect(commands(projectWith({ stage: 'waiting' }))).toEqual([]);
  });
});
