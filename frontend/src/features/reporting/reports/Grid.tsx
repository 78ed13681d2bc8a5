import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Help } from '@/shared/ui/Help';
import type { Search } from '@/shared/ui/ListPage';
import type { Go } from '@/shared/ui/reportFilter';
import { Batches } from './Batches';
import { Compare } from './Compare';
import { FewCases } from './FewCases';
import { FourRates } from './FourRates';
import type { Analysis, Report } from './figures';
import { OutcomeCurve } from './OutcomeCurve';
import { OutcomeTable } from './OutcomeTable';
import { Outlook } from './Outlook';

type Props = { r: Report; a: Analysis | undefined; cohorts: 'month' | 'quarter'; view: string; go: Go; filter: Search };

/** Grid sets the curve beside the rates, the batches beside the groups. */
export function Grid({ r, a, cohorts, view, go, filter }: Props) {
  const { t } = useTranslation('report');
  const enough = r.curve.points.length > 0;
  return (
    <div className="conv-grid">
      <section>
        <div className="sec-head">
          <h2>
            {t('curve')}
            <Help topic="waiting" />
          </h2>
          {enough && <How />}
        </div>
        {!enough && <p className="muted">{t('small')}</p>}
        {enough && (view === 'table' ? <OutcomeTable c={r.curve} /> : <OutcomeCurve c={r.curve} filter={filter} />)}
      </section>
      <FourRates r={r} waited={a?.rates} filter={filter} />
      {a && (
        <div className="stack">
          <Batches batches={a.cohorts} r={r} by={cohorts} go={go} filter={filter} />
          <Outlook a={a} filter={filter} />
        </div>
      )}
      {a && <Compare c={a.compare} view={view} go={go} filter={filter} />}
    </div>
  );
}

/** FewGrid sets what can be said of fewer than ten signings in two columns, without the room of a curve. */
export function FewGrid({ r, a, cohorts, view, go, filter }: Props) {
  const { t } = useTranslation('report');
  return (
    <div className="conv-grid">
      <div className="stack">
        <section>
          <div className="sec-head">
            <h2>{t('few.each')}</h2>
          </div>
          <FewCases filter={filter} />
        </section>
        {a && <Batches batches={a.cohorts} r={r} by={cohorts} go={go} filter={filter} />}
        {a && <Outlook a={a} filter={filter} />}
      </div>
      <div className="stack">
        <FourRates r={r} waited={a?.rates} filter={filter} />
        {a && <Compare c={a.compare} view={view} go={go} filter={filter} />}
      </div>
    </div>
  );
}

/** How explains how the picture is counted. */
function How() {
  const { t } = useTranslation('report');
  return (
    <span className="more no-print">
      <Popover trigger="click" placement="bottomRight" arrow={false} content={<p className="how">{t('how')}</p>}>
        <button type="button" className="plain-link">
          {t('howTitle')}
        </button>
      </Popover>
    </span>
  );
}
