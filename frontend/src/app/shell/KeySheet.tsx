import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

// Signs of keys; those of one line mean the same.
const sheet: { group: string; keys: [name: string, ...signs: string[]][] }[] = [
  {
    group: 'anywhere',
    keys: [
      ['palette', 'Ctrl+K'],
      ['search', '/'],
      ['starts', 'n l', 'n v', 'n p'],
      ['places', 'g p', 'g l', 'g v'],
      ['notices', 'g n'],
      ['undo', 'Ctrl+Z'],
      ['sheet', '?'],
      ['close', 'Esc'],
    ],
  },
  {
    group: 'lists',
    keys: [
      ['down', 'j', '↓'],
      ['up', 'k', '↑'],
      ['open', 'Enter'],
      ['openPage', 'o'],
      ['pick', 'x'],
      ['edit', 'e'],
      ['new', 'c'],
    ],
  },
  {
    group: 'record',
    keys: [
      ['prev', '['],
      ['next', ']'],
      ['edit', 'e'],
    ],
  },
  { group: 'forms', keys: [['submit', 'Ctrl+Enter']] },
];

/** KeySheet shows every key of the product. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('list');
  return (
    <Modal open title={t('keys.title')} footer={null} onCancel={onClose} width={640}>
      <p className="small muted">{t('keys.note')}</p>
      <div className="key-sheet">
        {sheet.map((g) => (
          <section key={g.group}>
            <h2>{t(`keys.${g.group}`)}</h2>
            <dl>
              {g.keys.map(([name, ...signs]) => (
                <div key={name}>
                  <dt>
                    {signs.map((s, i) => (
                      <span key={s}>
                        {i > 0 && ` ${t('keys.or')} `}
                        <kbd>{s}</kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{t(`keys.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
