import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from './move';

/** MoveTo is a dialog that moves an entry to another day without dragging. */
export function MoveTo({ entry, onClose, move }: { entry: Entry; onClose: () => void; move: (on: string) => void }) {
  const { t } = useTranslation('calendar');
  const [on, setOn] = useState(entry.on);
  const go = () => {
    onClose();
    if (on && on !== entry.on) move(on);
  };
  return (
    <Modal
      open
      title={`${t('moveTo')}：${entry.title}`}
      onCancel={onClose}
      onOk={go}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      width={380}
    >
      <Form layout="vertical">
        <Form.Item label={t('newDay')} htmlFor="calendar-move">
          <Input id="calendar-move" type="date" autoFocus required value={on} onChange={(e) => setOn(e.target.value)} onPressEnter={go} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
