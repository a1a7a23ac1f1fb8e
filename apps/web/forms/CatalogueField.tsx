import { Input } from 'antd';
import { useState } from 'react';
import { guideCatalogue, segmentOf, type CatalogueTask } from '#domain/rulebook/catalogue/catalogue';
import { useForm, valueAt } from './context';
import type { FieldProps } from './field-props';
import { Group } from './Group';
import { fieldId, join } from './values';

/** Labor segments of the guide catalogue, three levels deep: found by a word, or opened field by field. @rule R-SEG-02 */
export function CatalogueField({ path, name, label }: FieldProps) {
  const form = useForm();
  const [word, setWord] = useState('');
  const value = valueAt(form, path);
  const chosen: readonly string[] = Array.isArray(value) ? (value as string[]) : [];
  const toggle = (code: string, on: boolean) =>
    form.set(path, on ? [...chosen, code] : chosen.filter((one) => one !== code));
  const matching = (task: CatalogueTask) =>
    task.segments.filter(({ code, zh }) => word === '' || `${code}${zh}${task.zh}`.includes(word.trim()));
  return (
    <Group path={path} name={name} {...(label && { label })}>
      {chosen.length > 0 && (
        <ul className="chips" aria-label="已选用工环节">
          {chosen.map((code) => (
            <li key={code}>
              {code} {segmentOf(code)?.zh}
              <button type="button" aria-label={`移除 ${code}`} onClick={() => toggle(code, false)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Input
        id={fieldId(join(path, 'search'))}
        aria-label="查找用工环节"
        placeholder="查找，如：清淤、砌筑、保洁"
        value={word}
        onChange={(event) => setWord(event.target.value)}
        allowClear
      />
      <div className="catalogue">
        {guideCatalogue.fields.map(({ code, zh, tasks }) => {
          const found = tasks
            .map((task) => ({ task, segments: matching(task) }))
            .filter(({ segments }) => segments.length > 0);
          if (found.length === 0) return null;
          return (
            <details key={code} open={word.trim() !== ''}>
              <summary>
                {zh}（{found.reduce((sum, { segments }) => sum + segments.length, 0)}）
              </summary>
              {found.map(({ task, segments }) => (
                <div key={task.code} role="group" aria-label={task.zh}>
                  <p className="quiet">{task.zh}</p>
                  {segments.map((segment) => {
                    const id = fieldId(join(path, `code-${segment.code}`));
                    return (
                      <div className="check" key={segment.code}>
                        <input
                          id={id}
                          type="checkbox"
                          checked={chosen.includes(segment.code)}
                          onChange={(event) => toggle(segment.code, event.target.checked)}
                        />
                        <label htmlFor={id}>
                          {segment.code} {segment.zh}
                        </label>
                      </div>
                    );
                  })}
                </div>
              ))}
            </details>
          );
        })}
      </div>
    </Group>
  );
}
