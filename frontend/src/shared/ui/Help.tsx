import { Link } from '@tanstack/react-router';
import { Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './help.css';

/** guides say in which guide, and under which anchor, a topic is told in full. */
const guides = {
  stages: 'officers#stages',
  gates: 'officers#stages',
  lead: 'officers#lead',
  calls: 'officers#visits',
  import: 'administrators#import',
  merge: 'officers#lead',
  funds: 'officers#funds',
  claimed: 'officers#claimed',
  credit: 'administrators#credit',
  rule: 'administrators#rules',
  targets: 'administrators#targets',
  roles: 'administrators#roles',
  lights: 'leaders#lights',
  waiting: 'leaders#conversion',
  suspicions: 'leaders#suspicions',
  bulletin: 'administrators#bulletin',
} as const;

export type Topic = keyof typeof guides;

/** Help is a question mark beside a heading: a few words on the spot, and the way to the guide. */
export function Help({ topic }: { topic: Topic }) {
  const { t } = useTranslation('help');
  const [open, setOpen] = useState(false);
  const [guide = '', anchor = ''] = guides[topic].split('#');
  const content = (
    <div className="help-text">
      <p>{t(`${topic}.text`)}</p>
      <Link to="/help" search={{ guide }} hash={anchor} onClick={() => setOpen(false)}>
        {t('more')}
      </Link>
    </div>
  );
  return (
    <Popover content={content} title={t(`${topic}.title`)} trigger="click" open={open} onOpenChange={setOpen}>
      <button
        type="button"
        className="help"
        aria-label={t('what', { title: t(`${topic}.title`) })}
        aria-expanded={open}
        onKeyDown={(e) => e.key === 'Escape' && setOpen(false)}
      >
        ?
      </button>
    </Popover>
  );
}
