import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import { useSaveProject } from './form';

/** Dossier lists which papers of a project's description there are, and ticks off one more. */
export function Dossier({ project: p, onChange }: { project: Schemas['ProjectOut']; onChange: () => void }) {
  const { t } = useTranslation('project');
  const { message } = App.useApp();
  const saveProject = useSaveProject();
  const may = useMay()('project.write');
  const today = useMe()?.today ?? '';
  const have = (item: string) =>
    saveProject({}, p, [...(p.dossier ?? []), { item, on: today }]).then(onChange, (e) => message.error(String(e.message)));
  return (
    <>
      <h2>
        {t('dossier')} <span className="money">{p.completeness}</span>
      </h2>
      <ul className="list dossier">
        {p.dossier_list.map((d) => (
          <li key={d.item}>
            <span className={`need ${d.on ? 'met' : ''}`}>{t(`enums:dossier.${d.item}`)}</span>
            {may && !d.on && (
              <Button
                size="small"
                type="link"
                aria-label={t('haveItem', { item: t(`enums:dossier.${d.item}`) })}
                onClick={() => have(d.item)}
              >
                {t('have')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
