export const completionPapers = [
  'contractDone',
  'technicalFiles',
  'materialReports',
  'qualityPapers',
  'warranty',
] as const;
/** 完成设计和合同内容 · 技术档案和施工管理资料 · 材料试验报告 · 各方质量合格文件 · 工程保修书 @rule R-INV-30 */
export type CompletionPaper = (typeof completionPapers)[number];

/** The act of a major project's own acceptance, to which a labor segment's file refers. */
export interface AcceptanceReference {
  organ: string;
  number: string;
  on: string;
  digest?: string | undefined;
}

/** The acceptance file: its three sections are filled from the record, not typed. @rule R-ACPT-01 */
export interface AcceptanceFile {
  /** 1 for the first file, then 2 for the one prepared again … */
  edition: number;
  preparedOn: string;
  hiring: { persons: number; localRural: number; priority: number; days: number };
  training: { safety: number; skill: number; disclosure: number; persons: number };
  pay: { netFen: number; receivedFen: number; disputedFen: number; lines: number };
  /** disputed pay with the money set aside for it @rule R-WAGE-22 */
  reserved: readonly { segmentId: string; period: string; reservedFen: number }[];
  qualityPapers: readonly CompletionPaper[];
  parentAct: AcceptanceReference | null;
}
export interface Signature {
  body: string;
  person: string;
  on: string;
  opinion: string;
}
export interface Acceptance {
  file: AcceptanceFile | null;
  /** how many files were prepared so far */
  editions: number;
  signatures: readonly Signature[];
  signedOn: string | null;
  filedOn: string | null;
  filingNumber: string | null;
}
export const noAcceptance: Acceptance = {
  file: null,
  editions: 0,
  signatures: [],
  signedOn: null,
  filedOn: null,
  filingNumber: null,
};
