import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { type Step, useUnderway, ways } from './onboarding';
import './onboarding.css';

/** Steps are the first steps, each with how far it is and one button to where it is done. */
export function Steps({ of }: { of: Schemas['OnboardingOut'] }) {
  const next = of.steps.find((s) => s.mine && !s.done)?.key;
  return (
    <ol className="first-steps">
      {of.steps.map((s, i) => (
        <Line key={s.key} step={s} n={i + 1} next={s.key === next} founding={of.needs_security} />
      ))}
    </ol>
  );
}

function Line({ step, n, next, founding }: { step: Step; n: number; next: boolean; founding: boolean }) {
  const { t } = useTranslation('onboarding');
  const navigate = useNavigate();
  const begin = useUnderway((u) => u.begin);
  const way = ways[step.key];
  const about = step.key === 'roles' && founding ? t('about.rolesFirst') : t(`about.${step.key}`);
  const go = () => {
    begin(step.key);
    if (way) void navigate({ to: way.to, ...(way.search ? { search: way.search } : {}) });
  };
  return (
    <li className={step.done ? 'done' : ''}>
      <span className="mark" aria-hidden="true">
        {step.done ? '✓' : n}
      </span>
      <div>
        <b>{t(`step.${step.key}`)}</b>{' '}
        <span className="small muted">
          {step.done ? t('doneCount', { n: step.count }) : step.mine ? '' : t('by', { role: t(`enums:role.${step.by}`) })}
        </span>
        {!step.done && <p className="small muted">{about}</p>}
      </div>
      {step.mine && (
        <Button type={next ? 'primary' : 'default'} onClick={go}>
          {t(`go.${step.key}`)}
        </Button>
      )}
    </li>
  );
}
