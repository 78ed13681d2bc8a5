export type Kind = 'ok' | 'error' | 'warning' | 'duplicate';

/** kindOf returns the mark of a finding's severity; one that is not known here is marked as an error, so that nobody overlooks it. */
export const kindOf = (severity: string): Kind => (['ok', 'warning', 'duplicate'] as const).find((k) => k === severity) ?? 'error';

/** Mark is the shape of a finding: never told by colour alone. */
export function Mark({ kind, small }: { kind: Kind; small?: boolean }) {
  return (
    <svg className={`mark ${kind}`} viewBox="0 0 13 13" width={small ? 10 : 13} height={small ? 10 : 13} aria-hidden="true">
      {kind === 'error' && (
        <>
          <rect x="1" y="1" width="11" height="11" fill="currentColor" />
          <path d="M6.5 3.3v4M6.5 8.9v1.2" stroke="var(--panel)" strokeWidth="1.5" />
        </>
      )}
      {kind === 'warning' && <path d="M6.5 .8 12.800 12H.2Z" fill="currentColor" />}
      {kind === 'duplicate' && (
        <>
          <rect x="1" y="1" width="7.5" height="7.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <rect x="4.5" y="4.5" width="7.5" height="7.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </>
      )}
      {kind === 'ok' && <path d="m1.500 7 3.500 3.500L11.500 3" fill="none" stroke="currentColor" strokeWidth="1.8" />}
    </svg>
  );
}
