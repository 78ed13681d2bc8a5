import { useNavigate } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Icon } from '@/shared/ui/Icon';

const actions = [
  { to: '/visits', key: 'visit', right: 'visit.write' },
  { to: '/leads', key: 'lead', right: 'lead.write' },
  { to: '/clients', key: 'client', right: 'client.write' },
] as const;

/** QuickAdd is the tab in the middle: a visit or a lead in two taps, and search. */
export function QuickAdd({ search }: { search: () => void }) {
  const { t } = useTranslation('offline');
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const may = useMay();
  const mine = actions.filter((a) => may(a.right));
  return (
    <>
      <button type="button" className="quick-add" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <Icon name="add" size={26} />
        {t(mine.length > 0 ? 'quick' : 'find')}
      </button>
      <Drawer placement="bottom" size={96 + 64 * (mine.length + 1)} title={t('quick')} open={open} onClose={() => setOpen(false)}>
        <div className="quick-list">
          {mine.map((a) => (
            <button
              key={a.key}
              type="button"
              onClick={() => {
                setOpen(false);
                void navigate({ to: a.to, search: { new: '1' } });
              }}
            >
              {t(`add.${a.key}`)}
            </button>
          ))}
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              search();
            }}
          >
            {t('find')}
          </button>
        </div>
      </Drawer>
    </>
  );
}
