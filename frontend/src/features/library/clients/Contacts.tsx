import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { Editor } from '@/shared/ui/Editor';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { Phone } from '@/shared/ui/record/Phone';
import { RemovePart } from '@/shared/ui/recordActions/RemovePart';
import './contacts.css';

type Contact = Schemas['ContactOut'];

/** contactBody returns a contact as it is sent: what was read, with the form's values over it. */
function contactBody(values: Values, k?: Contact) {
  const v = readForm({ ...k, ...values });
  return {
    name: v.text('name') ?? '',
    title: v.text('title'),
    work_phone: v.text('work_phone'),
    work_email: v.text('work_email'),
    note: v.text('note'),
  } satisfies Complete<Schemas['ContactUpdate']>;
}

function useContactFields(): Field[] {
  const { t } = useTranslation('client');
  return [
    { key: 'name', label: t('session:name'), type: 'text', required: true },
    { key: 'title', label: t('title'), type: 'text' },
    { key: 'work_phone', label: t('phone'), type: 'phone' },
    { key: 'work_email', label: t('email'), type: 'text' },
    { key: 'note', label: t('contactNote'), type: 'area' },
  ];
}

/** Contacts are the people at a client; who may write adds, changes and removes them. */
export function Contacts({ client, all, may }: { client: string; all: Contact[]; may: boolean }) {
  const { t } = useTranslation('client');
  if (all.length === 0 && !may) return null;
  return (
    <section className="contacts">
      <header>
        <h2>{t('contacts')}</h2>
        {may && <Add client={client} />}
      </header>
      {all.length === 0 && <p className="muted">{t('noContacts')}</p>}
      <ul>
        {all.map((k) => (
          <li key={k.id}>
            <span>
              <b>{k.name}</b> <span className="muted">{k.title}</span>
              <span className="contact-ways">
                <Phone masked={k.work_phone} of="contact" id={k.id} />
                {k.work_email && <a href={`mailto:${k.work_email}`}>{k.work_email}</a>}
              </span>
              {k.note && <span className="small muted">{k.note}</span>}
            </span>
            {may && (
              <span className="contact-steps">
                <Change k={k} />
                <RemovePart kind="contact" id={k.id} name={k.name} keys={['client', 'clients']} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Add({ client }: { client: string }) {
  const { t } = useTranslation('client');
  const fields = useContactFields();
  return (
    <Editor
      label={t('addContact')}
      title={t('addContact')}
      record={`client/${client}`}
      duplicates="contact"
      fields={fields}
      initial={{}}
      keys={['client']}
      save={async (v) => must(await api.POST('/contacts', { body: { id: newId(), client_id: client, ...contactBody(v) } }))}
    />
  );
}

/** write changes a contact over the version that was read. */
async function write(values: Values, k: Contact) {
  const params = { path: { id: k.id }, header: { 'If-Match': etag(k.version) } };
  return must(await api.PUT('/contacts/{id}', { params, body: contactBody(values, k) }));
}

function Change({ k }: { k: Contact }) {
  const { t } = useTranslation('client');
  const client = useQueryClient();
  const fields = useContactFields();
  return (
    <Editor
      link={t('changeContact', { name: k.name })}
      label={t('common:edit')}
      title={k.name}
      record={`contact/${k.id}`}
      fields={fields}
      initial={{ ...k }}
      keys={['client']}
      save={(v) => write(v, k)}
      reread={async () => {
        const one = must(await api.GET('/clients/{id}', { params: { path: { id: k.client_id } } }));
        const now = one.contacts.find((x) => x.id === k.id) ?? k;
        return {
          values: { ...now },
          changes: [],
          save: (v) => write(v, now),
          refresh: () => client.invalidateQueries({ queryKey: ['client'] }),
        };
      }}
    />
  );
}
