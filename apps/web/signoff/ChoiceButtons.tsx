import { mendWords } from './mend-words';
import type { Choice, Choices } from './choices';

interface ChoiceButtonsProps extends Choices {
  chosen: string | undefined;
  choose: (choice: Choice) => void;
  disabled: boolean;
}

/** The ways to act: what is owed by its key, the rest behind 更多; what cannot be done now says why. */
export function ChoiceButtons({ owed, more, chosen, choose, disabled }: ChoiceButtonsProps) {
  const barred = more.filter(({ against }) => against.length > 0);
  return (
    <>
      {owed.length > 0 && (
        <div className="segmented" role="group" aria-label="办理方式">
          {owed.map((choice, index) => (
            <button
              key={choice.id}
              type="button"
              aria-pressed={chosen === choice.id}
              aria-keyshortcuts={String(index + 1)}
              disabled={disabled}
              onClick={() => choose(choice)}
            >
              <span className="keys" aria-hidden="true">
                {index + 1}
              </span>
              {choice.label}
            </button>
          ))}
        </div>
      )}
      {more.length > 0 && (
        <details className="more-acts" open={more.some(({ id }) => id === chosen) || owed.length === 0}>
          <summary>更多</summary>
          <div className="acts" role="group" aria-label="更多办理方式">
            {more.map((choice) => (
              <button
                key={choice.id}
                type="button"
                aria-pressed={chosen === choice.id}
                disabled={disabled || choice.against.length > 0}
                onClick={() => choose(choice)}
              >
                {choice.label}
              </button>
            ))}
          </div>
          {barred.map(({ id, label, against }) => (
            <p key={id} className="quiet">
              {label}：{mendWords(against[0]!)}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
