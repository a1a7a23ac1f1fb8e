import { findFiles } from '#persons/file-vault';
import type { Readers } from './fact-readers';

const digestForm = /"((?:sm3|sha256):[0-9a-f]{64})"/g;

export const fileReaders: Readers<'files'> = {
  files: ({ tx, command }) =>
    findFiles(tx, [...new Set([...JSON.stringify(command.data).matchAll(digestForm)].map(([, digest]) => digest!))]),
};
