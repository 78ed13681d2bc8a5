// Signs of kinds, drawn in one stroke: the word beside them says what they mean.
const bell = 'M3.5 11.5h9l-1.2-1.8V7a3.3 3.3 0 0 0-6.6 0v2.7zM6.8 13.6a1.3 1.3 0 0 0 2.4 0';
const paths: Record<string, string> = {
  bell,
  mentioned: 'M10.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zm0 0v1a1.6 1.6 0 0 0 3.2 0V8A5.7 5.7 0 1 0 11 12.9',
  assigned: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4',
  stage_moved: 'M2.5 8h10M9 4.5 12.5 8 9 11.5',
  commented: 'M3 3.5h10v7H7.5L4.5 13v-2.5H3z',
  filed: 'M4 2.5h5.5L12 5v8.5H4zM9.5 2.5V5H12',
  verdict: 'M3 8.5 6.5 12 13 4.5',
  to_verify: 'M3 8.5 6.5 12 13 4.5',
  to_assess: 'M3 4h10M3 8h10M3 12h6',
  lead_idle: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 5v3.2l2 1.6',
  step_due: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 5v3.2l2 1.6',
  step_overdue: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 5v3.2l2 1.6',
  should_have_begun: 'M2.5 13.5h11M4.5 13.5V6h7v7.5M6.5 6V3h3v3',
  suspected: 'M8 3v6M8 12v.5',
  import_done: 'M8 2.5v7M5 6.5l3 3 3-3M3 12.5h10',
  bulletin: 'M3.5 3h9v10h-9zM5.5 6h5M5.5 8.5h5',
};

/** Sign is the small drawing of a kind of notice. */
export function Sign({ kind }: { kind: string }) {
  return (
    <svg className="notice-sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[kind] ?? bell} fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
