/** SubjectKind is a kind of record that has a page, files and a timeline. */
export type SubjectKind = 'project' | 'client' | 'enterprise' | 'lead' | 'visit';

/** pages are where the records of a kind are. */
export const pages = { project: '/projects', client: '/clients', enterprise: '/enterprises', lead: '/leads', visit: '/visits' } as const;
