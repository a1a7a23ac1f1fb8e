/** Where the log stood when the year was frozen: leaf number and root of the sealed tree. @rule R-EVAL-17 */
export interface Freeze {
  leaf: number;
  root: string;
  at: string;
}
export interface Result {
  /** of the canonical figures */
  digest: string;
  projects: number;
  districts: number;
  /** persons and person-times are two measures @rule R-EVAL-13 */
  persons: number;
  personTimes: number;
  receivedFen: number;
  at: string;
}
/** The yearly evaluation of a scope: requested, frozen at a position of the log, computed, recorded with its digest. */
export interface Evaluation {
  id: string;
  exists: boolean;
  scope: string;
  year: number;
  status: 'none' | 'requested' | 'frozen' | 'recorded';
  /** 1 for the first run, then 2 for the first rerun asked for … */
  run: number;
  requestedBy: string;
  freeze: Freeze | null;
  result: Result | null;
  /** digests of earlier runs, in order: they stay visible */
  earlier: readonly string[];
}

/** @param id `<scope>/<year>` */
export function noEvaluation(id: string): Evaluation {
  const [scope = '', year = ''] = id.split('/');
  return {
    id,
    exists: false,
    scope,
    year: Number(year),
    status: 'none',
    run: 0,
    requestedBy: '',
    freeze: null,
    result: null,
    earlier: [],
  };
}
