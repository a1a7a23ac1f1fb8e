import { documentStatusLabels } from '#domain/document/document';
import { documentForLabels } from './terms';

/** What went out under a number. */
export const numberKindLabels = { ...documentForLabels, filed: '纸质归档文件' } as const;

/** How it stands. */
export const numberStatusLabels = { ...documentStatusLabels, onPaper: '纸质办理' } as const;
