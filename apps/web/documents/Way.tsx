import type { DocumentPage } from '#contracts/http/documents';
import { beijingMinute } from '../parts/format';

const marks = { done: '✔', now: '●', ahead: '○' } as const;
const words = { done: '已办', now: '正在办理', ahead: '未到' } as const;

/** The stretches of the way in their order: what is behind, by whom and when; what is owed now, by whom; what comes. @rule R-DOC-13 */
export function Way({ page: { way, bodies, people } }: { page: DocumentPage }) {
  return (
    <ol className="way" aria-label="办理进程">
      {way.map(({ name, standing, at, by }, index) => (
        <li key={index} className={standing} aria-current={standing === 'now' ? 'step' : undefined}>
          <strong>
            <span aria-hidden="true">{marks[standing]}</span> {name}
            <span className="visually-hidden">{words[standing]}</span>
          </strong>
          {by.map(({ body, person }) => (
            <span key={`${body}${person}`} className="quiet">
              {(person !== null && people[person]) || (bodies[body] ?? body)}
            </span>
          ))}
          {at !== null && <time dateTime={at}>{beijingMinute(at)}</time>}
        </li>
      ))}
    </ol>
  );
}
