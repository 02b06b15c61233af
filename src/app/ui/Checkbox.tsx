import { type ReactNode, useId } from 'react'
import './checkbox.css'

export interface CheckboxProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly children: ReactNode
  /** Some of what it stands for is chosen. */
  readonly mixed?: boolean | undefined
  readonly disabledReason?: string | undefined
}

/** A box to tick with its words beside it; for a field with help and reset, take Switch or TriState. */
export function Checkbox({ value, onChange, children, mixed, disabledReason }: CheckboxProps) {
  const reasonId = useId()
  const disabled = disabledReason !== undefined
  return (
    <span className="checkbox">
      <label className="checkbox__label" data-disabled={disabled || undefined}>
        <input
          className="checkbox__input"
          type="checkbox"
          checked={value}
          disabled={disabled}
          aria-describedby={disabled ? reasonId : undefined}
          ref={(input) => {
            if (input !== null) input.indeterminate = mixed === true
          }}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className="checkbox__box" aria-hidden="true" />
        <span>{children}</span>
      </label>
      {disabled && (
        <span id={reasonId} className="checkbox__reason">
          {disabledReason}
        </span>
      )}
    </span>
  )
}

/** The look of a checkbox without one, for rows that carry their own state. */
export function CheckMark({ state }: { readonly state: 'on' | 'off' | 'mixed' | 'barred' }) {
  return <span className="checkbox__box" data-state={state} aria-hidden="true" />
}
