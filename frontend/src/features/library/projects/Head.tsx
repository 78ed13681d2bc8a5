import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { Help } from '@/shared/ui/Help';
import { Neighbours } from '@/shared/ui/record/Neighbours';
import type { BoundSheet } from '@/shared/ui/record/sheet';
import { RecordMenu } from '@/shared/ui/recordActions/RecordMenu';
import { Watch } from '@/shared/ui/recordActions/Watch';
import { Mark, Money } from '@/shared/ui/Show';
import { LightOf } from './LightOf';
import '@/shared/ui/record/record.css';

/** Head is what a project is at a glance: where it is in the filter, its name, whose it is, its light with why, and its amount. */
export function Head({ project: p, sheet }: { project: Schemas['ProjectOut']; sheet: BoundSheet }) {
  const { t } = useTranslation('project');
  const leaders = presentLeaders(p);
  return (
    <>
      <div className="crumbs">
        <span className="grow">
          <Link to="/projects">{t('nav:projects')}</Link>
        </span>
        <Neighbours key={p.id} kind="project" id={p.id} />
        <Watch kind="project" id={p.id} />
        {sheet.may && (
          <Editor
            label={t('common:edit')}
            hotkey="e"
            title={p.name}
            record={`project/${p.id}`}
            fields={sheet.fields}
            initial={sheet.values}
            change={sheet.write}
            reread={sheet.reread}
            keys={['project', 'projects', 'stage']}
          />
        )}
        <RecordMenu kind="project" id={p.id} version={p.version} name={p.name} may={sheet.may} />
      </div>
      <div className="project-title">
        <div className="grow">
          <h1>
            {p.name}{' '}
            {p.key_levels?.map((k) => (
              <Mark key={`${k.year}${k.level}`} text={t('keyMark', { year: k.year, level: t(`people:level.${k.level}`) })} />
            ))}
          </h1>
          <div className="sub">
            {[p.code, p.host_unit, p.responsible_unit, leaders && t('ledBy', { names: leaders })].filter(Boolean).join(' · ')}
          </div>
        </div>
        <div className="kv">
          <span className="muted small">
            {t('status')}
            <Help topic="lights" />
          </span>
          <LightOf project={p} />
        </div>
        <div className="kv">
          <span className="muted small">{t('total')}</span>
          <span className="amount">
            <Money yuan={p.total_investment} />
          </span>
        </div>
      </div>
    </>
  );
}

/** presentLeaders names the leaders who look after a project now. */
export function presentLeaders(p: Schemas['ProjectOut']): string {
  return p.leaders
    .filter((l) => !l.to_on)
    .map((l) => l.name)
    .join('、');
}
