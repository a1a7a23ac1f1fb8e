import { BreachLine } from './Refusal';
import type { ActAnswer } from './use-act';

/** Why an act without a form was not done; nothing where it was. */
export function ActRefused({ answer }: { answer: ActAnswer | undefined }) {
  if (!answer || answer.at === 'done') return null;
  return (
    <div className="summary" role="alert">
      {answer.at === 'unsent' ? (
        <p>网络已断开，还没有送到，请再试一次。</p>
      ) : (
        (answer.problem.breaches ?? []).map((breach) => <BreachLine key={breach.rule} breach={breach} />)
      )}
      {answer.at === 'refused' && !answer.problem.breaches?.length && (
        <p>{answer.problem.detail ?? answer.problem.title}</p>
      )}
    </div>
  );
}
