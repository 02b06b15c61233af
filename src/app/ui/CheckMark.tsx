import './check-mark.css'

/** The look of a checkbox without one, for rows that carry their own state. */
export function CheckMark({ state }: { readonly state: 'on' | 'off' | 'mixed' | 'barred' }) {
  return <span className="checkbox__box" data-state={state} aria-hidden="true" />
}
