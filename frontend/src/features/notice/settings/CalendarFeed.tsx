import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { Failed } from '@/shared/ui/State';

/** CalendarFeed makes, renews and revokes the secret address of one's own calendar; the address is shown once. */
export default function CalendarFeed() {
  const { t } = useTranslation('account');
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const [address, setAddress] = useState('');
  const [mine, setMine] = useState<boolean>();
  const feed = useQuery({ queryKey: ['feed'], queryFn: async () => must(await api.GET('/account/calendar-feed', {})) });
  if (feed.isError) return <Failed error={feed.error} retry={() => feed.refetch()} />;
  if (!feed.data) return null;
  const { active, issued_at } = feed.data;
  const only = mine ?? feed.data.mine;
  const settle = () => client.invalidateQueries({ queryKey: ['feed'] });
  async function issue() {
    const made = must(await api.POST('/account/calendar-feed', { body: { mine: only } }));
    setAddress(`${window.location.origin}${made.address}`);
    await settle();
  }
  async function revoke() {
    must(await api.DELETE('/account/calendar-feed', {}));
    setAddress('');
    void message.success(t('feedRevoked'));
    await settle();
  }
  return (
    <section className="section" style={{ maxWidth: 640, marginTop: 24 }} aria-labelledby="feed">
      <h2 id="feed">{t('feed')}</h2>
      <p className="muted small">{t('feedHint')}</p>
      {address && (
        <p role="status">
          {t('once')}{' '}
          <Typography.Text
            code
            copyable={{ tooltips: [t('copy'), t('copied')] }}
            style={{ overflowWrap: 'anywhere' }}
            data-testid="feed-address"
          >
            {address}
          </Typography.Text>
        </p>
      )}
      <p>
        {active && issued_at ? t('feedSince', { at: dateTime(issued_at) }) : t('feedNone')}
        {active && <span className="muted"> · {t(feed.data.mine ? 'feedMine' : 'feedAll')}</span>}
      </p>
      <div className="actions">
        <Radio.Group
          aria-label={t('feedContent')}
          value={only}
          onChange={(e) => setMine(e.target.value === true)}
          options={[
            { value: false, label: t('feedAll') },
            { value: true, label: t('feedMine') },
          ]}
        />
        <Button onClick={issue}>{t(active ? 'feedRenew' : 'feedIssue')}</Button>
        {active && (
          <Button
            danger
            onClick={() =>
              modal.confirm({
                title: t('feedRevokeTitle'),
                content: t('feedRevokeHint'),
                okText: t('revoke'),
                okButtonProps: { danger: true },
                cancelText: t('common:cancel'),
                onOk: revoke,
              })
            }
          >
            {t('revoke')}
          </Button>
        )}
      </div>
    </section>
  );
}
