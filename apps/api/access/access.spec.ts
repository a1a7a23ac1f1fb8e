import type { BodyKind } from '../../../libs/domain/organization/roles';
import { scopeOf } from './access';

const post = (body: string, bodyKind: BodyKind, district: string, postKind = 'handler') => ({
  body,
  bodyKind,
  district,
  postKind,
});

describe('what posts let see', () => {
  it('is the whole district for its offices, auditors and schedulers', () => {
    expect(scopeOf([post('yq-fin', 'finance', '110119')])).toMatchObject({ all: false, districts: ['110119'] });
    expect(scopeOf([post('yq-audit', 'audit', '110119', 'auditor')]).districts).toEqual(['110119']);
    expect(scopeOf([post('sihai-town', 'township', '110119', 'scheduler')]).districts).toEqual(['110119']);
  });

  it('is what their body takes part in for townships, owners and contractors', () => {
    for (const kind of [
      'township',
      'enterprise',
      'villageCollective',
      'cooperative',
      'villageSupervision',
      'supervisionEngineer',
    ] as const) {
      expect(scopeOf([post('one', kind, '110119', 'laborPayOfficer')])).toEqual({
        all: false,
        districts: [],
        bodies: ['one'],
        administers: false,
      });
    }
  });

  it('is the whole city for municipal departments, and no project for administrators', () => {
    expect(scopeOf([post('bj-drc', 'municipalDepartment', '110000', 'scheduler')]).all).toBe(true);
    expect(scopeOf([post('platform', 'platform', '110000', 'systemAdministrator')])).toEqual({
      all: false,
      districts: [],
      bodies: ['platform'],
      administers: true,
    });
  });
});
