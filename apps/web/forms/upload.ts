import type { Problem } from '#contracts/http/commands';
import { csrfToken, ProblemError, Unreachable } from '../http/client';

/**
 * Sends a file to be kept under its digest; sent twice, it is one.
 * @param told how much has gone out, of a hundred
 * @throws ProblemError with how to mend, Unreachable where it did not arrive
 */
export const upload = (digest: string, file: Blob, told: (percent: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    // fetch does not tell how far it has come
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/files/${digest}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-csrf', csrfToken());
    request.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 100 : Math.floor((100 * loaded) / total));
    request.onload = () => {
      if (request.status < 300) return resolve();
      reject(new ProblemError({ ...parsed(request.responseText), status: request.status }));
    };
    request.onerror = () => reject(new Unreachable('网络已断开，文件没有传完'));
    request.send(file);
  });

function parsed(text: string): Problem {
  const none = { type: 'about:blank', title: '文件没有收下', status: 0 };
  try {
    return { ...none, ...(JSON.parse(text) as Partial<Problem>) };
  } catch {
    return none;
  }
}
