import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { money } from '@/shared/lib/format';
import { useNarrow } from '@/shared/lib/narrow';
import { Evidence } from '@/shared/ui/finding/Evidence';
import { useFinding } from '@/shared/ui/finding/useFinding';
import { Icon } from '@/shared/ui/Icon';
import { Answers } from './Answers';
import type { Decision } from './data';
import { Part } from './Part';

const first = 4;

/** Decisions is what waits for the person, each decided where it stands. */
export function Decisions({ groups }: { groups: Schemas['DecisionGroupOut'][] }) {
  const { t } = useTranslation('desk');
  const [all, setAll] = useState(false);
  const narrow = useNarrow();
  const list = groups.flatMap((g) => g.items);
  if (list.length === 0) return null;
  const n = `${list.length}${groups.some((g) => g.more) ? '+' : ''}`;
  return (
    <Part id="decide" title={t('decide')} n={n}>
      <ul className="asks">
        {list.slice(0, all ? list.length : first).map((d, i) => (
          <li key={`${d.kind}${d.id}`}>
            <Ask d={d} strong={narrow && i === 0} />
          </li>
        ))}
      </ul>
      {!all && list.length > first && (
        <Button type="link" className="rest" onClick={() => setAll(true)}>
          {t('rest', { n: list.length - first })}
        </Button>
      )}
    </Part>
  );
}

function Ask({ d, strong }: { d: Decision; strong: boolean }) {
  const { t } = useTranslation('desk');
  const to = d.subject_kind === 'lead' ? '/leads/$id' : '/projects/$id';
  const m = money(d.amount);
  const amount = m.unit ? `${m.value} ${t(`common:${m.unit}`)}` : '';
  const details = [
    d.unit && t('from', { unit: d.unit, by: d.by === d.unit || d.by.startsWith('system.') ? '' : d.by }),
    amount,
    d.voucher,
    d.on,
  ];
  return (
    <>
      <div>
        <h3>
          {t(`ask.${d.kind}`, { what: what(d, t) })} <span>{d.title}</span>
        </h3>
        <p>{details.filter((x) => x && x.trim() !== '').join(' · ')}</p>
        {d.text && <p>{d.text}</p>}
        <Why d={d} />
      </div>
      <div className="answers">
        <Link
          to={to}
          params={{ id: d.subject_id }}
          className="papers"
          aria-label={t('papers', { name: d.title })}
          title={t('papers', { name: d.title })}
        >
          <Icon name="paper" size={18} />
        </Link>
        <Answers d={d} strong={strong} />
      </div>
    </>
  );
}

function what(d: Decision, t: (key: string) => string): string {
  if (d.kind === 'stage') return t(`enums:stage.${d.what}`);
  if (d.kind === 'fund') return t(`enums:fundCategory.${d.what}`);
  return d.kind === 'lead' ? t(`enums:channel.${d.what}`) : t(`enums:suspicion.${d.what}`);
}

function Why({ d }: { d: Decision }) {
  const finding = useFinding();
  if (d.kind !== 'suspicion_answer' && d.kind !== 'suspicion_close') return null;
  return (
    <>
      <p>{finding({ kind: d.what, facts: d.facts })}</p>
      <Evidence facts={d.facts} />
    </>
  );
}
