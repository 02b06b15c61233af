import { type ReactNode, useId } from 'react'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { useChosen } from './useTyped.ts'
import './segmented-control.css'

export interface Segment<V extends string> {
  readonly value: V
  readonly label: ReactNode
  /** Why it can't be chosen. */
  readonly disabledReason?: string | undefined
}

export interface SegmentsProps<V extends string> {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly segments: readonly Segment<V>[]
  readonly disabled?: boolean | undefined
  /** Its name, unless `labelledBy` points at one. */
  readonly label?: string | undefined
  readonly labelledBy?: string | undefined
  readonly describedBy?: string | undefined
}

/** Two to five short choices side by side, without a field around them: filters, view switches. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { value, onChange, segments, disabled, label, labelledBy, describedBy } = props
  const name = useId()
  return (
    <span
      className="segments"
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      data-disabled={disabled || undefined}
    >
      {segments.map((segment) => {
        const off = disabled === true || segment.disabledReason !== undefined
        return (
          <label
            className="segments__segment"
            key={segment.value}
            title={segment.disabledReason}
            data-off={off || undefined}
          >
            <input
              className="segments__input"
              type="radio"
              name={name}
              checked={segment.value === value}
              disabled={off}
              onChange={() => onChange(segment.value)}
            />
            <span>{segment.label}</span>
          </label>
        )
      })}
    </span>
  )
}

export interface SegmentedControlProps<V extends string> extends FieldProps {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly segments: readonly Segment<V>[]
}

/** A field of two to five short choices, all visible. */
export function SegmentedControl<V extends string>(props: SegmentedControlProps<V>) {
  const [value, choose] = useChosen(props.path, props.value, props.onChange)
  const barred = props.segments.flatMap(({ label, disabledReason }) =>
    typeof label === 'string' && disabledReason !== undefined ? `${label}: ${disabledReason}` : [],
  )
  const note = barred.length === 0 ? props.note : (props.note ?? barred.join('; '))
  return (
    <Field {...fieldProps(props)} note={note} kind="group">
      {(control) => (
        <Segments
          value={value}
          onChange={choose}
          segments={props.segments}
          disabled={control.disabled}
          labelledBy={control.labelId}
          describedBy={control.aria['aria-describedby']}
        />
      )}
    </Field>
  )
}
