import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';

/** Foot explains how lights are judged and who confirms what is verified, and names the reader and the time. */
export function Foot({ c, at }: { c: Schemas['CockpitOut']; at: number }) {
  const { t } = useTranslation('cockpit');
  const me = useMe();
  return (
    <footer className="foot">
      <span>
        {t('foot.lights', { rules: rules(c, t) })} · {t('foot.verified')}
      </span>
      <span className="whole">{t('foot.viewer', { who: me?.name, at: dateTime(new Date(at).toISOString()) })}</span>
    </footer>
  );
}

/** rules writes the steps of the lights as they hold, colour by colour. */
function rules(c: Schemas['CockpitOut'], t: (key: string, values?: Record<string, unknown>) => string): string {
  const colours = [...new Set(c.colours.steps.map((s) => s.colour))];
  return colours
    .map((colour) => {
      const steps = c.colours.steps.filter((s) => s.colour === colour);
      const said = steps.map((s) => s.when.map((w) => t(`measure.${w.measure}`, { o: t(`op.${w.op}`), v: w.value })).join(t('comma')));
      return `${t(`enums:colour.${colour}`)} ${said.join(t('dun'))}`;
    })
    .join(t('semi'));
}
