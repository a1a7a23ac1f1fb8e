import { Button } from 'antd';
import { useState } from 'react';
import { priorityLabels } from '#labels/zh/terms';
import { ask, ProblemError } from '../http/client';

export interface Registered {
  personRef: string;
  /** masked name and the last digits, for this screen alone */
  shown: string;
}

const blank = {
  name: '',
  idNumber: '',
  phone: '',
  householdVillage: '',
  cardNumber: '',
  cardBank: '',
  localRural: true,
  priorityCategory: '',
  priorityEvidence: '',
};
type Entry = typeof blank;
type TextName = Exclude<keyof Entry, 'localRural' | 'priorityCategory'>;

const texts: readonly { name: TextName; label: string; mode?: 'numeric' | 'tel' }[] = [
  { name: 'name', label: '姓名' },
  { name: 'idNumber', label: '身份证号码' },
  { name: 'phone', label: '手机号码（可不填）', mode: 'tel' },
  { name: 'householdVillage', label: '户籍所在村' },
  { name: 'cardNumber', label: '本人银行卡号（可不填）', mode: 'numeric' },
  { name: 'cardBank', label: '开户银行（可不填）' },
];

/** Registers one worker by name, or finds the one registered already. What is typed goes to the vault and is kept nowhere else. */
export function RegisterPerson({ onRegistered }: { onRegistered: (person: Registered) => void }) {
  const [entry, setEntry] = useState<Entry>(blank);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const register = async () => {
    setBusy(true);
    setFaults({});
    const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''));
    try {
      const { body } = await ask<{ personRef: string; existing: boolean }>('/api/persons', {
        method: 'POST',
        body: given,
      });
      onRegistered({ personRef: body.personRef, shown: `${entry.name.slice(0, 1)}* ${entry.idNumber.slice(-4)}` });
      setSaid(body.existing ? '此人已实名登记，已加入名单。' : '已实名登记，已加入名单。');
      setEntry({ ...blank, householdVillage: entry.householdVillage, cardBank: entry.cardBank });
      document.getElementById('person-name')?.focus();
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : null;
      setFaults(Object.fromEntries((problem?.faults ?? []).map(({ field, message }) => [field, message])));
      setSaid(problem ? (problem.detail ?? problem.title) : '网络已断开，没有登记。');
    }
    setBusy(false);
  };
  return (
    <div
      role="group"
      aria-label="实名登记"
      className="totals"
      onKeyDown={(event) => {
        // Enter here adds this person; it must not send the whole form
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey) return;
        event.preventDefault();
        void register();
      }}
    >
      <div className="columns">
        {texts.map(({ name, label, mode }) => (
          <div className="field" key={name}>
            <label htmlFor={`person-${name}`}>{label}</label>
            <input
              id={`person-${name}`}
              className="native"
              autoComplete="off"
              inputMode={mode ?? 'text'}
              aria-invalid={name in faults}
              aria-describedby={name in faults ? `person-${name}-fault` : undefined}
              value={entry[name]}
              onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
            />
            {faults[name] && (
              <p className="fault" id={`person-${name}-fault`}>
                {faults[name]}
              </p>
            )}
          </div>
        ))}
        <div className="field">
          <label htmlFor="person-priority">优先对象类别</label>
          <select
            id="person-priority"
            value={entry.priorityCategory}
            onChange={(event) => setEntry({ ...entry, priorityCategory: event.target.value })}
          >
            <option value="">不属于优先对象</option>
            {Object.entries(priorityLabels).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {entry.priorityCategory !== '' && (
          <div className="field">
            <label htmlFor="person-evidence">优先对象认定依据</label>
            <input
              id="person-evidence"
              className="native"
              value={entry.priorityEvidence}
              onChange={(event) => setEntry({ ...entry, priorityEvidence: event.target.value })}
            />
            {faults['priorityEvidence'] && <p className="fault">{faults['priorityEvidence']}</p>}
          </div>
        )}
      </div>
      <div className="check">
        <input
          id="person-local"
          type="checkbox"
          checked={entry.localRural}
          onChange={(event) => setEntry({ ...entry, localRural: event.target.checked })}
        />
        <label htmlFor="person-local">本地农村劳动力</label>
      </div>
      <p className="acts">
        <Button onClick={() => void register()} loading={busy}>
          登记并加入名单
        </Button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
