import { useQueryClient } from '@tanstack/react-query';
import { textOf, useControl } from '../forms/use-control';
import { keepPhrases } from '../http/desk';
import { usePhrases } from '../http/queries';

const common = ['同意。', '同意，请抓紧办理。', '请补充材料后再报。'];
const most = { phrases: 20, letters: 100 };

/** One's own phrases beside those everyone uses: one of them goes into the opinion, and what was typed can be kept. */
export function Phrases({ path }: { path: string }) {
  const client = useQueryClient();
  const own = usePhrases().data ?? [];
  const { value, set } = useControl(path);
  const typed = textOf(value).trim();
  const keep = async (phrases: readonly string[]) => {
    await keepPhrases(phrases);
    await client.invalidateQueries({ queryKey: ['phrases'] });
  };
  const put = (phrase: string) => set(typed.includes(phrase) ? typed : `${typed}${phrase}`);
  const mayKeep =
    typed !== '' && typed.length <= most.letters && ![...own, ...common].includes(typed) && own.length < most.phrases;
  return (
    <details className="phrases">
      <summary>常用意见</summary>
      <ul className="plain-list">
        {[...own, ...common.filter((phrase) => !own.includes(phrase))].map((phrase) => (
          <li key={phrase}>
            <button type="button" className="link" onClick={() => put(phrase)}>
              {phrase}
            </button>
            {own.includes(phrase) && (
              <button
                type="button"
                className="link quiet"
                aria-label={`删去常用意见：${phrase}`}
                onClick={() => void keep(own.filter((one) => one !== phrase))}
              >
                删去
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayKeep && (
        <button type="button" className="link" onClick={() => void keep([...own, typed])}>
          把写好的意见存为常用意见
        </button>
      )}
    </details>
  );
}
