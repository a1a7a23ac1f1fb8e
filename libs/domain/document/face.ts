/** A table on sheets of its own, as an annex. */
export interface FaceTable {
  title: string;
  columns: readonly {
    name: string;
    align: 'left' | 'center' | 'right';
    /** of the width, in hundredths */ share: number;
  }[];
  rows: readonly (readonly string[])[];
  /** the sums, under their columns */
  totals: readonly string[];
}

/** A document as it is printed: everything in words, the lead organ first. */
export interface DocumentFace {
  /** 文号; null on a draft */
  number: string | null;
  issuers: readonly string[];
  title: string;
  /** 主送机关; null where there is none */
  recipient: string | null;
  sections: readonly { heading: string | null; text: string }[];
  /** what goes out with it on sheets of its own; null where nothing does */
  annex: FaceTable | null;
  /** names of the annex and of attached files */
  attachments: readonly string[];
  /** civil date of sign-off (成文日期); null on a draft */
  on: string | null;
  /** 密级 and 紧急程度, where they are printed */
  marks: readonly string[];
  /** 附注, e.g. 此件公开发布 */
  note: string | null;
  copyTo: readonly string[];
  /** by which anyone can hold it against the log */
  checkCode: string | null;
  /** where that is done; null where this system has no address of its own */
  checkAddress: string | null;
  sealed: boolean;
  voided: boolean;
  /** what took its place: a number, or a later version of the draft; null while nothing did */
  replacedBy: string | null;
}

/** What stands across each sheet of a paper that is not in force. */
export function stampOf({ voided, replacedBy, number }: DocumentFace): string | null {
  if (voided) return '作废';
  if (replacedBy !== null) return number === null ? '旧稿' : '已废止';
  return number === null ? '草稿' : null;
}
