export type Place = { to: string; label: string; right: string };

export type Group = { gutter: string; places: Place[] };

/** groups are the places of the product by the trade's own words, as the menu shows them; a place is here only when it works. */
export const groups: Group[] = [
  {
    gutter: '',
    places: [
      { to: '/', label: 'desk', right: '' },
      { to: '/cockpit', label: 'cockpit', right: 'report.read' },
    ],
  },
  {
    gutter: 'libraries',
    places: [
      { to: '/projects', label: 'projects', right: 'project.read' },
      { to: '/clients', label: 'clients', right: 'client.read' },
      { to: '/enterprises', label: 'enterprises', right: 'enterprise.read' },
      { to: '/imports', label: 'imports', right: 'import.run' },
    ],
  },
  {
    gutter: 'planning',
    places: [
      { to: '/targets', label: 'targets', right: 'report.read' },
      { to: '/portfolio', label: 'portfolio', right: 'report.read' },
    ],
  },
  {
    gutter: 'work',
    places: [
      { to: '/leads', label: 'leads', right: 'lead.read' },
      { to: '/visits', label: 'visits', right: 'visit.read' },
      { to: '/calendar', label: 'calendar', right: 'visit.read' },
      { to: '/board', label: 'board', right: 'project.read' },
    ],
  },
  {
    gutter: 'results',
    places: [
      { to: '/conversion', label: 'conversion', right: 'report.read' },
      { to: '/bulletins', label: 'bulletins', right: 'report.read' },
      { to: '/suspicions', label: 'suspicions', right: 'report.read' },
      { to: '/rules', label: 'rules', right: 'report.read' },
    ],
  },
  {
    gutter: 'system',
    places: [
      { to: '/people', label: 'people', right: '' },
      { to: '/units', label: 'units', right: '' },
      { to: '/recycle-bin', label: 'bin', right: 'client.write' },
      { to: '/audit', label: 'audit', right: 'audit.read' },
      { to: '/help', label: 'help', right: '' },
    ],
  },
];

/** places are all of them, for the palette. */
export const places = [...groups.flatMap((g) => g.places), { to: '/notices', label: 'notices', right: '' }];

/** isAt says whether an address lies in a place; the desk is an address alone. */
export function isAt(path: string, place: Place): boolean {
  return path === place.to || (place.to !== '/' && path.startsWith(`${place.to}/`));
}
