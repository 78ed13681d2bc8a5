/** SubjectKind is a kind of record that has a page, files and a timeline. */
export type SubjectKind = 'project' | 'client' | 'enterprise' | 'lead' | 'visit';

/** isSubject reports whether a kind has a page, files and a timeline. */
export const isSubject = (kind: string): kind is SubjectKind => Object.hasOwn(pages, kind);

/** pages are where the records of a kind are. */
export const pages = { project: '/projects', client: '/clients', enterprise: '/enterprises', lead: '/leads', visit: '/visits' } as const;
